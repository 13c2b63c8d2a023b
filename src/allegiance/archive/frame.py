"""The claim frame: what every question works on, one row a claim, with actors resolved.

The table of claims holds nothing but numbers, and so is read at some ten million rows a second. The words and the days
that its keys stand for are few, and are looked up in Polars by place, at a fifth of what joins in SQL cost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.archive.arrow import select
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
    rows = _rows(connection, wanted, ["claim", *columns, *(["at"] if wanted.until else [])])
    meanings = Meanings.of(connection)
    if wanted.until is not None:
        rows = rows.filter(meanings.column("at", rows) <= wanted.until)
    return pl.DataFrame([meanings.column(column, rows) for column in columns])


_BOTH = """
low IN (SELECT unnest(getvariable('between'))) AND high IN (SELECT unnest(getvariable('between')))
"""
_EITHER = """
(low IN (SELECT unnest(getvariable('touching'))) OR high IN (SELECT unnest(getvariable('touching'))))
"""
_SET_BOTH, _SET_EITHER = (f"SET VARIABLE {name} = ?::UINTEGER[]" for name in ("between", "touching"))
_MEANT = "SELECT actor FROM identity WHERE list_contains(?::UINTEGER[], same_as)"


def _rows(connection: DuckDBPyConnection, wanted: Wanted, columns: Sequence[str]) -> pl.DataFrame:
    """The columns of the table that these of the frame are made of."""
    conditions = []
    for actors, condition, setting in ((wanted.actors, _BOTH, _SET_BOTH), (wanted.touching, _EITHER, _SET_EITHER)):
        if actors is not None:
            keys = [int(key) for key in actors]
            meant = [key for (key,) in connection.execute(_MEANT, [keys]).fetchall()]
            connection.execute(setting, [keys + meant])
            conditions.append(condition)
    parts = dict.fromkeys(part for column in columns for part in MADE_OF[column])
    names = ", ".join("key AS claim" if part == "claim" else part for part in parts)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = select(connection, f"SELECT {names} FROM claim{where}")  # noqa: S608 - our own words
    return rows if rows["claim"].is_sorted() else rows.sort("claim")
