"""Claims picked out by who, what, when and where it was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.archive.documents import known
from allegiance.archive.frame import Wanted, claim_frame

if TYPE_CHECKING:
    from datetime import date

    import polars as pl
    from duckdb import DuckDBPyConnection

    from allegiance.model import Status


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims; what is ``None`` does not matter.

    ``actor`` is the key of one of the two sides. A claim counts at its own date, or else at that of publication, and
    one that has neither is in no span of ``since`` and ``until``, both included. ``document`` is an id.
    """

    actor: int | None = None
    relation: str | None = None
    status: Status | None = None
    since: date | None = None
    until: date | None = None
    publisher: str | None = None
    document: str | None = None


def search(connection: DuckDBPyConnection, wanted: Filter) -> pl.Series:
    """The keys of the claims that are wanted, in the order of their dates, those without one last."""
    import polars as pl

    columns = ("claim", "document", "relation", "status", "publisher", "at")
    touching = None if wanted.actor is None else [wanted.actor]
    rows = claim_frame(connection, Wanted(touching=touching, until=wanted.until, columns=columns))
    for column in ("relation", "status", "publisher"):
        value = getattr(wanted, column)
        if value is not None:
            rows = rows.filter(pl.col(column) == value)
    if wanted.since is not None:
        rows = rows.filter(pl.col("at") >= wanted.since)
    if wanted.document is not None:
        there = known(connection, pl.Series([wanted.document]))
        rows = rows.filter(pl.col("document").is_in(there["key"].implode()))
    return rows.sort("at", "claim", nulls_last=True)["claim"]
