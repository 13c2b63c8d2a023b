"""Descriptions of offices: "the Iraqi prime minister" is the prime minister of Iraq, whoever that is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from allegiance.actors.names.clean import clean
from allegiance.actors.names.lists import offices
from allegiance.geography import How, atlas

_MANNER = frozenset({"former", "then", "late", "current", "new", "acting", "interim", "outgoing", "ex", "the", "its"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office and the state whose it is, ``prime minister`` of ``Iraq``."""

    title: str
    state: str


@lru_cache(maxsize=50_000)
def office(name: str) -> Office | None:
    """The office that a description names, if it names a present one of a state.

    >>> office("Iraqi prime minister"), office("President of Turkey"), office("former Iraqi prime minister")
    (Office(title='prime minister', state='Iraq'), Office(title='president', state='Turkey'), None)
    """
    words = clean(name).casefold().replace("-", " ").split()
    for title in offices():
        length = len(title)
        if len(words) > length:
            if tuple(words[-length:]) == title:
                found = _state(words[:-length])
            elif tuple(words[:length]) == title and words[length] in ("of", "for"):
                found = _state(words[length + 1 :])
            else:
                continue
            if found is not None:
                return Office(_usual(title), found)
    return None


def _state(words: list[str]) -> str | None:
    if words and words[0] == "the":
        words = words[1:]
    if not words or words[0] in _MANNER:
        return None
    place = atlas().find(" ".join(words))
    return place.state if place is not None and place.how in (How.NAME, How.ADJECTIVE) else None


def _usual(title: tuple[str, ...]) -> str:
    return {"premier": "prime minister", "defence minister": "defense minister"}.get(" ".join(title), " ".join(title))
