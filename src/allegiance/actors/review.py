"""A walk through the doubtful pairs, the weightiest first: what is asked, and what is made of the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from allegiance.actors.judgements import Verb
from allegiance.actors.record import Actor, Doubt, Resolution


class Answer(StrEnum):
    """What a person says to a pair."""

    SAME = "same"
    DIFFERENT = "different"
    LATER = "later"
    END = "end"


@dataclass(frozen=True, slots=True)
class Question:
    """Two actors that may be one; ``number`` of ``of``."""

    number: int
    of: int
    left: Actor
    right: Actor
    doubt: Doubt


def questions(resolution: Resolution) -> list[Question]:
    """The doubtful pairs of a resolution, those first that would join most claims."""
    actors = {actor.id: actor for actor in resolution.actors}
    doubts = resolution.doubts
    return [
        Question(number, len(doubts), actors[doubt.left], actors[doubt.right], doubt)
        for number, doubt in enumerate(doubts, start=1)
    ]


def review(asked: Iterable[Question], answer: Callable[[Question], Answer]) -> Iterator[tuple[Verb, Question]]:
    """Ask about one pair after another until the end or the answer to end; give what was decided, as it is decided.

    A pair one of whose actors was joined with another one in this walk is asked all the same: its names are still two.
    """
    for question in asked:
        said = answer(question)
        if said is Answer.END:
            return
        if said is Answer.SAME:
            yield Verb.MERGE, question
        elif said is Answer.DIFFERENT:
            yield Verb.SPLIT, question
