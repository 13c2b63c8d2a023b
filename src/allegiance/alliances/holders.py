"""Offices that two actors are said to hold at one time, told apart by the title that stands beside their names."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import TYPE_CHECKING

from allegiance.alliances.conflicting import ABOUT, ASSERTED

if TYPE_CHECKING:
    import polars as pl

    from allegiance.archive import Archive
    from allegiance.model import Claim

_BESIDE = 40
"""How many characters on either side of a name are looked through for its title."""
_FORMER = re.compile(r"\b(?:former|ex|late|then|deputy|acting|vice|future|next)[- ](?:\w+[- ])?$", re.IGNORECASE)


@cache
def titles() -> dict[str, re.Pattern[str]]:
    """The titles of which there is one holder at a time, by the words for them; from ``offices.csv``."""
    text = (files("allegiance.alliances") / "offices.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["title"]: re.compile(rf"\b(?:{row['words']})\b", re.IGNORECASE) for row in rows}


def two_holders(archive: Archive, rows: pl.DataFrame) -> pl.DataFrame:
    """The claims by which two actors hold one office at one time, ``side`` true for the first; `ABOUT` has the columns.

    ``office`` is whose office it is. Only days on which a text says that both hold it count: who follows another does
    not contradict him, and an end that is not told is not known.
    """
    import polars as pl

    told = pl.col("status").is_in(ASSERTED) & pl.col("at").is_not_null() & (pl.col("source") != pl.col("target"))
    held = rows.filter(pl.col("relation").is_in(["office", "leads"]) & told)
    several = held.group_by("target").agg(pl.col("source").n_unique().alias("holders")).filter(pl.col("holders") > 1)
    held = held.join(several, on="target", how="semi")
    titled = [title(claim) for claim in archive.claims(held["claim"].to_list())]
    named = held.with_columns(
        pl.Series("title", titled, dtype=pl.String),
        pl.col("last").alias("begin"),
        pl.max_horizontal("last", "kept").alias("end"),
    ).filter(pl.col("title").is_not_null())
    found = []
    for (office, name), group in named.group_by("target", "title", maintain_order=True):
        for one, other in combinations(sorted(group["source"].unique()), 2):
            both = group.filter(pl.col("source").is_in([one, other]))
            at_once = [
                (first["claim"], second["claim"])
                for first in both.filter(pl.col("source") == one).to_dicts()
                for second in both.filter(pl.col("source") == other).to_dicts()
                if _at_once(first["begin"], first["end"], second["begin"], second["end"])
            ]
            if at_once:
                claims = {claim for pair in at_once for claim in pair}
                found.append(_sides(both.filter(pl.col("claim").is_in(claims)), (one, other), office, name))
    return pl.concat(found) if found else _sides(named.head(0), (0, 0), 0, "")


def _sides(rows: pl.DataFrame, holders: tuple[int, int], office: object, name: object) -> pl.DataFrame:
    import polars as pl

    return rows.select(
        pl.lit("two holders").alias("kind"),
        pl.lit(holders[0], pl.UInt32).alias("a"),
        pl.lit(holders[1], pl.UInt32).alias("b"),
        pl.lit(office, pl.UInt32).alias("office"),
        pl.lit(name, pl.String).alias("title"),
        (pl.col("source") == holders[0]).alias("side"),
        *("claim", "begin", "end", "relation", "according_to", "publisher"),
    ).select(ABOUT)


def _at_once(begin: int, end: int, other_begin: int, other_end: int) -> bool:
    """Whether two terms have a day in common that is not just the one on which the first ends and the second begins."""
    first, last = max(begin, other_begin), min(end, other_end)
    edges = {day for day, single in ((begin, begin == end), (other_begin, other_begin == other_end)) if not single}
    edges |= {day for day, single in ((end, begin == end), (other_end, other_begin == other_end)) if not single}
    return first < last or (first == last and first not in edges)


def title(claim: Claim) -> str | None:
    """The title that stands beside the source's name in the quote, if it is one of a single holder."""
    start, end = claim.source.mention.start - claim.start, claim.source.mention.end - claim.start
    before, after = claim.quote[max(0, start - _BESIDE) : max(0, start)], claim.quote[max(0, end) : end + _BESIDE]
    for name, words in titles().items():
        for place in (before, after):
            match = words.search(place)
            if match and not _FORMER.search(place[: match.start()]):
                return name
    return None
