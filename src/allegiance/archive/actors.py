"""The actors of an archive: listed, and found by name or id."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from allegiance.archive.frames import select
from allegiance.errors import UsageError
from allegiance.model import Kind

if TYPE_CHECKING:
    import polars as pl
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor of the archive; ``key`` is what frames call it."""

    key: int
    id: str
    name: str
    kind: Kind


_ACTORS = """
SELECT key, id, name, term.text AS kind FROM actor JOIN term ON term.key = actor.kind
"""

_LIST = """
WITH side AS (
    SELECT source AS actor, since, document FROM claim
    UNION ALL SELECT target, since, document FROM claim WHERE target <> source
), counted AS (
    SELECT coalesce(same_as, side.actor) AS key, count(*) AS claims,
        min(coalesce(moment.first_day, published.first_day)) AS first,
        max(coalesce(moment.first_day, published.first_day)) AS last
    FROM side
    JOIN document ON document.key = side.document
    LEFT JOIN identity ON identity.actor = side.actor
    LEFT JOIN moment ON moment.key = side.since
    LEFT JOIN moment AS published ON published.key = document.date
    GROUP BY ALL
)
SELECT actor.key, id, name, term.text AS kind, claims::UINTEGER AS claims, first, last
FROM counted
JOIN actor ON actor.key = counted.key
JOIN term ON term.key = actor.kind
ORDER BY claims DESC, name
"""


def actors(connection: DuckDBPyConnection) -> pl.DataFrame:
    """The actors with the number of their claims and the first and last date of them, the most named first."""
    return select(connection, _LIST)


_FIND = """
SELECT DISTINCT actor.key, actor.id, actor.name, term.text
FROM actor AS named
LEFT JOIN identity ON identity.actor = named.key
JOIN actor ON actor.key = coalesce(identity.same_as, named.key)
JOIN term ON term.key = actor.kind
WHERE lower(named.id) = lower($name) OR lower(named.name) = lower($name)
ORDER BY actor.name, actor.key
"""


def find(connection: DuckDBPyConnection, name: str) -> ActorRow:
    """The actor of that name or id; `UsageError`, which names near ones, where it is none or several."""
    rows = connection.execute(_FIND, {"name": " ".join(name.split())}).fetchall()
    if len(rows) == 1:
        key, id_, called, kind = rows[0]
        return ActorRow(key, id_, called, Kind(kind))
    if rows:
        raise UsageError(f"{name}: can be {' or '.join(f'{row[2]} ({row[3]}, {row[1]})' for row in rows)}: give the id")
    names = [row[0] for row in connection.execute("SELECT DISTINCT name FROM actor").fetchall()]
    near = get_close_matches(name.casefold(), {known.casefold() for known in names}, n=3, cutoff=0.6)
    hint = [known for known in names if known.casefold() in near]
    raise UsageError(
        f"{name}: no such actor in the archive" + (f"; near it: {', '.join(sorted(hint))}" if hint else "")
    )
