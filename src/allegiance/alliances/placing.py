"""When an undated claim holds, as far as its place in the text tells.

A text that tells a story moves forward: what it says without a date happened after the last date that it gave, and
before the next one (the reference time of Reichenbach, 1947, carried from sentence to sentence as in Webber, 1988).
Where the next date is earlier, or there is none, nothing bounds the claim but the day the text was written; and a text
without that day was not written before the latest date that it tells of (a terminus post quem).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.model import Status

if TYPE_CHECKING:
    import polars as pl

_TOLD = [Status.STATED.value, Status.REPORTED.value, Status.ALLEGED.value]
"""The statuses whose dates a story passes: what is planned or denied is not where the story stands."""


def place(undated: pl.DataFrame, beside: pl.DataFrame) -> pl.DataFrame:
    """The days between which each undated claim holds: ``claim first last told``; without any date they are null.

    ``undated`` has ``claim document start published``, ``beside`` the claim frame's ``document start since since_last
    status`` for all claims of the same documents. ``told`` is ``place`` where a later date of the text bounds the
    claim, else ``written``: ``last`` is then the day of publication, or the latest date of a text that has none.
    """
    import polars as pl

    dates = beside.filter(pl.col("since").is_not_null() & pl.col("status").cast(pl.String).is_in(_TOLD))
    marks = (
        dates.group_by("document", "start")
        .agg(
            pl.col("since").max().alias("before"),
            pl.col("since").min().alias("next"),
            pl.col("since_last").sort_by("since").first().alias("next_last"),
        )
        .sort("document", "start")
    )
    written = dates.group_by("document").agg(pl.col("since").max().alias("latest"))
    before, after = marks.drop("next", "next_last"), marks.drop("before")
    found = (
        undated.sort("document", "start")
        .join_asof(before, on="start", by="document", check_sortedness=False)
        .join_asof(
            after, on="start", by="document", strategy="forward", allow_exact_matches=False, check_sortedness=False
        )
        .join(written, on="document", how="left")
    )
    published = pl.col("published")
    told = (pl.col("next") >= pl.col("before")) & ((pl.col("next") <= published) | published.is_null())
    last = pl.when(told).then(pl.min_horizontal("next_last", published)).otherwise(pl.coalesce(published, "latest"))
    kind = pl.when(told).then(pl.lit("place")).otherwise(pl.lit("written"))
    return found.select(
        "claim", pl.min_horizontal("before", last).alias("first"), last.alias("last"), kind.alias("told")
    )
