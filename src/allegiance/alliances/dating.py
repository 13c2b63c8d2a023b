"""When each claim began, and until when it holds in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.alliances.placing import place

if TYPE_CHECKING:
    import polars as pl


def dated(rows: pl.DataFrame, beside: pl.DataFrame) -> pl.DataFrame:
    """Give each claim ``first last told at hold kept``, and ``open`` where a tie is dated and no end of it is told.

    ``rows`` is a claim frame with ``tie``, ``beside`` all claims of the documents with undated claims. Of a month or a
    year the middle counts, and of a stretch of text its end. A tie with an end holds until then, and so does an act
    that went on; a tie without one is presumed to hold until the day of publication. Where nothing dates a claim, all
    are null.
    """
    import polars as pl

    undated = rows.filter(pl.col("since").is_null() & pl.col("until").is_null())
    placed = place(undated, beside)
    days = "since since_last until published first last".split()
    since, since_last, until, published, first, last = (pl.col(name).to_physical() for name in days)
    begins, ends = since.is_not_null(), until.is_not_null()
    kept = pl.when(ends & (pl.col("tie") | (until > since_last))).then(until)
    still = pl.col("tie") & begins & ~ends
    at = pl.when(begins).then((since + since_last) // 2).otherwise(pl.coalesce(until, last))
    return rows.join(placed, on="claim", how="left").with_columns(
        pl.coalesce(since, until, first).alias("first"),
        pl.coalesce(since_last, until, last).alias("last"),
        pl.when(begins | ends)
        .then(pl.lit("date"))
        .otherwise("told")
        .cast(pl.Enum(["date", "place", "written"]))
        .alias("told"),
        at.alias("at"),
        pl.max_horizontal(at, kept, pl.when(still).then(published)).alias("hold"),
        kept.alias("kept"),
        still.alias("open"),
    )
