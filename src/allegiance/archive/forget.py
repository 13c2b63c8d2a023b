"""A document forgotten, with all that came from it alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went: how many documents and claims, and how many actors that nothing else names."""

    documents: int = 0
    claims: int = 0
    actors: int = 0


def forget(connection: DuckDBPyConnection, document: str) -> Forgotten:
    """Delete a document, its claims, and the actors, words and dates that nothing else has, in one transaction."""
    found = connection.execute("SELECT key FROM document WHERE id = ?", [document]).fetchall()
    if not found:
        return Forgotten()
    claims = _deleted(connection, "DELETE FROM claim WHERE document = ?", *found[0])
    documents = _deleted(connection, "DELETE FROM document WHERE key = ?", *found[0])
    actors = _deleted(connection, _ACTORS)
    for sql in _LEFT:
        _deleted(connection, sql)
    _deleted(connection, _TERMS)
    _deleted(connection, _MOMENTS)
    return Forgotten(documents, claims, actors)


_ACTORS = """
DELETE FROM actor
WHERE key NOT IN (SELECT source FROM claim UNION SELECT target FROM claim)
    AND key NOT IN (SELECT actor FROM identity UNION SELECT same_as FROM identity)
    AND id NOT IN (SELECT subject FROM judgement UNION SELECT object FROM judgement WHERE object IS NOT NULL)
"""

_LEFT = (
    "DELETE FROM called WHERE actor NOT IN (SELECT key FROM actor)",
    "DELETE FROM ground WHERE actor NOT IN (SELECT key FROM actor)",
    "DELETE FROM stand_in WHERE document NOT IN (SELECT key FROM document)",
)
"""What was found out about actors and documents that are gone; their keys will be those of others."""

_TERMS = """
DELETE FROM term
WHERE key NOT IN (
    SELECT kind FROM actor
    UNION SELECT kind FROM called
    UNION SELECT publisher FROM document WHERE publisher IS NOT NULL
    UNION SELECT relation FROM claim
    UNION SELECT plover FROM claim WHERE plover IS NOT NULL
    UNION SELECT status FROM claim
    UNION SELECT voice FROM claim WHERE voice IS NOT NULL
    UNION SELECT rule FROM claim
)
"""

_MOMENTS = """
DELETE FROM moment
WHERE key NOT IN (
    SELECT published FROM document WHERE published IS NOT NULL
    UNION SELECT since FROM claim WHERE since IS NOT NULL
    UNION SELECT until FROM claim WHERE until IS NOT NULL
)
"""


def _deleted(connection: DuckDBPyConnection, sql: str, *parameters: int) -> int:
    ((count,),) = connection.execute(sql, parameters).fetchall()
    return int(count)
