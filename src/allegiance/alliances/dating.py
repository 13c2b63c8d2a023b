"""When each claim began, and until when it holds in full.

An undated claim is dated by its place. A text that tells a story moves forward: what it says without a date happened
after the last date that it gave and before the next one (the reference time of Reichenbach, 1947, which Webber, 1988,
carries from sentence to sentence). Where the next date is earlier, or there is none, nothing bounds the claim but the
day of publication; and a text without that day was not written before the latest date that it tells of (a terminus
post quem).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

DATED = "first last told at hold kept open".split()


def dated(rows: pl.LazyFrame) -> pl.LazyFrame:
    """A claim frame with ``tie``, with `DATED` besides; days are counted from 1970-01-01, null where nothing dates it.

    - ``first last`` bound the day on which it began, and ``told`` says how that is known: by a ``date``, its ``place``
      in the text, or when that was ``written``.
    - ``at`` is the day from which it counts: of a month or a year the middle, of a place in the text its end.
    - ``hold`` is the day until which it holds in full, and ``kept`` that day where the text tells it. A tie with an end
      holds until then, and so does an act that went on; an ``open`` tie, which has a beginning and no end, is presumed
      to hold until the day of publication.
    """
    import polars as pl

    names = "since since_last until published previous next next_last latest".split()
    since, since_last, until, published, previous, following, following_last, latest = (
        pl.col(name).to_physical() for name in names
    )
    begins, ends = since.is_not_null(), until.is_not_null()
    inside = (following >= previous) & ((following <= published) | published.is_null())
    last = pl.when(inside).then(pl.min_horizontal(following_last, published)).otherwise(pl.coalesce(published, latest))
    told = pl.when(begins | ends).then(pl.lit("date")).when(inside).then(pl.lit("place")).otherwise(pl.lit("written"))
    kept = pl.when(ends & (pl.col("tie") | (until > since_last))).then(until)
    still = pl.col("tie") & begins & ~ends
    at = pl.when(begins).then((since + since_last) // 2).otherwise(pl.coalesce(until, last))
    return rows.with_columns(
        pl.coalesce(since, until, pl.min_horizontal(previous, last)).alias("first"),
        pl.coalesce(since_last, until, last).alias("last"),
        told.cast(pl.Enum(["date", "place", "written"])).alias("told"),
        at.alias("at"),
        pl.max_horizontal(at, kept, pl.when(still).then(published)).alias("hold"),
        kept.alias("kept"),
        still.alias("open"),
    )
