"""A text with the pairs of actors that are asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

import spacy
from spacy.language import Language

from allegiance.language.tokens import tokenizer

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors as spans of characters of their text, and what a tree and a lexicon say of them.

    ``path`` holds the words by which the tree joins the two. ``forth`` and ``back`` are the names of relations from
    source to target and from target to source, or ``None`` where the lexicon is silent.
    """

    source: Span
    target: Span
    path: Sequence[Span] = ()
    forth: str | None = None
    back: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with their places in a text, and the pairs that are asked about in it."""

    words: Sequence[str]
    places: Sequence[Span]
    pairs: Sequence[Pair]

    @classmethod
    def of_text(cls, text: str, pairs: Sequence[Pair]) -> Self:
        """A text that has not been cut into words yet."""
        tokens = [token for token in _words().make_doc(text) if not token.is_space]
        places = [(token.idx, token.idx + len(token)) for token in tokens]
        return cls([token.text for token in tokens], places, pairs)


@cache
def _words() -> Language:
    nlp = spacy.blank("en")
    nlp.tokenizer = tokenizer(nlp.vocab)
    return nlp
