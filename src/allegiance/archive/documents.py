"""What an archive holds: its documents in a list, and how much of everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.archive.arrow import select, view

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    import polars as pl
    from duckdb import DuckDBPyConnection


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


def known(connection: DuckDBPyConnection, ids: pl.Series) -> pl.DataFrame:
    """The ``key`` and ``id`` of the documents with these ids, as far as there are any."""
    with view(connection, "asked", ids.alias("id").to_frame()):
        return select(connection, "SELECT key, id FROM document WHERE id IN (FROM asked)")


def texts(connection: DuckDBPyConnection, ids: Collection[str]) -> dict[str, str]:
    """The texts of the documents with these ids, as far as there are any."""
    import polars as pl

    found = known(connection, pl.Series("id", list(ids), dtype=pl.String))
    # First the keys, then the texts: so that none but theirs are read.
    with view(connection, "asked", found.select("key")):
        rows = select(connection, "SELECT id, text FROM document WHERE key IN (FROM asked)")
    return dict(rows.iter_rows())


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
