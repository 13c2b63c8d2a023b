"""The periods of a pair's history: what a run of one stance rests on and amounts to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from allegiance.alliances.answer import Span
from allegiance.alliances.cells import WORDS
from allegiance.alliances.lookup import TRACED, Cited

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time in which the stance of a pair kept its sign.

    ``began`` is when the first evidence of it was, ``last`` the last. ``strength``, ``words`` and ``deeds`` are means
    on the Goldstein scale: of all evidence, of verbal and of material claims, each counted by how far it is believed.
    Of ``count`` claims, ``contrary`` go against the stance; ``claims`` names the first of those for it and
    ``against`` of those that are not, up to a thousand of either.
    """

    stance: str
    began: Span
    last: Span
    strength: float
    words: float | None
    deeds: float | None
    documents: int
    publishers: int
    count: int
    contrary: int
    claims: tuple[str, ...]
    against: tuple[str, ...]


def periods(rows: pl.DataFrame, every: pl.DataFrame, names: Cited) -> tuple[Period, ...]:
    """The periods of one pair: its evidence, as `runs` parts it."""
    import polars as pl

    found = []
    for run in every.iter_rows(named=True):
        told = rows.slice(run["start"], run["count"])
        for_it = told.filter(pl.col("mass").sign() == run["now"]) if run["now"] else told
        if told.height:
            found.append(_period(run, told, for_it if for_it.height else told, names))
    return tuple(found)


def _period(run: dict[str, Any], rows: pl.DataFrame, for_it: pl.DataFrame, names: Cited) -> Period:
    import polars as pl

    first = for_it.sort("at", "step", "last", -pl.col("first")).row(0, named=True)
    last = for_it.sort(pl.coalesce("kept", "at"), "at", "step", "first").row(-1, named=True)
    kept = last["kept"] is not None and last["kept"] > last["at"]
    contrary = rows.filter(~pl.col("claim").is_in(for_it["claim"].implode()))
    return Period(
        stance=WORDS[run["now"]],
        began=Span.of(first["first"], first["last"]),
        last=Span.of(last["kept"], last["kept"]) if kept else Span.of(last["first"], last["last"]),
        strength=_mean(rows) or 0.0,
        words=_mean(rows.filter("words")),
        deeds=_mean(rows.filter(~pl.col("words"))),
        documents=rows["document"].n_unique(),
        publishers=rows["publisher"].n_unique(),
        count=rows.height,
        contrary=contrary.height,
        claims=names.claims(for_it["claim"].head(TRACED)),
        against=names.claims(contrary["claim"].head(TRACED)),
    )


def _mean(rows: pl.DataFrame) -> float | None:
    believed = float(rows["belief"].sum())
    return round(float(rows["mass"].sum()) / believed, 4) if believed else None
