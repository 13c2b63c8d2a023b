"""Chinese names: characters, pinyin and the romanisation of Wade and Giles, with the surname first or last."""

from __future__ import annotations

import re
from functools import lru_cache

from allegiance.actors.names.clean import clean, latin, script
from allegiance.actors.names.lists import surnames

# What Wade and Giles, or Gwoyeu Romatzyh, and pinyin write for one sound, brought down to one sign, in this order.
# Breath marks are mostly left out in print, so that what they tell apart is not told apart here either.
_FOLD = [
    (r"[-'’]", ""),
    (r"hs|sh", "x"),
    (r"tz|ts|c(?!h)", "z"),
    (r"ch|zh|q", "j"),
    (r"t", "d"),
    (r"p", "b"),
    (r"k", "g"),
    (r"ung", "ong"),
    (r"eou", "iu"),
    (r"ieh", "ie"),
    (r"[iy]en", "ian"),
    (r"ih", "i"),
    (r"yi", "i"),
]
_SYLLABLES = re.compile(r"[a-z'-]{1,14}$")


def in_characters(name: str) -> bool:
    """Whether a name is written in Chinese characters."""
    return not name.isascii() and any(script(letter) == "CJK" for letter in name)


@lru_cache(maxsize=50_000)
def readings(name: str) -> frozenset[str]:
    """The ways to read a name as a Chinese one, as ``surname given``; none if it cannot be one."""
    if in_characters(name):
        syllables = [latin(letter) for letter in name if script(letter) == "CJK"]
        if not 2 <= len(syllables) <= 4:
            return frozenset()
        return frozenset({f"{_fold(syllables[0])} {_fold(''.join(syllables[1:]))}"})
    tokens = latin(clean(name)).split()
    if len(tokens) != 2:
        return frozenset()
    found = set()
    for surname, first in (tokens, tokens[::-1]):
        if surname.replace("'", "") in surnames() and _SYLLABLES.match(first):
            found.add(f"{_fold(surname)} {_fold(first)}")
    return frozenset(found)


def _fold(syllables: str) -> str:
    for pattern, sign in _FOLD:
        syllables = re.sub(pattern, sign, syllables)
    return syllables
