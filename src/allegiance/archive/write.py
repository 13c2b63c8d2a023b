"""Documents and claims into the tables; what is known already is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.archive.documents import known
from allegiance.archive.intern import append, intern, keyed

if TYPE_CHECKING:
    import polars as pl
    from duckdb import DuckDBPyConnection

    from allegiance.archive.intern import Keys


@dataclass(frozen=True, slots=True)
class Added:
    """What a batch changed: how many documents and claims are new, and how many documents had a known id already."""

    documents: int = 0
    claims: int = 0
    known: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(self.documents + other.documents, self.claims + other.claims, self.known + other.known)


def insert(connection: DuckDBPyConnection, documents: pl.DataFrame, claims: pl.DataFrame) -> Added:
    """Put in the documents whose ids are not there yet, with their claims, in the caller's transaction."""
    import polars as pl

    new = documents.filter(pl.col("id").is_first_distinct())
    there = known(connection, new["id"])["id"]
    rows = claims
    if there.len():
        new = new.filter(~pl.col("id").is_in(there.implode()))
        rows = rows.filter(~pl.col("document").is_in(there.implode()))
    keys = intern(connection, new, rows)
    _claims(connection, rows, _documents(connection, new, keys), keys)
    return Added(new.height, rows.height, documents.height - new.height)


def _documents(connection: DuckDBPyConnection, documents: pl.DataFrame, keys: Keys) -> pl.DataFrame:
    publisher, published = keyed("publisher", keys.terms), keyed("date", keys.moments).alias("published")
    rows = documents.select("id", "text", "title", publisher, published, "url")
    return append(connection, "document", rows).select("key", "id", "publisher", "published")


def _claims(connection: DuckDBPyConnection, claims: pl.DataFrame, documents: pl.DataFrame, keys: Keys) -> None:
    """Insert claims in the order of their pairs, so that those of a pair lie together."""
    import polars as pl

    places = {
        f"{side}{old}": f"{side}{new}"
        for side in ("", "source_", "target_")
        for old, new in (("start", "start"), ("end", "stop"))
    }
    rows = claims.select(
        "id",
        *(pl.col(name).alias(column) for name, column in places.items()),
        *(keyed(side, keys.actors, by="id") for side in ("source", "target")),
        *(keyed(column, keys.terms) for column in ("relation", "plover", "status", "rule")),
        *(keyed(column, keys.moments) for column in ("since", "until")),
        keyed("document", documents, by="id"),
        keyed("according_to", keys.terms).alias("voice"),
        "sign",
        "weight",
        "confidence",
    )
    made = documents.select(pl.col("key").alias("document"), "publisher", "published")
    rows = rows.join(made, on="document", how="left", maintain_order="left")
    rows = rows.with_columns(low=pl.min_horizontal("source", "target"), high=pl.max_horizontal("source", "target"))
    append(connection, "claim", rows.sort("low", "high", maintain_order=True))
