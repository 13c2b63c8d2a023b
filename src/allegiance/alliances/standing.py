"""Who stands with whom on a day: the net weight of every pair's evidence, faded to that day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from allegiance.alliances.evidence import NEEDED, unsorted
from allegiance.alliances.lookup import TRACED
from allegiance.alliances.moment import number

if TYPE_CHECKING:
    from datetime import date

    import polars as pl

    from allegiance.alliances.rules import Rules
    from allegiance.archive import Archive


def bearing(archive: Archive, day: date, actor: int | None, rules: Rules) -> pl.DataFrame:
    """The evidence of the archive that bears on a day, that of ``actor`` alone if it is given.

    What was last told to hold longer ago than the half-lives after which evidence is forgotten is left out.
    """
    earliest = day - timedelta(days=min(rules.half_life * rules.forgotten, (day - day.min).days))
    touching = None if actor is None else [actor]
    frame = archive.frame(touching=touching, bearing=(earliest, day), columns=NEEDED)
    return faded(unsorted(frame, rules)[0], number(day), rules)


def faded(rows: pl.DataFrame, day: int, rules: Rules) -> pl.DataFrame:
    """The evidence that counts on a day, with ``left``, the share of its weight that is left, and ``seen``.

    ``seen`` is the last day, no later than ``day``, on which it is said to hold.
    """
    import polars as pl

    age = (pl.lit(day) - pl.col("hold")).clip(lower_bound=0)
    return rows.filter((pl.col("at") <= day) & ((pl.col("over") > day) | pl.col("over").is_null())).with_columns(
        (pl.lit(2.0) ** (-age / rules.half_life)).cast(pl.Float32).alias("left"),
        pl.min_horizontal("hold", pl.lit(day)).alias("seen"),
    )


def standing(left: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """The pairs that stand with or against each other, ``a b stance net strength``, the weightiest first.

    ``left`` is evidence as `faded` gives it. ``net`` is the net weight, and ``stance`` its sign where it reaches the
    threshold. ``strength`` is the mean weight on the Goldstein scale, each claim counted by how far it is believed and
    has not faded: net / sum of belief x 2^(-age / half-life).
    """
    import polars as pl

    weight, believed = pl.col("mass") * pl.col("left"), pl.col("belief") * pl.col("left")
    pairs = left.lazy().group_by("a", "b").agg(weight.sum().alias("net"), believed.sum().alias("believed"))
    found = pairs.filter(pl.col("net").abs() >= rules.threshold).select(
        "a",
        "b",
        pl.col("net").sign().cast(pl.Int8).alias("stance"),
        "net",
        (pl.col("net") / pl.col("believed")).alias("strength"),
    )
    return found.sort(pl.col("net").abs(), "a", "b", descending=[True, False, False]).collect()


def behind(left: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """The pairs with what their stance rests on, in the same order.

    ``relation`` is what weighs most for the stance, ``seen`` the day of the latest evidence for it. Of ``count``
    claims, ``contrary`` go against it; ``claims`` are the keys of the weightiest, `TRACED` at the most. ``publishers``
    are independent as far as their names differ; claims without one count as one.
    """
    import polars as pl

    weight = pl.col("mass") * pl.col("left")
    for_it = weight.sign() == pl.col("stance")
    told = (
        left.join(pairs.select("a", "b", "stance"), on=["a", "b"])
        .with_columns(weight.abs().alias("weight"), for_it.alias("for"))
        .sort("weight", "claim", descending=[True, False])
        .group_by("a", "b", maintain_order=True)
        .agg(
            pl.col("relation").filter("for").first(),
            pl.col("seen").filter("for").max(),
            (~pl.col("for")).sum().alias("contrary"),
            pl.col("document").n_unique().alias("documents"),
            pl.col("publisher").n_unique().alias("publishers"),
            pl.len().alias("count"),
            pl.col("claim").head(TRACED).alias("claims"),
        )
    )
    return pairs.join(told, on=["a", "b"], how="left", maintain_order="left")
