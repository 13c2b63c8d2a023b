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
    from numpy.typing import NDArray

    from allegiance.alliances.rules import Rules

NEEDED = (
    "claim document start source target relation sign weight confidence status publisher "
    "since since_last until published previous next next_last latest"
).split()
"""The columns of the claim frame that evidence is made of."""
MADE = "claim document source relation publisher a b mass belief tie words".split()
TOLD = "step over".split()


def evidence(frame: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """What a claim frame says of stances, one row a claim, sorted by pair and time; `MADE`, `DATED` and `TOLD`.

    - ``a b`` is the pair, the smaller key first; ``belief`` is confidence times status, ``mass`` belief times weight;
      ``tie`` and ``words`` are those of the relation.
    - ``first last told at hold kept`` are as in `dated`, but an ``open`` tie is presumed to go on only until something
      strong speaks against it.
    - ``step`` orders what one document tells of one day; on the day ``over`` it goes on to tell of the contrary tie.

    Claims that nothing dates are left out.
    """
    rows, order = unsorted(frame, rules)
    return rows[order]


def unsorted(frame: pl.DataFrame, rules: Rules) -> tuple[pl.DataFrame, NDArray[np.uint32]]:
    """Evidence in the order of the frame, and its order by pair and time."""
    import polars as pl

    rows = weighed(frame, rules)
    rows = rows.with_columns(_told_over(rows)).drop("start")
    pair = pl.col("a").cast(pl.UInt64) * (1 << 32) + pl.col("b")
    moment = pl.col("at") * 16 + pl.col("step")
    order = rows.select(pl.arg_sort_by(pair, moment, maintain_order=True)).to_series().to_numpy()
    return rows.with_columns(_presumed(rows, order, rules)), order


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
    """``step over`` of rows: which ties a document tells to be over, as it goes on to tell of the contrary.

    "Their alliance turned into a rivalry" makes two claims that hold one after the other, not both.
    """
    import polars as pl

    group = ["document", "a", "b"]
    sign = pl.col("mass").sign()
    found = (
        _contrary(rows)
        .sort(*group, "at", "start", "claim")
        .with_columns((sign != sign.shift(1)).fill_null(value=False).over(group).alias("turned"))
        .with_columns(
            pl.col("turned").cast(pl.Int32).cum_sum().over([*group, "at"]).alias("step"),
            pl.when("turned").then("at").shift(-1).backward_fill().over(group).alias("over"),
        )
        .with_columns(pl.when((pl.col("hold") <= pl.col("at")) | pl.col("open")).then("over").alias("over"))
    )
    step = pl.repeat(0, rows.height, dtype=pl.Int32, eager=True).alias("step")
    over = pl.repeat(None, rows.height, dtype=pl.Int32, eager=True).alias("over")
    return pl.DataFrame([step.scatter(found["row"], found["step"]), over.scatter(found["row"], found["over"])])


def _contrary(rows: pl.DataFrame) -> pl.DataFrame:
    """The ties of a pair in a document that makes it both friends and foes, each with its ``row``."""
    ties = np.flatnonzero(rows["tie"].to_numpy())
    document, a, b = (rows[name].to_numpy()[ties].astype(np.uint64) for name in ("document", "a", "b"))
    # Few pairs of a document have one number, and it does no harm if two have.
    number = (document << np.uint64(32)) | ((a * np.uint64(65_537) + b) & np.uint64(0xFFFF_FFFF))
    order = np.argsort(number)
    number, friends = number[order], rows["mass"].to_numpy()[ties][order] > 0
    mixed = number[1:][(number[1:] == number[:-1]) & (friends[1:] != friends[:-1])]
    there = np.sort(ties[order][np.isin(number, mixed)]) if len(mixed) else ties[:0]
    return rows.with_row_index("row")[there] if len(there) else rows.head(0).with_row_index("row")


def _presumed(rows: pl.DataFrame, order: NDArray[np.uint32], rules: Rules) -> pl.Series:
    """``hold``, where a tie without an end is presumed to go on only until something strong speaks against it."""
    import polars as pl

    a, b, mass, belief, at = (rows[name].to_numpy()[order] for name in ("a", "b", "mass", "belief", "at"))
    strong = rows["tie"].to_numpy()[order] | (np.abs(mass) >= rules.breaking * belief)
    still, hold = rows["open"].to_numpy()[order], rows["hold"].to_numpy().copy()
    for sign in (1, -1):
        ties, against = np.flatnonzero(still & (mass * sign > 0)), np.flatnonzero(strong & (mass * sign < 0))
        following = np.searchsorted(against, ties)
        ties, following = ties[following < len(against)], following[following < len(against)]
        other = against[following]
        same = (a[ties] == a[other]) & (b[ties] == b[other])
        ties, other = ties[same], other[same]
        hold[order[ties]] = np.maximum(at[ties], np.minimum(hold[order[ties]], at[other]))
    return pl.Series("hold", hold)
