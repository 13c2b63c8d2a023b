"""Names of persons: which two can be of one.

The parts of the shorter name must stand in the longer one in the same order. What the longer one has besides decides:
a father's name in the middle and a tribe or a town at the end are often left out; another name in front is the son's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from allegiance.actors.names.lists import given, little
from allegiance.actors.names.parts import Part, compose, similarity, words

LEAST = 0.72
"""How alike two parts must be to be one."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name of a person: its parts, what stands after them (Jr., II), and whether it is only one part."""

    parts: tuple[Part, ...]
    suffix: str = ""

    @property
    def bare(self) -> bool:
        """Whether it is a mere surname or given name, which many bear; a kunya is a name of its own."""
        return len(self.parts) == 1 and not self.parts[0].tie


@lru_cache(maxsize=200_000)
def parse(name: str) -> Person:
    """The parts of a name without titles before it.

    >>> [part.text for part in parse("Grand Ayatollah Ali al-Sistani").parts]
    ['ali', 'sistani']
    """
    tokens = words(name)
    tokens = tokens[_titles(tokens) :]
    suffix = ""
    if len(tokens) > 1 and tokens[-1].strip(".") in little().suffixes:
        suffix = tokens.pop().strip(".")
    return Person(tuple(compose(tokens)), suffix)


def _titles(tokens: list[str]) -> int:
    """How many words at the beginning are titles; at least one word is none."""
    place = 0
    bare = [token.strip(".") for token in tokens]
    while place < len(bare) - 1:
        for length in (3, 2, 1):
            if place + length < len(bare) and tuple(bare[place : place + length]) in little().titles:
                place += length
                break
        else:
            break
    return place


@dataclass(frozen=True, slots=True)
class Found:
    """How far two names of persons agree, from 0 to 1, and what was seen."""

    score: float
    features: tuple[str, ...] = ()


def compare(left: Person, right: Person) -> Found:
    """How far two names of persons can be of one."""
    if not left.parts or not right.parts:
        return Found(0.0)
    if left.suffix != right.suffix:
        return Found(0.3, ("another suffix",))
    short, long = sorted((left.parts, right.parts), key=len)
    if len(short) == 1 < len(long):
        return _bare(short[0], long)
    found = _aligned(short, long)
    if found.score < LEAST and len(short) == len(long) == 2:
        turned = _aligned(short[::-1], long)
        if turned.score > 0.95:
            return Found(0.9, ("parts in another order",))
    return found


def _bare(part: Part, long: tuple[Part, ...]) -> Found:
    """One part says little, but for a kunya before a surname."""
    best = max(similarity(part, other) for other in long)
    if best < LEAST:
        return Found(0.1)
    if part.tie == "abu" and similarity(part, long[0]) >= LEAST:
        return Found(0.6, ("only the kunya",))
    return Found(0.5, ("only one part of the name",))


def _aligned(short: tuple[Part, ...], long: tuple[Part, ...]) -> Found:
    """The best way to find the shorter name in the longer one, its parts in their order."""
    places, scores, place = [], [], 0
    for number, part in enumerate(short):
        last = len(long) - (len(short) - number) + 1
        options = [(similarity(part, long[i]), -i) for i in range(place, last)]
        good = [option for option in options if option[0] >= LEAST]
        if not good:
            best = max(options, default=(0.0, 0))[0]
            return Found(0.4 * best, ("a part is not alike",))
        # The given name is looked for from the front, the surname from the end.
        score, place = max(good, key=lambda option: (round(option[0], 1), option[1] if number == 0 else -option[1]))
        places.append(-place)
        scores.append(score)
        place = -place + 1
    return _with_others(short, long, places, scores)


def _with_others(short: tuple[Part, ...], long: tuple[Part, ...], places: list[int], scores: list[float]) -> Found:
    mean, worst = sum(scores) / len(scores), min(scores)
    score, features = 0.5 * mean + 0.5 * worst, [f"parts alike {worst:.2f} to {max(scores):.2f}"]
    if sum(part.initial for part in short) == len(short):
        return Found(0.3, ("only initials",))
    before = [part for i, part in enumerate(long) if i < places[0]]
    between = [part for i, part in enumerate(long) if places[0] < i < places[-1] and i not in places]
    after = [part for i, part in enumerate(long) if i > places[-1]]
    if before:
        if not _doubles(before) and not all(part.initial for part in before):
            return Found(0.5 * score, ("another name before",))
        score, features = score * 0.95, [*features, "a double name shortened"]
    if between:
        if any(part.initial for part in between) and any(part.initial for part in short[1:-1]):
            return Found(0.4, ("other initials",))
        score, features = score * 0.96, [*features, "a name in the middle left out"]
    if after:
        if len(short) == 1 or _given(after[-1]):
            return Found(0.5 * score, ("another surname",))
        score, features = score * 0.94, [*features, "a surname left out"]
    return Found(score, tuple(features))


def _doubles(parts: list[Part]) -> bool:
    doubles = little().doubles
    return len(parts) == 1 and bool(parts[0].word in doubles or given().get(parts[0].word, frozenset()) & doubles)


def _given(part: Part) -> bool:
    return not part.tie and part.word in given()
