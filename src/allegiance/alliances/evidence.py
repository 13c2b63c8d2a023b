"""From claims to evidence: which claims speak of a pair's stance, how much, from when and until when.

Days are counted from 1970-01-01. A claim weighs its Goldstein weight times the probability that it was read rightly
times what its status counts for. It counts from ``at`` on, keeps its weight until ``hold`` and fades from then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from allegiance.alliances.dating import dated
from allegiance.vocabulary import relations

if TYPE_CHECKING:
    import polars as pl

    from allegiance.alliances.rules import Rules

KEPT = "claim document start source target relation status according_to publisher".split()
"""The columns of the claim frame that evidence keeps."""
MADE = "a b mass belief tie words first last told at step hold kept over over_step".split()
"""The columns that it has besides; see `evidence`."""


def evidence(frame: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """What a claim frame says of stances, one row a claim, sorted by pair, day and step; `KEPT` and `MADE`.

    - ``a b`` is the pair, the smaller key first; ``belief`` is confidence times status, ``mass`` belief times weight;
      ``tie`` and ``words`` are those of the relation.
    - ``first last told at hold kept`` are as in `dated`, but a tie is presumed to go on only until something strong
      speaks against it.
    - from ``over`` and ``over_step`` on it is void, because its own document goes on to tell of the contrary tie;
      ``step`` orders what one document tells of one day.

    Claims that nothing dates are left out.
    """
    import polars as pl

    rows = dated(weighed(frame, rules)).filter(pl.col("at").is_not_null())
    rows = rows.join(_told_over(rows), on="claim", how="left").with_columns(pl.col("step").fill_null(0))
    rows = rows.sort("a", "b", "at", "step", "claim")
    return rows.with_columns(_presumed(rows, rules)).select(*KEPT, *MADE)


def weighed(frame: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """The claims between two actors that are for or against, with ``a b mass belief tie words``."""
    import polars as pl

    status = pl.col("status").replace_strict(rules.statuses, return_dtype=pl.Float32, default=0.0)
    return (
        frame.lazy()
        .filter((pl.col("sign") != 0) & (pl.col("source") != pl.col("target")))
        .with_columns((pl.col("confidence").cast(pl.Float32) * status).alias("belief"))
        .filter(pl.col("belief") > 0)
        .with_columns(
            pl.min_horizontal("source", "target").alias("a"),
            pl.max_horizontal("source", "target").alias("b"),
            (pl.col("weight").abs() * pl.col("sign") * pl.col("belief")).cast(pl.Float32).alias("mass"),
            *kinds(),
        )
        .collect()
    )


def kinds() -> tuple[pl.Expr, pl.Expr]:
    """Whether a relation is a ``tie``, and whether it is a matter of ``words``, as columns."""
    import polars as pl

    known = relations().values()
    ties = [relation.name for relation in known if relation.kind == "tie"]
    words = [relation.name for relation in known if relation.medium == "words"]
    return pl.col("relation").is_in(ties).alias("tie"), pl.col("relation").is_in(words).alias("words")


def _told_over(rows: pl.DataFrame) -> pl.DataFrame:
    """The ties that a document tells to be over, ``claim step over over_step``: it goes on to tell of the contrary tie.

    "Their alliance turned into a rivalry" makes two claims that hold one after the other, not both.
    """
    import polars as pl

    group = ["document", "a", "b"]
    ties = rows.filter("tie").select("claim", "start", *group, "mass", "at", "hold", "open")
    several = ties.filter(ties.select(pl.struct(group).hash()).to_series().is_duplicated())
    mixed = several.group_by(group).agg(((pl.col("mass") > 0).any() & (pl.col("mass") < 0).any()).alias("mixed"))
    sign = pl.col("mass").sign()
    return (
        several.join(mixed.filter("mixed"), on=group, how="semi")
        .sort(*group, "at", "start", "claim")
        .with_columns((sign != sign.shift(1)).fill_null(value=False).over(group).alias("turned"))
        .with_columns(pl.col("turned").cast(pl.Int32).cum_sum().over([*group, "at"]).alias("step"))
        .with_columns(
            pl.when("turned").then(name).shift(-1).backward_fill().over(group).alias(following)
            for name, following in (("at", "over"), ("step", "over_step"))
        )
        .with_columns(pl.when((pl.col("hold") <= pl.col("at")) | pl.col("open")).then("over").alias("over"))
        .select("claim", "step", "over", "over_step")
    )


def _presumed(rows: pl.DataFrame, rules: Rules) -> pl.Series:
    """``hold``, where a tie without an end is presumed to go on only until something strong speaks against it.

    ``rows`` are sorted by pair and day.
    """
    import polars as pl

    mass, at = rows["mass"].to_numpy(), rows["at"].to_numpy()
    strong = rows["tie"].to_numpy() | (np.abs(mass) >= rules.breaking * rows["belief"].to_numpy())
    hold = rows["hold"].to_numpy().copy()
    for sign in (1, -1):
        open_ties = np.flatnonzero(rows["open"].to_numpy() & (np.sign(mass) == sign))
        against = np.flatnonzero(strong & (np.sign(mass) == -sign))
        following = np.searchsorted(against, open_ties)
        known = following < len(against)
        tie, other = open_ties[known], against[following[known]]
        same = (rows["a"].to_numpy()[tie] == rows["a"].to_numpy()[other]) & (
            rows["b"].to_numpy()[tie] == rows["b"].to_numpy()[other]
        )
        tie, other = tie[same], other[same]
        hold[tie] = np.maximum(at[tie], np.minimum(hold[tie], at[other]))
    return pl.Series("hold", hold)
