"""The claim frame: what every question works on, one row a claim, with actors resolved.

The table of claims holds nothing but numbers, and so is read at some ten million rows a second. The words and the days
that its keys stand for are few, and are looked up in Polars by place, at a fifth of what joins in SQL cost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.archive import standins
from allegiance.archive.arrow import select, view
from allegiance.archive.meanings import MADE_OF, Meanings
from allegiance.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    import polars as pl
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims: between ``actors``, ``touching`` one of those at least, counting on ``until`` or before."""

    actors: Collection[int] | None = None
    touching: Collection[int] | None = None
    until: date | None = None
    columns: Sequence[str] | None = None


def claim_frame(connection: DuckDBPyConnection, wanted: Wanted) -> pl.DataFrame:
    """The claims that are wanted, in the order of their keys; `docs/archive.md` has the columns."""
    import polars as pl

    columns = list(MADE_OF) if wanted.columns is None else list(wanted.columns)
    unknown = [column for column in columns if column not in MADE_OF]
    if unknown:
        raise UsageError(f"{unknown[0]}: the claim frame has no such column; it has {', '.join(MADE_OF)}")
    offices = standins.any_there(connection)
    parts = ["claim", *columns, *(["at"] if wanted.until else []), *(standins.NEEDED if offices else [])]
    rows = _rows(connection, wanted, parts)
    meanings = Meanings.of(connection)
    if offices:
        rows = _asked_for(standins.meant(connection, rows), wanted, meanings)
    if wanted.until is not None:
        rows = rows.filter(meanings.column("at", rows) <= wanted.until)
    return pl.DataFrame([meanings.column(column, rows) for column in columns])


_ROWS = """
WITH taken AS (SELECT actor, same_as FROM identity UNION SELECT actor, same_as FROM stand_in),
    inner_keys AS (SELECT key FROM asked_both UNION SELECT actor FROM taken WHERE same_as IN (FROM asked_both)),
    outer_keys AS (SELECT key FROM asked_either UNION SELECT actor FROM taken WHERE same_as IN (FROM asked_either))
SELECT {columns} FROM claim
"""
_BOTH = "low IN (FROM inner_keys) AND high IN (FROM inner_keys)"
_EITHER = "(low IN (FROM outer_keys) OR high IN (FROM outer_keys))"


def _rows(connection: DuckDBPyConnection, wanted: Wanted, columns: Sequence[str]) -> pl.DataFrame:
    """The columns of the table that these of the frame are made of."""
    parts = dict.fromkeys(part for column in columns for part in MADE_OF[column])
    names = ", ".join("key AS claim" if part == "claim" else part for part in parts)
    conditions = [_BOTH] * (wanted.actors is not None) + [_EITHER] * (wanted.touching is not None)
    sql = _ROWS.format(columns=names) + (f"WHERE {' AND '.join(conditions)}" if conditions else "")
    with view(connection, "asked_both", _keys(wanted.actors)), view(connection, "asked_either", _keys(wanted.touching)):
        rows = select(connection, sql)
    return rows if rows["claim"].is_sorted() else rows.sort("claim")


def _asked_for(rows: pl.DataFrame, wanted: Wanted, meanings: Meanings) -> pl.DataFrame:
    """The rows whose actors were asked for, out of those of every document that has an office of theirs."""
    source, target = meanings.column("source", rows), meanings.column("target", rows)
    keep = source.is_not_null()
    if wanted.actors is not None:
        keep &= source.is_in(list(wanted.actors)) & target.is_in(list(wanted.actors))
    if wanted.touching is not None:
        keep &= source.is_in(list(wanted.touching)) | target.is_in(list(wanted.touching))
    return rows.filter(keep)


def _keys(actors: Collection[int] | None) -> pl.DataFrame:
    import polars as pl

    return pl.DataFrame({"key": pl.Series(list(actors or ()), dtype=pl.UInt32)})
