"""Blocking: which names are worth comparing at all, found by what they are looked up by, never by trying all pairs.

Two names can only be of one actor if the shorter one's parts are all in the longer one, so that they share a pair of
parts, or the one part that they have. A block that has grown beyond `MOST` is too common to tell anything and is no
longer searched; the parts that make a name rare bring its candidates.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, product

from allegiance.actors.names import abbreviation, chinese, groups, persons
from allegiance.actors.names.clean import clean, latin, looks
from allegiance.actors.names.lists import optional
from allegiance.actors.names.parts import Part
from allegiance.actors.names.sound import hear
from allegiance.model import Kind

MOST = 60
"""Names of a block that are looked at."""
_PARTS = 5
_KEYS = 3


class Blocks:
    """Numbers of names under the keys that they are looked up by."""

    def __init__(self) -> None:
        self._found: dict[str, list[int]] = {}

    def add(self, number: int, keys: list[str]) -> None:
        """Put a name under its keys."""
        for key in keys:
            block = self._found.setdefault(key, [])
            if len(block) <= MOST:
                block.append(number)

    def full(self, keys: list[str]) -> bool:
        """Whether one of the blocks is too common to be searched."""
        return any(len(self._found.get(key, ())) > MOST for key in keys)

    def near(self, keys: list[str]) -> Iterator[int]:
        """The names under any of the keys, each once, the earliest first."""
        found: set[int] = set()
        for key in keys:
            block = self._found.get(key, ())
            if len(block) <= MOST:
                found.update(block)
        yield from sorted(found)


def keys(text: str, kind: Kind) -> list[str]:
    """What a name is looked up by among those that can be it."""
    name = clean(text)
    found = [f"l:{looks(name)}"]
    if kind is Kind.PERSON:
        return [*found, *_person(name)]
    short = abbreviation.letters(name)
    if short:
        return [*found, f"a:{short}"]
    return [*found, *_group(name), *(f"a:{letters}" for letters in abbreviation.made_of(name))]


def _person(name: str) -> Iterator[str]:
    yield from (f"c:{reading}" for reading in chinese.readings(name))
    parts = persons.parse(name).parts[:_PARTS]
    if not parts:
        return
    yield f"j:{_joined(parts)}"
    if len(parts) == 1:
        yield from (f"p:{key}" for key in _part(parts[0]))
        return
    for one, other in combinations(parts, 2):
        if one.initial or other.initial:
            yield from (f"i:{latin(one.text)[:1]}{key}" for key in _part(other))
        else:
            for pair in product(_part(one), _part(other)):
                yield "p:" + "|".join(sorted(pair))
    if not parts[0].initial:
        yield from (f"i:{latin(parts[0].text)[:1]}{key}" for key in _part(parts[-1]))


def surname(text: str) -> list[str]:
    """What a mere surname, and the last part of a whole name, are looked up by; nothing for other names."""
    parts = persons.parse(clean(text)).parts
    return [f"s:{key}" for key in _part(parts[-1])] if parts and not parts[-1].initial else []


@lru_cache(maxsize=200_000)
def _part(part: Part) -> tuple[str, ...]:
    return tuple(sorted(part.keys())[:_KEYS])


def _joined(parts: tuple[Part, ...]) -> str:
    """The consonants of all parts in a row: the same however they are written together."""
    heard = hear("".join(part.text.replace(" ", "") for part in parts))
    return heard[0].key if heard else ""


def _group(name: str) -> Iterator[str]:
    words = groups.parse(name).words
    core = [
        word for word in words if not word.place and not (word.term is not None and word.term.concepts & optional())
    ]
    core = (core or list(words))[:_PARTS]
    yield "g:" + groups.bare(name).replace(" ", "")[:60]
    if len(core) == 1:
        yield from (f"w:{key}" for key in _word(core[0]))
    for one, other in combinations(core, 2):
        for pair in product(_word(one), _word(other)):
            yield "w:" + "|".join(sorted(pair))


def _word(word: groups.Word) -> tuple[str, ...]:
    if word.place:
        return (f"@{word.place}",)
    if word.term is not None:
        return tuple(sorted(word.term.concepts))[:_KEYS]
    return _part(word.part)
