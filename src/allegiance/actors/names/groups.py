"""Names of parties, armed groups, movements and bodies: which two can be of one, across languages.

Words that say what a group is (army, movement, jaysh, harakat) and common nouns are compared by what they mean, names
by how they sound; a place that only one of the names has makes it a branch or another group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from allegiance.actors.names.clean import clean, latin
from allegiance.actors.names.lists import Term, little, near, optional, regions, terms
from allegiance.actors.names.parts import Part, compose, similarity, without_article, words
from allegiance.actors.names.persons import Found
from allegiance.geography import atlas

LEAST = 0.8
"""How alike two words must be to be one."""

_FOLLOWERS = re.compile(r"(?<=\w{3})(?:ist|ite)s?$")
_NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th|s)?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name; ``term`` if it is a common noun, ``place`` if it names one, ``branch`` if "in" goes before."""

    part: Part
    term: Term | None = None
    place: str = ""
    branch: bool = False

    @property
    def form(self) -> bool:
        return self.term is not None and self.term.form

    @property
    def number(self) -> bool:
        return self.part.word.isdigit()


@dataclass(frozen=True, slots=True)
class Group:
    """The words of a name of a group."""

    words: tuple[Word, ...]


@lru_cache(maxsize=200_000)
def parse(name: str) -> Group:
    """The words of a name with what they mean."""
    tokens = [token.removesuffix("'s").rstrip("'") for token in words(name)]
    tokens = [token for token in tokens if token]
    found: list[Word] = []
    branch = False
    for token in _grouped(tokens):
        if isinstance(token, Part):
            found.append(Word(token))
            branch = False
        elif token in little().joining or token in little().articles:
            branch = token in little().places or (branch and token in {"the", *little().articles})
        else:
            found.append(_word(token, branch=branch))
            branch = False
    return Group(tuple(found))


def _grouped(tokens: list[str]) -> list[str | Part]:
    """The tokens, with those that make up a personal name put together: Izz al-Din, Abu Sayyaf, Hezbollah."""
    parts: list[str | Part] = []
    place = 0
    while place < len(tokens):
        for length in (3, 2, 1):
            piece = tokens[place : place + length]
            made = compose(piece) if len(piece) == length else []
            if len(made) == 1 and made[0].tie and (length == 1 or piece[-1] not in little().articles):
                parts.append(made[0])
                place += length
                break
        else:
            parts.append(tokens[place])
            place += 1
    return parts


def _word(token: str, *, branch: bool) -> Word:
    number = _NUMBER.match(token)
    if number is not None:
        return Word(Part(number[1]), branch=False)
    bare = without_article(token)
    term = _term(bare) or _term(token)
    place = atlas().adjective(token) or atlas().adjective(bare) or "" if term is None else ""
    if not place and term is None:
        place = regions().get(latin(bare), "")
    return Word(Part(bare), term, place, branch=branch and bool(place))


def _term(token: str) -> Term | None:
    table = terms()
    found = table.get(token) or table.get(latin(token))
    if found is None and len(token) > 4 and token.endswith("s"):
        found = table.get(token[:-1])
    return found


def compare(left: Group, right: Group) -> Found:
    """How far two names of groups can be of one."""
    if not left.words or not right.words:
        return Found(0.0)
    pairs = sorted(
        ((_alike(a, b), i, j) for i, a in enumerate(left.words) for j, b in enumerate(right.words)),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1]),
    )
    taken_left, taken_right, scores = set(), set(), []
    for score, i, j in pairs:
        if score >= LEAST and i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            scores.append((score, left.words[i].form and right.words[j].form))
    over = [word for i, word in enumerate(left.words) if i not in taken_left]
    under = [word for j, word in enumerate(right.words) if j not in taken_right]
    return _judged(scores, over, under)


def _judged(scores: list[tuple[float, bool]], over: list[Word], under: list[Word]) -> Found:
    if not scores:
        return Found(0.0, ("no word in common",))
    product = 1.0
    for score, _ in scores:
        product *= score
    features = [f"{len(scores)} words alike"]
    named = any(not form for _, form in scores)
    if over and under:
        return Found(0.4 * product, (*features, "other words besides"))
    for word in over or under:
        if word.branch or word.number:
            return Found(0.4 * product, (*features, f"only one is {word.part.word}"))
        if not named:
            return Found(0.4 * product, (*features, "only what it is in common"))
        if word.place:
            product *= 0.85 if len(scores) > 2 else 0.76
            features.append(f"only one is of {word.place}")
        elif word.term is not None and word.term.concepts & optional():
            product *= 0.93
            features.append(f"{word.part.word} left out")
        else:
            return Found(0.5 * product, (*features, f"only one is {word.part.word}"))
    return Found(product, tuple(features))


@lru_cache(maxsize=400_000)
def _alike(left: Word, right: Word) -> float:
    if left.place or right.place:
        if left.place == right.place:
            return 1.0
        concepts = (left.term or right.term or _NONE).concepts
        return 0.95 if (left.place or right.place).lower() in concepts else 0.0
    if left.number or right.number:
        return 1.0 if left.part == right.part else 0.0
    if left.term is not None and right.term is not None:
        return _same_term(left.term, right.term)
    if left.term is not None or right.term is not None:
        return 0.97 if similarity(left.part, right.part) >= 0.95 and len(latin(left.part.word)) > 4 else 0.0
    found = similarity(left.part, right.part)
    if found < LEAST and not (left.part.tie or right.part.tie):
        one, other = (_FOLLOWERS.sub("", word.part.word) for word in (left, right))
        if (one, other) != (left.part.word, right.part.word):
            found = 0.9 * similarity(Part(one), Part(other))
    return found


_NONE = Term("", "", frozenset(), form=False)


def _same_term(left: Term, right: Term) -> float:
    if left.lemma == right.lemma:
        return 1.0
    if left.language != right.language and left.concepts & right.concepts:
        return 0.97
    close = any(frozenset((a, b)) in near() for a in left.concepts for b in right.concepts)
    return 0.89 if close else 0.0


def bare(name: str) -> str:
    """A name in small letters without punctuation, for finding it in lists."""
    return " ".join(latin(clean(name)).replace("-", " ").replace("'", "").split())
