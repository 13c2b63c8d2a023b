"""Dictionary forms: remembered for words that the training texts had, made by an edit script for the rest.

A script is ``l`` or ``k`` (lower the word first, or keep its case), the number of letters to cut from the end,
a colon, and what to put there: ``l3:y`` makes "allies" to "ally". After Chrupała (2006). Of the scripts that the
network finds likeliest, the first that makes a known dictionary form is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

INFLECTED = frozenset({"VERB", "NOUN", "ADJ", "ADV", "AUX"})


def script(word: str, lemma: str) -> str:
    """The shortest script that makes ``lemma`` out of ``word``."""
    case = "l" if lemma == lemma.lower() else "k"
    base = word.lower() if case == "l" else word
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return f"{case}{len(base) - shared}:{lemma[shared:]}"


def apply(how: str, word: str) -> str:
    """What a script makes out of a word; the lower-cased word where it would leave nothing."""
    cut, _, end = how[1:].partition(":")
    base = word.lower() if how[0] == "l" else word
    return base[: max(0, len(base) - int(cut))] + end or word.lower()


class Lemmas:
    """Forms with their lemmas by universal tag, from lines ``form<TAB>tag<TAB>lemma``."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._remembered: dict[tuple[str, str], str] = {}
        self._known: set[tuple[str, str]] = set()
        for line in lines:
            form, tag, lemma = line.rstrip("\n").split("\t")
            self._remembered[form, tag] = lemma
            self._known.add((lemma, tag))

    @classmethod
    def load(cls, path: Path) -> Lemmas:
        with path.open(encoding="utf-8") as stream:
            return cls(stream)

    def knows(self, lemma: str, tag: str) -> bool:
        """Whether the training texts had a word with this lemma and universal tag."""
        return (lemma, tag) in self._known

    def lemma(self, word: str, tag: str, scripts: Iterable[str]) -> str:
        """The lemma of a word with its universal tag; ``scripts`` are the network's, the likeliest first."""
        if tag not in INFLECTED:
            return apply(next(iter(scripts)), word)
        lower = word.lower()
        remembered = self._remembered.get((lower, tag))
        if remembered is not None:
            return remembered
        made = [apply(how, lower) for how in scripts]
        return next((lemma for lemma in made if (lemma, tag) in self._known), made[0])
