"""Names as strings of letters: what cannot be seen goes, scripts are told apart, look-alikes are recognised.

Look-alike letters are those of the confusables of Unicode Technical Standard 39 that occur in names of the languages
this project reads; they are in ``data/look-alikes.csv``.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

LONGEST = 300
"""Characters of a name that are looked at; no actor has a longer one."""

_NON_JOINER = "\u200c"
_QUOTES = str.maketrans(dict.fromkeys("’‘ʼʿʾ`´ʻ′", "'") | dict.fromkeys("–—‐‑‒−", "-") | {"\u0640": ""})
_GERSHAYIM = re.compile('(?<=[\u05d0-\u05ea])["\u05f4”](?=[\u05d0-\u05ea])')
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=200_000)
def clean(name: str) -> str:
    r"""The name in one form (Unicode NFKC) without control characters, vowel points and doubled spaces.

    Zero-width and bidirectional controls are dropped but for the non-joiner inside Persian words.

    >>> clean("  Hezbo\u200bllah\u202e ")
    'Hezbollah'
    """
    kept = []
    text = _GERSHAYIM.sub("", unicodedata.normalize("NFKC", name[: 4 * LONGEST]).translate(_QUOTES))
    for letter in text:
        category = unicodedata.category(letter)
        if category in ("Cf", "Cs", "Co", "Cn"):
            if letter == _NON_JOINER:
                kept.append(letter)
        elif category == "Cc" or letter in '_,;()[]{}«»"“”/\\|*':
            kept.append(" ")
        elif not (category == "Mn" and script(letter) in ("ARABIC", "HEBREW", "OTHER")):
            kept.append(letter)
    return _SPACES.sub(" ", "".join(kept)).strip(" \u200c")[:LONGEST]


@lru_cache(maxsize=20_000)
def script(letter: str) -> str:
    """The script of a letter as Unicode names it, ``OTHER`` for what is no letter."""
    if letter.isascii():
        return "LATIN" if letter.isalpha() else "OTHER"
    name = unicodedata.name(letter, "")
    if not (letter.isalpha() or unicodedata.combining(letter)):
        return "OTHER"
    first = name.split(" ", 1)[0]
    return {"MODIFIER": "LATIN", "FULLWIDTH": "LATIN", "COMBINING": "OTHER"}.get(first, first or "OTHER")


def scripts(text: str) -> frozenset[str]:
    """The scripts of a text's letters."""
    return frozenset(found for letter in text if (found := script(letter)) != "OTHER")


@lru_cache(maxsize=200_000)
def mixed(name: str) -> bool:
    """Whether a word of a name is written with letters of several scripts, which no word of a language is."""
    return not name.isascii() and any(
        len(scripts(word) - {"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}) > 1 for word in re.split(r"[\s-]", name)
    )


@lru_cache(maxsize=200_000)
def latin(text: str) -> str:
    """A text in small ASCII letters, as the package ``anyascii`` reads them.

    >>> latin("Эрдоган"), latin("İnönü")
    ('erdogan', 'inonu')
    """
    if text.isascii():
        return text.lower()
    from anyascii import anyascii

    return anyascii(text).lower()


@lru_cache(maxsize=200_000)
def looks(name: str) -> str:
    """What a name looks like at a glance: the same for a word and for one with look-alike letters in it.

    >>> looks("Iran") == looks("lran") == looks("Irаn")
    True
    """
    seen = "".join(_look_alikes().get(letter, letter) for letter in name)
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", seen) if not unicodedata.combining(letter))
    return bare.lower().replace("rn", "m").replace("vv", "w").replace("'", "").replace("-", " ")


def look_alikes(left: str, right: str) -> bool:
    """Whether two cleaned names look the same without being the same."""
    if looks(left) != looks(right):
        return False
    one, other = (latin(name).replace("'", "").replace("-", " ") for name in (left, right))
    return one != other or mixed(left) != mixed(right)


@cache
def _look_alikes() -> dict[str, str]:
    text = (files("allegiance.actors.names") / "data" / "look-alikes.csv").read_text(encoding="utf-8")
    return {row["letter"]: row["looks"] for row in csv.DictReader(text.splitlines(), quoting=csv.QUOTE_NONE)}
