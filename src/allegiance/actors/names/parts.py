"""The words of a name, and what they are together: Abu Bakr, Abd al-Aziz, bin Salman, Siraj al-Din, Nasr Allah."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from allegiance.actors.names.clean import clean, latin
from allegiance.actors.names.lists import given, little
from allegiance.actors.names.sound import LETTERS, alike, keys

MOST = 24
"""Words of a name that are looked at."""

_SPLIT = re.compile(r"[\s\-]+|(?<=[^\W\d_]{2})\.|\.(?=\w)")
_SERVANT = re.compile(r"^(?:abd|abed|ebd)(?:[aeiou][lrsnztd])?(?P<core>[^\W\d_]{4,}|aziz|ahad)$")
_FAITH = re.compile(r"^(?P<core>[^\W\d_]{2,}?)[aeiou]?(?:dd?|tt)(?:in|een|ine|în|yn)$")
_GOD = re.compile(r"^(?P<core>[^\W\d_]{2,}?)[aeiou']?ll+[aeo]h?$")


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a name. ``tie`` says what stands with it: abu, umm, ibn, abd, din, llah, or nothing."""

    word: str
    tie: str = ""

    @property
    def text(self) -> str:
        return f"{self.tie} {self.word}" if self.tie else self.word

    @property
    def initial(self) -> bool:
        return len(self.word) == 1 and not self.tie

    def keys(self) -> frozenset[str]:
        """What the part is looked up by."""
        found = given().get(self.word)
        known = frozenset(f"={name}" for name in found) if found and not self.tie else keys(self.word)
        return frozenset(f"{self.tie}:{key}" for key in known) if self.tie and self.tie != "ibn" else known


def words(name: str) -> list[str]:
    """The words of a name in small letters, split at spaces, hyphens and full stops."""
    found = [word[:LETTERS] for word in _SPLIT.split(clean(name).casefold()) if word.strip(".'")]
    return found[: 2 * MOST]


def compose(tokens: list[str]) -> list[Part]:
    """The parts that words make up, without articles."""
    parts: list[Part] = []
    place = 0
    while place < len(tokens) and len(parts) < MOST:
        part, place = _next(tokens, place, first=not parts)
        if part is not None:
            parts.append(part)
    return parts


def _next(tokens: list[str], place: int, *, first: bool) -> tuple[Part | None, int]:
    """The part that begins at a place, and where the next one does."""
    token = tokens[place].strip(".'")
    after = place + 1
    while after < len(tokens) - 1 and tokens[after] in little().articles:
        after += 1
    following = without_article(tokens[after]) if after < len(tokens) else ""
    tie = _tie(token, first=first)
    if tie and following:
        if tie == "abd" and following in _ALLAH:
            return Part("abd", "llah"), after + 1
        inner, end = _next(tokens, after, first=False)
        return Part(inner.text.replace(" ", "") if inner else following, tie), end
    if token in little().articles:
        return (None, place + 1) if following or not first else (Part(token), place + 1)
    if following in _DIN:
        return Part(token, "din"), after + 1
    if following in _ALLAH:
        return Part(without_article(token), "llah"), after + 1
    return _single(token), place + 1


_DIN = frozenset({"din", "deen", "dine", "dîn", "دين", "دین"})
_BEN = frozenset({"ben"})
_ALLAH = frozenset({"allah", "alla", "ullah", "الله", "لله"})


def _tie(token: str, *, first: bool) -> str:
    lists = little()
    if token in lists.kunya:
        return "abu"
    if token in lists.mother:
        return "umm" if first else ""
    if token in lists.son:
        return "" if first and token in _BEN else "ibn"
    return "abd" if token in lists.servant else ""


def _single(token: str) -> Part:
    """A word that may have another one in it: Abdulaziz, Sirajuddin, Hezbollah."""
    token = without_article(token)
    god = _GOD.match(token) or re.match(r"^(?P<core>.{2,})الله$", token)
    if god is not None:
        return Part(god["core"].replace("\u200c", ""), "llah")
    if token in given():
        return Part(token)
    servant = _SERVANT.match(token) or re.match(r"^عبدال(?P<core>.{3,})$", token)
    if servant is not None:
        return Part(servant["core"], "abd")
    faith = _FAITH.match(token) or re.match(r"^(?P<core>.{2,})الد[يی]ن$", token)
    if faith is not None:
        return Part(faith["core"], "din")
    if token.startswith("abu") and token[3:] in given():
        return Part(token[3:], "abu")
    return Part(token)


def without_article(token: str) -> str:
    """A word in Arabic script without the article that is written with it."""
    if token.startswith("ال") and len(token) > 3 and token not in _ALLAH:
        return token[2:]
    if token.startswith("لل") and len(token) > 4:
        return token[2:]
    return token


@lru_cache(maxsize=400_000)
def similarity(left: Part, right: Part) -> float:
    """How alike two parts are, from 0 to 1; given names of different people are not alike at all."""
    if left == right:
        return 1.0
    if left.initial or right.initial:
        return 0.9 if _initial(left, right) else 0.0
    if left.tie != right.tie:
        return _ties(left, right)
    if not left.tie:
        one, other = given().get(left.word), given().get(right.word)
        if one and other:
            return 0.98 if one & other else 0.3
    found = alike(left.word, right.word)
    if found < 0.8:
        found = max(found, _article_inside(left.word, right.word))
    return found


def _ties(left: Part, right: Part) -> float:
    if {left.tie, right.tie} == {"", "ibn"}:
        return 0.94 * similarity(Part(left.word), Part(right.word))
    if "abd" in (left.tie, right.tie) or "din" in (left.tie, right.tie) or "llah" in (left.tie, right.tie):
        return 0.97 * alike(left.text.replace(" ", ""), right.text.replace(" ", ""))
    return 0.0


def _initial(left: Part, right: Part) -> bool:
    return latin(left.text)[:1] == latin(right.text)[:1]


def _article_inside(left: str, right: str) -> float:
    """For an article written in one word with its noun: Almutlaq and Mutlaq."""
    for one, other in ((left, right), (right, left)):
        if one.startswith(("al", "el")) and len(one) > 5 and not other.startswith(one[:2]):
            return 0.97 * alike(one[2:], other)
        if one.startswith("ה") and len(one) > 3:
            return 0.97 * alike(one[1:], other)
    return 0.0
