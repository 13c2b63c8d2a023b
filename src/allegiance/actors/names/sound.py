"""How a word of a name sounds, whatever the language and script that wrote it down: `alike` compares two.

A word is heard as a row of consonants with vowels between them, after the fashion of Soundex (Russell 1918) and of the
Arabic Soundex of Aqeel et al. (2006), with two differences: letters that stand for several sounds give several
hearings, and vowels are compared too, as far as they are written, for "Hassan" is not "Hussein". Which letter stands
for what is in ``data/sounds.toml``.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, product

from allegiance.actors.names.clean import latin, script

HEARINGS = 8
"""Ways to hear a word that are followed up."""
LETTERS = 40
"""Letters of a word that are listened to."""

_VOWELS = {"a": "A", "e": "E", "i": "I", "o": "U", "u": "U", "y": "I", "ı": "I", "ö": "U", "ü": "U", "ê": "E"}
_CYRILLIC = {"x": ["x", "h"], "g": ["g", "h"]}
_OPEN = {"A": "A", "E": "AI", "I": "I", "U": "U"}
_BARE = re.compile(r"[^\w]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Sound:
    """One hearing: ``key`` for looking up, ``consonants``, and ``vowels`` before, between and after them.

    ``written`` is false where the script leaves short vowels out.
    """

    key: str
    consonants: str
    vowels: tuple[str, ...]
    written: bool


@dataclass(frozen=True, slots=True)
class _Letters:
    latin: dict[str, list[str]]
    arabic: dict[str, list[str]]
    hebrew: dict[str, list[str]]
    keys: dict[int, str]
    longest: int


@cache
def _letters() -> _Letters:
    data = tomllib.loads((files("allegiance.actors.names") / "data" / "sounds.toml").read_text(encoding="utf-8"))
    longest = max(map(len, data["latin"]))
    return _Letters(data["latin"], data["arabic"], data["hebrew"], str.maketrans(data["keys"]), longest)


@lru_cache(maxsize=200_000)
def hear(word: str) -> tuple[Sound, ...]:
    """The hearings of one word, the likeliest first; of a word without letters there is one, with an empty key."""
    word = word.casefold()[:LETTERS]
    kind = next((found for letter in word if (found := script(letter)) != "OTHER"), "OTHER")
    if kind == "ARABIC":
        rows = _semitic(word.replace("ه\u200c", "ە").replace("\u200c", ""), _letters().arabic)
    elif kind == "HEBREW":
        rows = _semitic(word, _letters().hebrew)
    else:
        rows = _latin(word if kind == "LATIN" else latin(word))
        if kind == "CYRILLIC":
            rows = [_CYRILLIC.get(row[0], row) for row in rows]
    written = kind not in ("ARABIC", "HEBREW")
    return tuple(dict.fromkeys(_sound(row, written=written) for row in islice(product(*rows), HEARINGS)))


def keys(word: str) -> frozenset[str]:
    """What a word is looked up by: two words that sound alike share one of theirs."""
    bare = hear(latin(word)) if script(word[:1]) == "LATIN" and not word.isascii() else ()
    return frozenset(sound.key for sound in (*hear(word), *bare))


def _latin(word: str) -> list[list[str]]:
    """The alternatives of each letter or group of letters: signs of consonants, or vowels ``A E I U``."""
    table, word = _letters(), _unmarked(word)
    rows: list[list[str]] = []
    place = 0
    while place < len(word):
        for length in range(min(table.longest, len(word) - place), 0, -1):
            group = word[place : place + length]
            if group in table.latin:
                rows.append(table.latin[group])
                break
            if length == 1:
                rows.append(_vowel_or_glide(word, place))
        place += length
    return rows


def _unmarked(word: str) -> str:
    """The word with only those marks that change a sound."""
    kept = []
    for letter in word:
        if letter.isascii() or letter in _letters().latin or letter in _VOWELS:
            kept.append(letter)
        else:
            bare = unicodedata.normalize("NFKD", letter)[0]
            kept.append(bare if bare.isascii() else latin(letter))
    return _BARE.sub("'", "".join(kept))


def _vowel_or_glide(word: str, place: int) -> list[str]:
    letter, after = word[place], word[place + 1 : place + 2]
    if letter == "w":
        if place == 0:
            return ["w", "v"]
        return ["U", "v"] if after in _VOWELS or not after else ["U"]
    if letter == "y" and place == 0 and after in _VOWELS:
        return ["I"] if after in ("e", "i") else ["y", "I"]
    return [_VOWELS.get(letter, "-")]


def _semitic(word: str, table: dict[str, list[str]]) -> list[list[str]]:
    """The same for scripts that write long vowels only, with letters that are consonants elsewhere."""
    rows: list[list[str]] = []
    for place, letter in enumerate(word):
        signs = table.get(letter, ["-"])
        if place == 0 and signs[0] == "I" and len(word) > 1 and letter not in "إ":
            rows.append(["y", "I"])
        elif place == 0 and signs == ["U", "v"]:
            rows.append(["w", "v"])
        elif (place == 0 and letter in "عע") or (place == 0 and signs[0] in ("A", "I") and letter in "اאأ"):
            rows.append(["AIU"])
        else:
            rows.append(signs)
    return rows


def _sound(row: tuple[str, ...], *, written: bool) -> Sound:
    consonants: list[str] = []
    vowels = [""]
    for sign in row:
        if sign == "-":
            continue
        if sign[0] in "AEIU":
            vowels[-1] += sign
            continue
        for single in sign:
            if consonants and consonants[-1] == single and not vowels[-1]:
                continue
            if single in "bp" and consonants and consonants[-1] == "n" and not vowels[-1]:
                consonants[-1] = "m"
            consonants.append(single)
            vowels.append("")
    if consonants and consonants[-1] == "h" and len(consonants) > 1:
        consonants.pop()
        vowels[-2:] = [vowels[-2] + vowels[-1]]
    key = "".join(consonants).translate(_letters().keys)
    return Sound(("-" if vowels[0] else "") + key, "".join(consonants), tuple(vowels), written)


@lru_cache(maxsize=400_000)
def alike(left: str, right: str) -> float:
    """How alike two words sound, from 0 to 1; the consonants must be those that one ear takes for another.

    Words that are the same but for marks are alike: "Akşener" is "Aksener" where the type has no cedilla.
    """
    if latin(left) == latin(right) and (left.isascii() or right.isascii()):
        return 0.98 if left != right else 1.0
    best = 0.0
    for one in hear(left):
        for other in hear(right):
            if one.key == other.key and one.consonants:
                best = max(best, _likeness(one, other))
    return best if best else _misspelt(left, right)


def _likeness(one: Sound, other: Sound) -> float:
    cost = sum(0.1 for a, b in zip(one.consonants, other.consonants, strict=True) if a != b)
    written = one.written and other.written
    last = len(one.vowels) - 1
    for place, (a, b) in enumerate(zip(one.vowels, other.vowels, strict=True)):
        share = _vowel_cost(a, b, written=written, last=place == last)
        if place == 0:
            share = 0.0 if {a[:1], b[:1]} <= set("AEI") else share
        elif place == last:
            share *= 0.6
        cost += share
    return max(0.0, 1 - cost / max(3.0, len(one.vowels)))


def _vowel_cost(a: str, b: str, *, written: bool, last: bool) -> float:
    if a == b:
        return 0.0
    if not (a and b):
        heard = a or b
        if written:
            return 0.5 if heard.endswith("I") else 0.3
        return 0.5 if len(heard) > 1 or (last and heard == "I") else 0.0
    first, second = ({sound for sign in heard for sound in _OPEN[sign]} for heard in (a, b))
    if first & second:
        return 0.0
    return 1.0 if "U" in first | second else 0.5


def _misspelt(left: str, right: str) -> float:
    """Long words that differ by one slip of the pen (Damerau 1964): doubtful, unless all else is the same."""
    one, other = latin(left), latin(right)
    return 0.72 if min(len(one), len(other)) >= 7 and _one_slip(one, other) else 0.0


def _one_slip(one: str, other: str) -> bool:
    """Whether a letter is missing, too many or another one, or two stand the wrong way round."""
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return abs(len(one) - len(other)) <= 1
    a, b = one[start:], other[start:]
    return a[1:] in (b, b[1:]) or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
