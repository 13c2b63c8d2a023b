"""The marks in a lexicon entry's example: "[S Hamas] accepted a truce with [T Israel]."; no I/O."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = re.compile(r"\[([ST]) ([^\[\]]+)\]")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A text without its marks, and where its source and its target stand, if they are marked."""

    text: str
    source: Span | None
    target: Span | None


def strip(marked: str) -> Example:
    """Take the marks out; of several of one kind the first counts."""
    text, end = "", 0
    spans: dict[str, Span] = {}
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        spans.setdefault(mark[1], (len(text), len(text) + len(mark[2])))
        text += mark[2]
        end = mark.end()
    return Example(text + marked[end:], spans.get("S"), spans.get("T"))


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def in_order(cue: Sequence[str], words: Sequence[frozenset[str]]) -> bool:
    """Whether the words of a cue come in this order among a text's words, each given by its forms."""
    remaining = iter(words)
    return all(any(part in forms for forms in remaining) for part in cue)
