"""Which claims of two kinds about one thing hold at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl


def overlapping(rows: pl.DataFrame, group: Sequence[str], *, within: int) -> pl.DataFrame:
    """The rows that hold together with one of the other side of their group, ``within`` so many days of each other.

    ``rows`` have ``side``, true or false, and hold from day ``begin`` to day ``end``; the columns of ``group`` say what
    they are about.
    """
    import polars as pl

    def latest(*, side: bool, reverse: bool) -> pl.Expr:
        """How far the other side's rows that begin no later reach, or how early those that begin no earlier begin."""
        other = pl.when(pl.col("side") != side)
        if reverse:
            return other.then("begin").cum_min(reverse=True).backward_fill().over(group)
        return other.then("end").cum_max().forward_fill().over(group)

    both = rows.lazy().group_by(group).agg((pl.col("side").any() & ~pl.col("side").all()).alias("both")).filter("both")
    ordered = rows.lazy().join(both, on=list(group), how="semi").sort(*group, "begin", "claim")
    reach = pl.when("side").then(latest(side=True, reverse=False)).otherwise(latest(side=False, reverse=False))
    next_begin = pl.when("side").then(latest(side=True, reverse=True)).otherwise(latest(side=False, reverse=True))
    together = (reach >= pl.col("begin") - within) | (next_begin <= pl.col("end") + within)
    return ordered.filter(together.fill_null(value=False)).collect()
