"""From claims to evidence: which claims speak of a pair's stance, how much, from when and until when.

A claim weighs its Goldstein weight times the probability that it was read rightly times what its status counts for. It
counts from ``at`` on, keeps its weight until ``hold`` and fades from then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from allegiance.alliances.dating import DATED, dated
from allegiance.vocabulary import relations

if TYPE_CHECKING:
    import polars as pl

    from allegiance.alliances.rules import Rules

NEEDED = (
    "claim document start source target relation sign weight confidence status publisher "
    "since since_last until published previous next next_last latest"
).split()
"""The columns of the claim frame that evidence is made of."""
MADE = "claim document source relation publisher a b mass belief tie words".split()
VOID = "step over over_step".split()


def evidence(frame: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """What a claim frame says of stances, one row a claim, sorted by pair and time; `MADE`, `DATED` and `VOID`.

    - ``a b`` is the pair, the smaller key first; ``belief`` is confidence times status, ``mass`` belief times weight;
      ``tie`` and ``words`` are those of the relation.
    - ``first last told at hold kept`` are as in `dated`, but an ``open`` tie is presumed to go on only until something
      strong speaks against it.
    - from ``over`` and ``over_step`` on it is void, because its own document goes on to tell of the contrary tie;
      ``step`` orders what one document tells of one day.

    Claims that nothing dates are left out.
    """
    import polars as pl

    rows = weighed(frame, rules)
    rows = rows.with_columns(_told_over(rows)).drop("start")
    pair = pl.col("a").cast(pl.UInt64) * (1 << 32) + pl.col("b")
    rows = rows.sort(pair, pl.col("at") * 16 + pl.col("step"), maintain_order=True)
    return rows.with_columns(_presumed(rows, rules))


def weighed(frame: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """The dated claims between two actors that are for or against, with `MADE`, ``start`` and `DATED`."""
    import polars as pl

    status = pl.col("status").replace_strict(rules.statuses, return_dtype=pl.Float32, default=0.0)
    rows = (
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
    )
    return dated(rows).filter(pl.col("at").is_not_null()).select(*MADE, "start", *DATED).collect()


def kinds() -> tuple[pl.Expr, pl.Expr]:
    """Whether a relation is a ``tie``, and whether it is a matter of ``words``, as columns."""
    import polars as pl

    known = relations().values()
    ties = [relation.name for relation in known if relation.kind == "tie"]
    words = [relation.name for relation in known if relation.medium == "words"]
    return pl.col("relation").is_in(ties).alias("tie"), pl.col("relation").is_in(words).alias("words")


def _told_over(rows: pl.DataFrame) -> pl.DataFrame:
    """``step over over_step`` of rows: which ties a document tells to be over, as it goes on to tell of the contrary.

    "Their alliance turned into a rivalry" makes two claims that hold one after the other, not both.
    """
    import polars as pl

    group = ["document", "a", "b"]
    wanted = ["row", "claim", "start", *group, "mass", "at", "hold", "open"]
    ties = rows.lazy().with_row_index("row").filter("tie").select(wanted).collect()
    # A quick look for documents with several ties of a pair; that it may find too many does no harm.
    mixture = pl.col("document").cast(pl.UInt64) * (1 << 32) + (pl.col("a") * 65_537 + pl.col("b"))
    several = ties.filter(mixture.is_duplicated())
    mixed = several.group_by(group).agg(((pl.col("mass") > 0).any() & (pl.col("mass") < 0).any()).alias("mixed"))
    sign = pl.col("mass").sign()
    found = (
        several.join(mixed.filter("mixed"), on=group, how="semi")
        .sort(*group, "at", "start", "claim")
        .with_columns((sign != sign.shift(1)).fill_null(value=False).over(group).alias("turned"))
        .with_columns(pl.col("turned").cast(pl.Int32).cum_sum().over([*group, "at"]).alias("step"))
        .with_columns(
            pl.when("turned").then(name).shift(-1).backward_fill().over(group).alias(following)
            for name, following in (("at", "over"), ("step", "over_step"))
        )
        .with_columns(pl.when((pl.col("hold") <= pl.col("at")) | pl.col("open")).then("over").alias("over"))
    )
    return _scattered(found, rows.height)


def _scattered(found: pl.DataFrame, height: int) -> pl.DataFrame:
    """`VOID` of the few rows that have them at their places among all."""
    import polars as pl

    step = pl.repeat(0, height, dtype=pl.Int32, eager=True).alias("step")
    empty = pl.repeat(None, height, dtype=pl.Int32, eager=True)
    places = found["row"]
    return pl.DataFrame(
        [
            step.scatter(places, found["step"]),
            *(empty.clone().scatter(places, found[name]).alias(name) for name in ("over", "over_step")),
        ]
    )


def _presumed(rows: pl.DataFrame, rules: Rules) -> pl.Series:
    """``hold``, where a tie without an end is presumed to go on only until something strong speaks against it.

    ``rows`` are sorted by pair and day.
    """
    import polars as pl

    mass, at, hold = rows["mass"].to_numpy(), rows["at"].to_numpy(), rows["hold"].to_numpy().copy()
    strong = rows["tie"].to_numpy() | (np.abs(mass) >= rules.breaking * rows["belief"].to_numpy())
    a, b, still = (rows[name].to_numpy() for name in ("a", "b", "open"))
    for sign in (1, -1):
        ties, against = np.flatnonzero(still & (mass * sign > 0)), np.flatnonzero(strong & (mass * sign < 0))
        following = np.searchsorted(against, ties)
        ties, following = ties[following < len(against)], following[following < len(against)]
        other = against[following]
        same = (a[ties] == a[other]) & (b[ties] == b[other])
        ties, other = ties[same], other[same]
        hold[ties] = np.maximum(at[ties], np.minimum(hold[ties], at[other]))
    return pl.Series("hold", hold)
