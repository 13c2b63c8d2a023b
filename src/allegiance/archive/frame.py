"""The claim frame: what every question works on, one row a claim, actors resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.archive.frames import select
from allegiance.model import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    import polars as pl
    from duckdb import DuckDBPyConnection

COLUMNS = (
    "claim document source target relation sign weight since until since_last status according_to confidence "
    "publisher published at dated"
).split()
"""The columns of the claim frame, in their order."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims: ``actors`` on both sides, ``touching`` on one side at least; at the latest on ``until``."""

    actors: Collection[int] | None = None
    touching: Collection[int] | None = None
    until: date | None = None
    columns: Sequence[str] | None = None


_ROWS = """
SELECT claim.key AS claim, document, coalesce(s.same_as, source) AS source, coalesce(t.same_as, target) AS target,
    relation.text AS relation, sign, weight, since.first_day AS since, until.last_day AS until,
    since.last_day AS since_last, status.text AS status, voice.text AS according_to, confidence,
    publisher.text AS publisher, published.first_day AS published,
    coalesce(since.first_day, published.first_day) AS "at", since.first_day IS NOT NULL AS dated
FROM claim
JOIN document ON document.key = claim.document
LEFT JOIN identity AS s ON s.actor = source
LEFT JOIN identity AS t ON t.actor = target
JOIN term AS relation ON relation.key = claim.relation
JOIN term AS status ON status.key = claim.status
LEFT JOIN term AS voice ON voice.key = claim.voice
LEFT JOIN term AS publisher ON publisher.key = document.publisher
LEFT JOIN moment AS since ON since.key = claim.since
LEFT JOIN moment AS until ON until.key = claim.until
LEFT JOIN moment AS published ON published.key = document.date
"""


def claim_frame(connection: DuckDBPyConnection, wanted: Wanted) -> pl.DataFrame:
    """The claims that are wanted, in the order of their keys; see `docs/archive.md` for the columns."""
    import polars as pl

    conditions, parameters = [], {}
    if wanted.actors is not None:
        conditions.append("list_contains($actors, source) AND list_contains($actors, target)")
        parameters["actors"] = _raw(connection, wanted.actors)
    if wanted.touching is not None:
        conditions.append("(list_contains($touching, source) OR list_contains($touching, target))")
        parameters["touching"] = _raw(connection, wanted.touching)
    if wanted.until is not None:
        conditions.append('"at" <= $until')
        parameters["until"] = wanted.until
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    sql = f"SELECT * FROM ({_ROWS}) {where} ORDER BY claim"  # noqa: S608 - our own words
    frame = select(connection, sql, parameters)
    frame = frame.with_columns(
        pl.col("relation", "publisher").cast(pl.Categorical), pl.col("status").cast(pl.Enum([s.value for s in Status]))
    )
    return frame.select(wanted.columns or COLUMNS)


def _raw(connection: DuckDBPyConnection, actors: Collection[int]) -> list[int]:
    """The keys that stand for these resolved actors in the table of claims: their own, and those taken to be them."""
    keys = [int(actor) for actor in actors]
    others = connection.execute("SELECT actor FROM identity WHERE list_contains(?, same_as)", [keys]).fetchall()
    return keys + [key for (key,) in others]
