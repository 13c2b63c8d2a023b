"""The claim frame: what every question works on, one row a claim, with actors resolved.

The table of claims holds nothing but numbers, and so is read at some ten million rows a second. The words and the days
that its keys stand for are few, and are looked up in Polars by place, at a fifth of what joins in SQL cost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.archive import standins
from allegiance.archive.arrow import among, select, view
from allegiance.archive.meanings import MADE_OF, USUAL, Meanings
from allegiance.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    import polars as pl
    from duckdb import DuckDBPyConnection

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims; see `Archive.frame`."""

    actors: Collection[int] | None = None
    touching: Collection[int] | None = None
    documents: Collection[int] | None = None
    until: date | None = None
    bearing: tuple[date, date] | None = None
    columns: Sequence[str] | None = None


def claim_frame(connection: DuckDBPyConnection, wanted: Wanted) -> pl.DataFrame:
    """The claims that are wanted, in the order of their keys; `docs/archive.md` has the columns."""
    import polars as pl

    columns = list(wanted.columns or USUAL)
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


def _rows(connection: DuckDBPyConnection, wanted: Wanted, columns: Sequence[str]) -> pl.DataFrame:
    """The columns of the table that these of the frame are made of."""
    parts = dict.fromkeys(part for column in columns for part in MADE_OF[column])
    names = ", ".join("key AS claim" if part == "claim" else part for part in parts)
    asked, conditions = _asked(connection, wanted)
    parameters = dict(zip(("heard", "begins"), wanted.bearing or (), strict=False))
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    with view(connection, "asked", asked):
        rows = select(connection, f"SELECT {names} FROM claim{where}", parameters)  # noqa: S608 - our own words
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


def _asked(connection: DuckDBPyConnection, wanted: Wanted) -> tuple[pl.DataFrame, list[str]]:
    """The keys that are asked for, and the conditions for claims; only one set of keys can be very large."""
    import polars as pl

    keys: list[int] = []
    conditions = ["begins <= $begins AND heard >= $heard"] if wanted.bearing else []
    if wanted.documents is not None:
        keys = [int(key) for key in wanted.documents]
        conditions.append(among("document", keys))
    for actors, joined in ((wanted.actors, "AND"), (wanted.touching, "OR")):
        if actors is not None:
            keys = _meant(connection, actors)
            low, high = (among(side, keys) for side in ("low", "high"))
            pair = f"low = {min(keys)} AND high = {max(keys)}" if len(keys) == _PAIR and joined == "AND" else None
            conditions.append(f"({pair or f'{low} {joined} {high}'})")
    return pl.DataFrame({"key": pl.Series(keys, dtype=pl.UInt32)}), conditions


_TAKEN = "SELECT actor, same_as FROM identity UNION SELECT actor, same_as FROM stand_in"


def _meant(connection: DuckDBPyConnection, actors: Collection[int]) -> list[int]:
    """The keys in the table of claims that stand for these actors: their own, and those taken to be them."""
    keys = {int(actor) for actor in actors}
    same = connection.execute(_TAKEN).fetchall()
    return sorted(keys | {actor for actor, same_as in same if same_as in keys})
