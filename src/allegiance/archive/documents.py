"""The documents of an archive: listed, asked for and forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.archive.frames import select

if TYPE_CHECKING:
    from datetime import date

    import polars as pl
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went: how many documents, claims, and actors that nothing else names."""

    documents: int = 0
    claims: int = 0
    actors: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """How much an archive holds; ``first`` and ``last`` are the days of the earliest and the latest claim."""

    documents: int
    claims: int
    actors: int
    publishers: int
    first: date | None
    last: date | None


_SUMMARY = """
SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM claim),
    (SELECT count(*) FROM actor WHERE key NOT IN (SELECT actor FROM identity)),
    (SELECT count(DISTINCT publisher) FROM document), min(day), max(day)
FROM (
    SELECT coalesce(since.first_day, published.first_day) AS day
    FROM claim
    JOIN document ON document.key = claim.document
    LEFT JOIN moment AS since ON since.key = claim.since
    LEFT JOIN moment AS published ON published.key = document.published
)
"""


def summary(connection: DuckDBPyConnection) -> Summary:
    """How much the archive holds."""
    (row,) = connection.execute(_SUMMARY).fetchall()
    return Summary(*row)


_LIST = """
WITH counted AS (SELECT document, count(*)::UINTEGER AS claims FROM claim GROUP BY document)
SELECT document.key, id, title, publisher.text AS publisher, moment.text AS date, moment.first_day AS published, url,
    coalesce(claims, 0)::UINTEGER AS claims
FROM document
LEFT JOIN counted ON counted.document = document.key
LEFT JOIN term AS publisher ON publisher.key = document.publisher
LEFT JOIN moment ON moment.key = document.published
ORDER BY document.key
"""


def documents(connection: DuckDBPyConnection) -> pl.DataFrame:
    """The documents without their texts, in the order in which they came, with the number of their claims."""
    return select(connection, _LIST)


def forget(connection: DuckDBPyConnection, document: str) -> Forgotten:
    """Delete a document and all that came from it alone, in the caller's transaction."""
    keys = [key for (key,) in connection.execute("SELECT key FROM document WHERE id = ?", [document]).fetchall()]
    if not keys:
        return Forgotten()
    claims = _deleted(connection, "DELETE FROM claim WHERE document = ?", keys)
    _deleted(connection, "DELETE FROM document WHERE key = ?", keys)
    return Forgotten(1, claims, _deleted(connection, _ORPHANED_ACTORS, []))


_ORPHANED_ACTORS = """
DELETE FROM actor
WHERE key NOT IN (SELECT source FROM claim UNION SELECT target FROM claim)
    AND key NOT IN (SELECT actor FROM identity UNION SELECT same_as FROM identity)
    AND id NOT IN (SELECT subject FROM judgement UNION SELECT object FROM judgement WHERE object IS NOT NULL)
"""


def _deleted(connection: DuckDBPyConnection, sql: str, parameters: list[int]) -> int:
    found = connection.execute(sql, parameters).fetchone()
    return int(found[0]) if found else 0
