"""From the capital letters, underscores and stems of dictionaries to dictionary forms."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

from allegiance.extract.lexicon.own import PREPOSITIONS
from allegiance.language.lemmas import Lemmas

AUXILIARIES = frozenset("am are be been being had has have is was were".split())
PARTICLES = frozenset("apart aside away back down forward in off on out over through together up".split())
_FORM = ["l0:"]
"""The word itself, where no dictionary form is remembered."""


@cache
def _lemmas() -> Lemmas:
    with as_file(files("allegiance.language.model") / "lemmas.tsv") as path:
        return Lemmas.load(path)


def verb(text: str, *, stems: bool) -> str | None:
    """The dictionary form of a verb; of a stem, as TABARI has them, the verb that it is most likely to stand for."""
    lower = text.lower()
    if not stems:
        return lower
    doubled = lower[:-1] if lower[-1:] == lower[-2:-1] else ""
    guesses = (lower, f"{lower}e", f"{lower}y", f"{lower[:-1]}y" if lower.endswith("i") else "", doubled)
    return next((guess for guess in guesses if guess and _lemmas().knows(guess, "VERB")), None)


def noun(text: str, *, stems: bool) -> str | None:
    """The dictionary form of a noun; ``None`` for a stem that is no word."""
    lower = text.lower()
    lemma = _lemmas().lemma(lower, "NOUN", _FORM)
    if not stems or any(_lemmas().knows(lemma, tag) for tag in ("NOUN", "ADJ", "PROPN")):
        return lemma
    return next((guess for guess in (f"{lower}e", f"{lower}y") if _lemmas().knows(guess, "NOUN")), None)


def is_verb_only(text: str) -> bool:
    """Whether a word is known, and only as a form of verbs."""
    lower = text.lower()
    lemma = _lemmas().lemma(lower, "NOUN", _FORM)
    if any(_lemmas().knows(lemma, tag) for tag in ("NOUN", "ADJ")):
        return False
    return _lemmas().knows(_lemmas().lemma(lower, "VERB", _FORM), "VERB")


def is_preposition(word: str) -> bool:
    """Whether a word stands before whom something is done to or with."""
    return word.lower() in PREPOSITIONS
