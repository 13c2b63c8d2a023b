"""Cells of a report: numbers, stances and counts as they are written everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.alliances.report import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allegiance.alliances.answer import Span

WORDS = {1: "with", 0: "unclear", -1: "against"}
"""What the sign of a stance is called."""
APPROXIMATE = "~ is dated by its place in the text, or by when that was written."
"""What the mark before a span means."""
_SIGNS = {word: sign for sign, word in WORDS.items()}


def stance(word: str) -> Cell:
    """A stance in its colour."""
    return Cell(word, sign=_SIGNS[word])


def points(number: float | None) -> Cell:
    """A number on the Goldstein scale, with its sign and in its colour; empty where there is none."""
    if number is None:
        return Cell("")
    return Cell(f"{number:+.1f}".replace("-", "−"), sign=(number > 0) - (number < 0))


def share(number: float) -> Cell:
    """A probability or a share."""
    return Cell(f"{number:.2f}")


def count(claims: Sequence[str]) -> Cell:
    """How many claims, pointing at their quotes."""
    return Cell(str(len(claims)), claims=tuple(claims))


def many(number: int, noun: str) -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def when(span: Span | None, dated: str | None, claims: Sequence[str] = ()) -> Cell:
    """When something was, marked where no date in the text says so."""
    if span is None:
        return Cell("undated", claims=tuple(claims))
    return Cell(f"{'' if dated == 'date' else '~'}{span}", claims=tuple(claims))
