"""Abbreviations: whether PMF can stand for Popular Mobilization Forces.

Every word of the name that carries meaning gives its first letter, in order; articles, prepositions and "and" give
theirs or not, as the abbreviation pleases. An abbreviation inside the name gives all its letters.
"""

from __future__ import annotations

import re
from functools import lru_cache

from allegiance.actors.names.clean import clean, latin
from allegiance.actors.names.lists import little

LONGEST = 10
"""Letters of an abbreviation."""

_SHORT = re.compile(r"[A-ZÇĞİÖŞÜ][A-Za-zÇĞİÖŞÜ]{0,8}[A-ZÇĞİÖŞÜ](?:-[A-Z]{1,3})?$|[A-Z]{2,9}(?:-[A-Z]{1,3})?$")
_ELISION = re.compile(r"^[dlDL]'")


def letters(name: str) -> str | None:
    """The letters of a name that is an abbreviation (``P.K.K.`` is ``PKK``), or ``None``."""
    text = clean(name)
    if not text or len(text) > 2 * LONGEST or " " in text:
        return None
    bare = text.replace(".", "")
    capitals = sum(letter.isupper() for letter in bare)
    if not _SHORT.match(bare) or capitals < 2 or capitals * 2 < len(bare.replace("-", "")):
        return None
    return latin(bare.replace("-", ""))


@lru_cache(maxsize=200_000)
def stands_for(short: str, name: str) -> float:
    """From 0 to 1, how well ``short``, an abbreviation in small letters, is made of the words of a name.

    >>> stands_for("aqi", "Al-Qaeda in Iraq"), stands_for("aqi", "Al-Qaeda in the Islamic Maghreb")
    (0.95, 0.0)
    """
    pieces = _pieces(name)
    if len(pieces) < 2 or not 2 <= len(short) <= LONGEST:
        return 0.0
    return _rest(short, 0, pieces, 0)


def made_of(name: str) -> frozenset[str]:
    """The abbreviations that the words of a name make, with and without the letters of its little words."""
    made = {""}
    for word, passed in _pieces(name):
        letter = latin(word)[:1]
        made = {short + letter for short in made if len(short) < LONGEST} | (made if passed else set())
        if len(made) > 32:
            return frozenset()
    return frozenset(short for short in made if 2 < len(short) <= LONGEST)


def _pieces(name: str) -> tuple[tuple[str, bool], ...]:
    """The words of a name, and whether each can be passed over: little words, and "operation" of "co-operation"."""
    lists, pieces = little(), []
    for word in clean(name).split():
        for number, piece in enumerate(word.strip(".'&").split("-")):
            inner = _ELISION.sub("", piece)
            passed = latin(inner) in lists.joining or latin(inner) in lists.articles
            passed = passed or (number > 0 and latin(word[:3]) == "co-")
            if inner:
                pieces.append((inner, passed))
    return tuple(pieces[:16])


def _rest(short: str, used: int, pieces: tuple[tuple[str, bool], ...], place: int) -> float:
    """The best score of the letters that are left for the words that are left."""
    if place == len(pieces):
        return 1.0 if used == len(short) else 0.0
    word, little_word = pieces[place]
    small = latin(word)
    best = 0.0
    if used < len(short) and small[:1] == short[used]:
        best = (0.95 if little_word else 1.0) * _rest(short, used + 1, pieces, place + 1)
    if little_word:
        best = max(best, _rest(short, used, pieces, place + 1))
    if word.isupper() and len(word) > 1 and short.startswith(small, used):
        best = max(best, _rest(short, used + len(small), pieces, place + 1))
    return best
