"""The actors of an archive: listed, and found by name or id."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from allegiance.archive.arrow import select
from allegiance.archive.frame import Wanted, claim_frame
from allegiance.errors import UsageError
from allegiance.model import Kind

if TYPE_CHECKING:
    import polars as pl
    from duckdb import DuckDBPyConnection


_NEAR = 5


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor of the archive; ``key`` is what frames call it."""

    key: int
    id: str
    name: str
    kind: Kind


def actors(connection: DuckDBPyConnection) -> pl.DataFrame:
    """The actors with the number of their claims and the first and last date of them, the most named first."""
    import polars as pl

    rows = claim_frame(connection, Wanted(columns=("source", "target", "at")))
    both = rows.select(key=pl.col("target"), at=pl.col("at")).filter(rows["source"] != rows["target"])
    sides = pl.concat([rows.select(key=pl.col("source"), at=pl.col("at")), both])
    counted = sides.group_by("key").agg(claims=pl.len(), first=pl.col("at").min(), last=pl.col("at").max())
    named = select(connection, _NAMES).join(counted, on="key", how="left")
    return named.with_columns(pl.col("claims").fill_null(0)).sort("claims", "name", descending=[True, False])


_NAMES = """
SELECT actor.key, id, coalesce(called.name, actor.name) AS name, term.text AS kind
FROM actor
LEFT JOIN called ON called.actor = actor.key
JOIN term ON term.key = coalesce(called.kind, actor.kind)
WHERE actor.key NOT IN (SELECT actor FROM identity)
"""

_FIND = """
SELECT DISTINCT actor.key, actor.id, coalesce(called.name, actor.name) AS name, term.text
FROM actor AS named
LEFT JOIN identity ON identity.actor = named.key
JOIN actor ON actor.key = coalesce(identity.same_as, named.key)
LEFT JOIN called ON called.actor = actor.key
JOIN term ON term.key = coalesce(called.kind, actor.kind)
WHERE lower(named.id) = lower($name) OR lower(named.name) = lower($name) OR lower(called.name) = lower($name)
ORDER BY name, actor.key
"""


def find(connection: DuckDBPyConnection, name: str) -> ActorRow:
    """The actor of that name or id; `UsageError`, which names near ones, where it is none or several."""
    rows = connection.execute(_FIND, {"name": " ".join(name.split())}).fetchall()
    if len(rows) == 1:
        key, id_, called, kind = rows[0]
        return ActorRow(key, id_, called, Kind(kind))
    if rows:
        raise UsageError(f"{name}: can be {' or '.join(f'{row[2]} ({row[3]}, {row[1]})' for row in rows)}: give the id")
    near = _near(
        name, [row[0] for row in connection.execute("SELECT name FROM actor UNION SELECT name FROM called").fetchall()]
    )
    raise UsageError(f"{name}: no such actor in the archive" + (f"; near it: {', '.join(near)}" if near else ""))


_NAME = """
SELECT actor.id, actor.name, term.text FROM actor JOIN term ON term.key = actor.kind
WHERE lower(id) = lower($name) OR lower(name) = lower($name) ORDER BY actor.key
"""


def name_id(connection: DuckDBPyConnection, name: str) -> str:
    """The id of a name as claims have it; of an actor called by another name, that of its earliest one."""
    rows = connection.execute(_NAME, {"name": " ".join(name.split())}).fetchall()
    if not rows:
        return find(connection, name).id
    if len(rows) > 1:
        raise UsageError(f"{name}: can be {' or '.join(f'{row[1]} ({row[2]}, {row[0]})' for row in rows)}: give the id")
    return str(rows[0][0])


def _near(name: str, names: list[str]) -> list[str]:
    """Up to five names that hold this one or, letter for letter, are much like it."""
    folded = {known.casefold(): known for known in names}
    holding = sorted((known for known in folded if name.casefold() in known), key=len)
    like = get_close_matches(name.casefold(), folded, n=_NEAR)
    return [folded[known] for known in dict.fromkeys([*holding, *like])][:_NEAR]
