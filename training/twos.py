"""The pairs of actors of a sentence: what may be asked of it, whether a cue speaks of them or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from allegiance.extract.arguments import Actor, Arguments

FARTHEST = 30
"""Words between two mentions that are asked about."""
MOST = 16
"""Pairs of one sentence that are asked about, the nearest first."""
_PART_OF_A_NAME = frozenset({"amod", "compound", "flat", "nmod:desc", "det"})


@dataclass(frozen=True, slots=True)
class Standing:
    """An actor and the word at which it stands: of a pronoun not the head of what it stands for."""

    actor: Actor
    word: Token

    @property
    def span(self) -> tuple[int, int]:
        """The characters of the mention."""
        return self.actor.found.start, self.actor.found.end


def twos(sentence: Span, arguments: Arguments) -> list[tuple[Standing, Standing]]:
    """Two actors of a sentence at a time, each two once, in the order of the text; of many the nearest."""
    standing = list(_standing(sentence, arguments))
    found = [
        (one, other)
        for place, one in enumerate(standing)
        for other in standing[place + 1 :]
        if one.span[1] <= other.span[0] and other.word.i - one.word.i <= FARTHEST
    ]
    found.sort(key=lambda two: two[1].word.i - two[0].word.i)
    return found[:MOST]


def _standing(sentence: Span, arguments: Arguments) -> Iterator[Standing]:
    """The mentions of a sentence, pronouns too, but not the adjective or name that is part of another mention."""
    for token in sentence:
        if token.i in arguments.found:
            if token.dep_ not in _PART_OF_A_NAME or token.head.i not in arguments.found:
                yield Standing(Actor(arguments.found[token.i]), token)
        elif token.i in arguments.links and (token.pos_ == "PRON" or token.tag_ == "PRP$"):
            yield from (Standing(actor, token) for actor in arguments.at(token)[:1])
