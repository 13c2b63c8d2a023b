"""Where an undated claim stands among the dates of its text.

What a text says without a date it says after one date that it tells, and before another. These are kept with the claim,
since only all claims of the document together show them; what follows from them is for the questions to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.model import Status

if TYPE_CHECKING:
    import polars as pl

    from allegiance.archive.intern import Keys

_TOLD = (Status.STATED, Status.REPORTED, Status.ALLEGED)
"""The statuses whose dates a text passes: what is planned or denied is not where the story stands."""
COLUMNS = ("previous", "next", "latest")


def placed(rows: pl.DataFrame, keys: Keys) -> pl.DataFrame:
    """The rows of the table of claims with `COLUMNS`, keys of moments; all are null for what has a date of its own.

    ``previous`` is the last date told in a sentence up to that of the claim, ``next`` the first in a later one, and
    ``latest`` the latest of a text that does not say when it was published.
    """
    import polars as pl

    undated = pl.col("since").is_null() & pl.col("until").is_null()
    documents = rows.filter(undated)["document"].unique()
    if documents.is_empty():
        return rows.with_columns(pl.lit(None, pl.UInt32).alias(name) for name in COLUMNS)
    days = keys.moments.sort(pl.col("text").str.replace_all("X", "0")).with_row_index("day")
    told = keys.terms.filter(pl.col("text").is_in([status.value for status in _TOLD]))["key"]
    day = pl.when(pl.col("status").is_in(told.implode())).then(
        pl.col("since").replace_strict(days["key"], days["day"], return_dtype=pl.UInt32, default=None)
    )
    among = (
        rows.lazy()
        .select(pl.row_index("place"), "document", "start", "since", "until", "published", "status")
        .filter(pl.col("document").is_in(documents.implode()))
        .with_columns(day.alias("day"))
        .sort("document", "start", pl.col("day").is_null(), "day")
        .with_columns(
            pl.col("day").forward_fill().over("document").alias("previous"),
            pl.col("day").backward_fill().over("document").alias("next"),
            pl.when(pl.col("published").is_null()).then(pl.col("day").max().over("document")).alias("latest"),
        )
        .filter(undated)
        .select("place", *(_key(name, days) for name in COLUMNS))
    )
    return (
        rows.lazy()
        .with_row_index("place")
        .join(among, on="place", how="left", maintain_order="left")
        .drop("place")
        .collect()
    )


def bearing(keys: Keys) -> list[pl.Expr]:
    """The first day from which a claim may hold, ``begins``, and the last on which it is told to, ``heard``.

    Both are null where nothing dates it; a document without a date may have been written at any time.
    """
    import polars as pl

    def day(name: str, which: str) -> pl.Expr:
        return pl.col(name).replace_strict(keys.moments["key"], keys.moments[which], return_dtype=pl.Date, default=None)

    begins = [day(name, "first_day") for name in ("since", "previous", "published", "next", "latest")]
    heard = [day("published", "last_day"), day("until", "last_day"), day("latest", "last_day")]
    return [pl.coalesce(begins).alias("begins"), pl.max_horizontal(heard).alias("heard")]


def _key(name: str, days: pl.DataFrame) -> pl.Expr:
    import polars as pl

    return pl.col(name).replace_strict(days["day"], days["key"], return_dtype=pl.UInt32, default=None)
