"""The tense of a clause, as far as dates need it."""

from __future__ import annotations

from spacy.tokens import Token

_FINITE = {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "modal"}


def tense(word: Token) -> str | None:
    """``past``, ``pluperfect``, ``perfect``, ``present`` or ``modal``, by the predicate's first finite word.

    ``None`` for infinitives, participles and nouns.
    """
    for other in word.children:
        if other.dep_ in ("aux", "aux:pass", "cop") and other.tag_ in _FINITE:
            if other.lemma_.lower() == "have" and other.dep_ == "aux":
                return "pluperfect" if other.tag_ == "VBD" else "perfect"
            return _FINITE[other.tag_]
    return _FINITE.get(word.tag_)


def of_clause(word: Token) -> str | None:
    """The tense of the innermost clause around a word that has one."""
    return next((found for found in map(tense, (word, *word.ancestors)) if found is not None), None)


def agree(below: Token, above: Token) -> bool:
    """Whether a clause may be of the time of the one that holds it: of its tense, or without one of its own.

    In a coordination a plain form may be a past that looks like a present: "they beat, burned and buried them".
    """
    own, outer = tense(below), of_clause(above)
    plain = below.dep_ == "conj" and "VBP" in (below.tag_, above.tag_) and {own, outer} == {"past", "present"}
    return own is None or outer is None or own == outer or plain
