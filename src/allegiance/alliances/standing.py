"""Who stands with whom on a day: the net weight of every pair's evidence, faded to that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

    from allegiance.alliances.rules import Rules


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


def standing(rows: pl.DataFrame, day: int, rules: Rules) -> pl.DataFrame:
    """The pairs that stand with or against each other on a day, the weightiest first.

    - ``net`` is the net weight, and ``stance`` its sign where it reaches the threshold.
    - ``strength`` is the mean weight of the evidence on the Goldstein scale, each claim counted by how far it is
      believed and has not faded: net / sum of belief x 2^(-age / half-life).
    - ``relation`` is what weighs most for the stance, ``seen`` the day of the latest evidence for it.
    - ``claims`` counts the claims, ``contrary`` those of the other sign. ``publishers`` are independent as far as
      their names differ; claims without one count as one.
    """
    import polars as pl

    weight = (pl.col("mass") * pl.col("left")).alias("weight")
    pairs = (
        faded(rows, day, rules)
        .lazy()
        .with_columns(weight)
        .group_by("a", "b")
        .agg(
            pl.col("weight").sum().alias("net"),
            (pl.col("belief") * pl.col("left")).sum().alias("believed"),
            pl.col("relation").get(pl.col("weight").arg_max()).alias("most_for"),
            pl.col("relation").get(pl.col("weight").arg_min()).alias("most_against"),
            pl.col("seen").filter(pl.col("weight") > 0).max().alias("seen_for"),
            pl.col("seen").filter(pl.col("weight") < 0).max().alias("seen_against"),
            (pl.col("weight") > 0).sum().alias("for"),
            pl.len().alias("claims"),
            pl.col("document").n_unique().alias("documents"),
            pl.col("publisher").n_unique().alias("publishers"),
        )
        .filter(pl.col("net").abs() >= rules.threshold)
    )
    friendly = pl.col("net") > 0
    found = pairs.select(
        "a",
        "b",
        pl.col("net").sign().cast(pl.Int8).alias("stance"),
        "net",
        (pl.col("net") / pl.col("believed")).alias("strength"),
        pl.when(friendly).then("most_for").otherwise("most_against").alias("relation"),
        pl.when(friendly).then("seen_for").otherwise("seen_against").alias("seen"),
        "claims",
        pl.when(friendly).then(pl.col("claims") - pl.col("for")).otherwise("for").alias("contrary"),
        "documents",
        "publishers",
    )
    return found.sort(pl.col("net").abs(), "a", "b", descending=[True, False, False]).collect()
