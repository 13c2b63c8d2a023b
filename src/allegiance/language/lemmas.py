"""Lemmas as edit scripts: how to make a word's dictionary form out of the word.

A script is ``l`` or ``k`` (lower the word first, or keep its case), the number of letters to cut from the end,
a colon, and what to put there: ``l3:y`` makes "allies" to "ally". After Chrupała (2006).
"""

from __future__ import annotations

from functools import lru_cache


def script(word: str, lemma: str) -> str:
    """The shortest script that makes ``lemma`` out of ``word``."""
    case = "l" if lemma == lemma.lower() else "k"
    base = word.lower() if case == "l" else word
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return f"{case}{len(base) - shared}:{lemma[shared:]}"


@lru_cache(maxsize=100_000)
def apply(how: str, word: str) -> str:
    """What a script makes out of a word; the lower-cased word where it would leave nothing."""
    cut, _, end = how[1:].partition(":")
    base = word.lower() if how[0] == "l" else word
    return base[: max(0, len(base) - int(cut))] + end or word.lower()
