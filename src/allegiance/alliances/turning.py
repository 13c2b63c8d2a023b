"""Where the stance of pairs changed sign: between which evidence, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.alliances.runs import runs

if TYPE_CHECKING:
    import polars as pl

    from allegiance.alliances.rules import Rules


def turning(rows: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """Every turn in evidence, in the order of time.

    - ``a b was now day`` say who turned from what to what, and from when on the net weight says so.
    - ``last_first last_last`` are the days that the last evidence of the old stance can mean, ``first_first
      first_last`` those of the first of the new one; ``told_before told_after`` say how these are known.
    - ``sure`` is the probability that at least one claim on either side was read rightly, where each document counts
      once: 1 - product of (1 - belief), the noisy-or of Pearl (1988).
    - ``claims_before claims_after`` are the keys of the claims on either side, the nearest to the turn first.
    """
    import polars as pl

    told, every = runs(_mixed(rows), rules)
    turned = every.filter(pl.col("was") != 0)
    before = turned.select(pl.col("run") - 1, pl.col("was").alias("sign"))
    after = turned.select("run", pl.col("now").alias("sign"))
    sides = _sides(told, pl.concat([before, after]).unique())
    old = sides.select(pl.col("run") + 1, pl.exclude("run").name.suffix("_before"))
    new = sides.select("run", pl.exclude("run").name.suffix("_after"))
    found = (
        turned.join(old, on="run").join(new, on="run", how="left").join(_standing(turned, told), on="run", how="left")
    )
    day = pl.col("begun")
    return found.select(
        "a",
        "b",
        "was",
        "now",
        day.alias("day"),
        pl.min_horizontal("late_first_before", day).alias("last_first"),
        pl.min_horizontal("late_last_before", day).alias("last_last"),
        pl.col("early_first_after").fill_null(day).alias("first_first"),
        pl.col("early_last_after").fill_null(day).alias("first_last"),
        pl.col("late_told_before").alias("told_before"),
        pl.col("early_told_after").fill_null("date").alias("told_after"),
        (pl.col("right_before") * pl.col("right_after").fill_null(1.0)).alias("sure"),
        pl.col("claims_before"),
        pl.coalesce(pl.col("claims_after").list.reverse(), "standing").alias("claims_after"),
    ).sort("day", "a", "b")


def _mixed(rows: pl.DataFrame) -> pl.DataFrame:
    """The evidence of pairs that have some for and some against: no other can turn."""
    import polars as pl

    signs = pl.col("mass").sign()
    both = (
        rows.lazy()
        .group_by("a", "b")
        .agg((signs.min() < 0).alias("against"), (signs.max() > 0).alias("with"))
        .filter(pl.col("against") & pl.col("with"))
    )
    return rows.lazy().join(both, on=["a", "b"], how="semi", maintain_order="left").collect()


def _sides(told: pl.DataFrame, wanted: pl.DataFrame) -> pl.DataFrame:
    """What speaks for the stance of each wanted run: its claims from late to early, and what they amount to."""
    import polars as pl

    rows = (
        told.lazy()
        .join(wanted.lazy(), on="run")
        .filter(pl.col("mass").sign() == pl.col("sign"))
        .select("run", "document", "claim", "belief", "at", "step", "first", "last", "told", "kept")
    )
    right = (
        rows.group_by("run", "document")
        .agg(pl.col("belief").max())
        .group_by("run")
        .agg((1 - (1 - pl.col("belief").cast(pl.Float64)).product()).alias("right"))
    )
    # Of claims that are as near, the one that is dated most narrowly tells most.
    by_end = rows.sort("run", pl.coalesce("kept", "at"), "at", "step", "first").group_by("run", maintain_order=True)
    late = by_end.agg(
        pl.coalesce("kept", "first").last().alias("late_first"),
        pl.coalesce("kept", "last").last().alias("late_last"),
        pl.col("told").last().alias("late_told"),
        pl.col("claim").reverse().alias("claims"),
    )
    by_begin = rows.sort("run", "at", "step", "last", -pl.col("first")).group_by("run", maintain_order=True)
    early = by_begin.agg(pl.col(name).first().alias(f"early_{name}") for name in ("first", "last", "told"))
    return late.join(early, on="run").join(right, on="run").collect()


def _standing(turned: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """The claims of the new stance that hold when a run begins, ``run standing``: they outlast what was against it."""
    import polars as pl

    held = told.lazy().filter(pl.col("hold") > pl.col("at")).select("a", "b", "claim", "mass", "at", "hold")
    return (
        turned.lazy()
        .select("run", "a", "b", "begun", "now")
        .join(held, on=["a", "b"])
        .filter(pl.col("begun").is_between("at", "hold") & (pl.col("mass").sign() == pl.col("now")))
        .group_by("run")
        .agg(pl.col("claim").sort_by("at", descending=True).alias("standing"))
        .collect()
    )
