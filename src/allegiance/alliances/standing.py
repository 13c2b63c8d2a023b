"""Who stands with whom on a day: the net weight of every pair's evidence, faded to that day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from allegiance.alliances.evidence import NEEDED, unsorted
from allegiance.alliances.lookup import TRACED
from allegiance.alliances.moment import number
from allegiance.alliances.walk import doubts, moments, numbered

if TYPE_CHECKING:
    from datetime import date

    import polars as pl
    from numpy.typing import NDArray

    from allegiance.alliances.rules import Rules
    from allegiance.archive import Archive


_WEIGHED = ("a", "b", "at", "step", "hold", "mass", "belief", "tie")


def bearing(archive: Archive, day: date, actor: int | None, rules: Rules) -> pl.DataFrame:
    """The evidence of the archive that bears on a day, that of ``actor`` alone if it is given, as `faded` gives it.

    What was last told to hold longer ago than the half-lives after which evidence is forgotten is left out.
    """
    earliest = day - timedelta(days=min(rules.half_life * rules.forgotten, (day - day.min).days))
    touching = None if actor is None else [actor]
    frame = archive.frame(touching=touching, bearing=(earliest, day), columns=NEEDED)
    rows, order = unsorted(frame, rules)
    return _left(rows, order, number(day), rules)


def faded(rows: pl.DataFrame, day: int, rules: Rules) -> pl.DataFrame:
    """The evidence that counts on a day, with ``left``, the share of its weight that is left, and ``seen``.

    ``rows`` are sorted as `evidence` gives them. ``seen`` is the last day, no later than ``day``, on which it is said
    to hold.
    """
    return _left(rows, np.arange(rows.height, dtype=np.uint32), day, rules)


def _left(rows: pl.DataFrame, order: NDArray[np.uint32], day: int, rules: Rules) -> pl.DataFrame:
    """The same for rows in any order, and the order of pairs and time."""
    import polars as pl

    counts = rows["at"].to_numpy() <= day
    order = order[counts[order]]
    age = (day - rows["hold"].to_numpy()[order]).clip(0)
    left = np.exp2(-age / rules.half_life) * _undoubted(rows.select(*_WEIGHED)[order])
    every = np.zeros(rows.height, dtype=np.float32)
    every[order] = left
    seen = pl.min_horizontal("hold", pl.lit(day)).alias("seen")
    return rows.with_columns(pl.Series("left", every), seen).filter(pl.Series(counts))


def _undoubted(rows: pl.DataFrame) -> NDArray[np.float64]:
    """How much contrary ties that were told later leave of each row; ``rows`` are sorted by pair and time.

    What holds in full is not touched before it begins to fade.
    """
    if rows.is_empty():
        return np.zeros(0)
    pairs = numbered(rows)
    keys = moments(pairs, rows["at"], rows["step"])
    ends = np.searchsorted(pairs, pairs, side="right")
    holds = rows["hold"].to_numpy() > rows["at"].to_numpy()
    later = np.searchsorted(keys, keys, side="right")
    later[holds] = np.searchsorted(keys, moments(pairs, rows["hold"])[holds])
    friendly, hostile = (np.concatenate([[0.0], np.cumsum(part)]) for part in doubts(rows))
    taken = np.where(rows["mass"].to_numpy() > 0, friendly[ends] - friendly[later], hostile[ends] - hostile[later])
    undoubted: NDArray[np.float64] = np.exp(np.minimum(taken, 0))
    return undoubted


def standing(left: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """The pairs that stand with or against each other, ``a b stance net strength``, the weightiest first.

    ``left`` is evidence as `faded` gives it. ``net`` is the net weight, and ``stance`` its sign where it reaches the
    threshold. ``strength`` is the mean weight on the Goldstein scale, each claim counted by how far it is believed and
    has not faded: net / sum of belief x what is left.
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
