"""Finding the claims that cannot both hold, of friends and foes and of what is asserted and denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.alliances.overlap import overlapping
from allegiance.model import Status
from allegiance.vocabulary import relations

if TYPE_CHECKING:
    import polars as pl

    from allegiance.alliances.rules import Rules

FRIENDS = ("ally", "sponsor", "affiliate", "merger")
"""The ties that no foe has: who leads or belongs to a group may well quarrel with it."""
FOES = ("rival", "enemy")
ASSERTED = (Status.STATED.value, Status.REPORTED.value, Status.ALLEGED.value)
ABOUT = "kind a b office title side claim begin end relation according_to publisher".split()
"""The columns of what contradicts something."""


def friends_and_foes(rows: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """The ties that make a pair friends and foes at one time, ``side`` true for friends; `ABOUT` has the columns."""
    import polars as pl

    ties = rows.filter(
        pl.col("relation").is_in([*FRIENDS, *FOES])
        & pl.col("status").is_in(ASSERTED)
        & (pl.col("at").is_not_null())
        & (pl.col("source") != pl.col("target"))
    )
    # What its own document calls over ended too early to be of one time with what took its place.
    before = pl.col("over") - rules.together - 1
    sides = ties.select(
        "claim", "relation", "according_to", "publisher",
        pl.lit("friend and foe").alias("kind"),
        pl.min_horizontal("source", "target").alias("a"),
        pl.max_horizontal("source", "target").alias("b"),
        pl.lit(None, pl.UInt32).alias("office"),
        pl.lit(None, pl.String).alias("title"),
        pl.col("relation").is_in(FRIENDS).alias("side"),
        pl.min_horizontal("at", before).alias("begin"),
        pl.min_horizontal("hold", before).alias("end"),
    )  # fmt: skip
    return overlapping(sides, ["a", "b"], within=rules.together).select(ABOUT)


def asserted_and_denied(rows: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """The claims that are asserted and denied at one time, ``side`` true for what is asserted."""
    import polars as pl

    both_ways = pl.col("relation").is_in([relation.name for relation in relations().values() if relation.symmetric])
    turn = both_ways & (pl.col("source") > pl.col("target"))
    sides = rows.filter(pl.col("status").is_in([*ASSERTED, Status.DENIED.value]) & pl.col("at").is_not_null()).select(
        "claim", "relation", "according_to", "publisher",
        pl.lit("asserted and denied").alias("kind"),
        pl.when(turn).then("target").otherwise("source").alias("a"),
        pl.when(turn).then("source").otherwise("target").alias("b"),
        pl.lit(None, pl.UInt32).alias("office"),
        pl.lit(None, pl.String).alias("title"),
        pl.col("status").is_in(ASSERTED).alias("side"),
        pl.col("at").alias("begin"),
        pl.col("hold").alias("end"),
    )  # fmt: skip
    return overlapping(sides, ["a", "b", "relation"], within=rules.together).select(ABOUT)


def gathered(rows: pl.DataFrame) -> pl.DataFrame:
    """One row a contradiction: ``kind a b office title first last``, and of ``one`` and ``other`` claims and voices.

    Those with most claims on their weaker side come first.
    """
    import polars as pl

    def of(name: str, *, side: bool) -> list[pl.Expr]:
        chosen = pl.col("side") == side
        return [
            pl.col("claim").filter(chosen).sort().alias(name),
            pl.col("relation").cast(pl.String).filter(chosen).unique().sort().alias(f"says_{name}"),
            pl.col("according_to").filter(chosen).drop_nulls().unique().sort().alias(f"voices_{name}"),
            pl.col("publisher").cast(pl.String).filter(chosen).drop_nulls().unique().sort().alias(f"publishers_{name}"),
        ]

    by_relation = pl.when(pl.col("kind") == "asserted and denied").then(pl.col("relation").cast(pl.String))
    groups = rows.with_columns(by_relation.alias("about")).group_by("kind", "a", "b", "office", "title", "about")
    found = groups.agg(
        pl.col("begin").min().alias("first"), pl.col("end").max().alias("last"),
        *of("one", side=True), *of("other", side=False),
    ).filter((pl.col("one").list.len() > 0) & (pl.col("other").list.len() > 0))  # fmt: skip
    weaker = pl.min_horizontal(pl.col("one").list.len(), pl.col("other").list.len())
    return found.sort(weaker, "first", "a", "b", "kind", descending=[True, False, False, False, False])
