"""Patterns of verb dictionaries as frames: which words make the cue, and where the source and the target stand.

In a pattern, ``*`` is the verb, ``$`` the source, ``+`` the target, ``%`` both at once and ``^`` an actor to be passed
over; ``&NAME`` is a set of synonyms, ``{A | B}`` a choice, ``{A B}`` a noun with what describes it, and ``(TO A)`` a
prepositional phrase. TABARI manual 0.8.4, chapter 5; PETRARCH and PETRARCH-2 dictionary formats (OEDA, 2014, 2015).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product

from allegiance.exchange.dictionaries import words
from allegiance.exchange.dictionaries.words import AUXILIARIES, PARTICLES

MOST = 500
"""Ways to spell out one pattern; one with more is not carried over."""
_LONGEST = 3
_TOKEN = re.compile(r"\((?:[^(){}]|\{[^}]*\})*\)|\{[^}]*\}|[^\s(){}]+")
_MARKS = frozenset("$+%^")
_MODAL = frozenset(
    "not never cannot no will would may might could can should shall must if unless said say says plan plans planned "
    "to do does did fail failed refuse refused".split()
)
_SKIPPED = frozenset("the a an its his her their each other one another both".split())
BARE = "obj|to|with|against|on|at"
"""Where a target stands that a pattern does not place: PETRARCH takes an object or what a preposition governs."""
WITH_NOUN = "iobj|to|against|on|with|for|at|from"


@dataclass(frozen=True, slots=True)
class Places:
    """The words of a cue after its verb, and where the two sides stand, as in a file of one's own lexicon."""

    words: tuple[str, ...]
    source: str
    target: str


class Unfit(Exception):  # noqa: N818 - it is a reason, not an error
    """Why a pattern cannot be a frame."""


@dataclass(slots=True)
class _Found:
    """What stands after the verb: words, and the places of the markers."""

    words: list[str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)


def read(pattern: str, synonyms: Mapping[str, Sequence[str]], *, stems: bool) -> list[Places]:
    """Every frame that a pattern stands for, once each; `Unfit` says why there is none."""
    before, star, after = pattern.replace("**", "*").partition("*")
    if not star:
        raise Unfit("a pattern without a verb")
    lead = _lead(before)
    spelt = list(islice(_spellings(after, synonyms), MOST + 1))
    if len(spelt) > MOST:
        raise Unfit("a pattern with too many synonyms")
    return list(dict.fromkeys(_places(lead, _follow(tokens, stems=stems)) for tokens in spelt))


def _lead(text: str) -> tuple[list[str], bool]:
    """The markers before the verb, and whether an auxiliary stands there; other words do not fit."""
    marks, auxiliary = [], False
    for token in _TOKEN.findall(text):
        if token in _MARKS:
            marks.append(token)
            continue
        if token.startswith("&"):
            raise Unfit("words before the verb")
        for word in re.split(r"[\s_|{}()]+", token.lower()):
            if word in _MODAL:
                raise Unfit("a negation, a modal or a reporting verb before the verb, which the rules read themselves")
            if word in AUXILIARIES:
                auxiliary = True
            elif word and word != "and":
                raise Unfit("words before the verb")
    if "^" in marks:
        raise Unfit("an actor to be passed over")
    return marks, auxiliary


def _spellings(text: str, synonyms: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """The words and markers after the verb, with every choice made in turn."""
    options = [_options(token, synonyms) for token in _TOKEN.findall(text)]
    for chosen in product(*options):
        yield [word for words_ in chosen for word in words_]


def _options(token: str, synonyms: Mapping[str, Sequence[str]]) -> list[list[str]]:
    if token[0] in "{(":
        inner = token[1:-1]
        if "|" in inner:
            return [_plain(choice) for choice in inner.split("|") if choice.strip()]
        return list(_spellings(inner, synonyms))
    if token.startswith("&"):
        known = synonyms.get(token.strip("_"))
        if known is None:
            raise Unfit(f"a set of synonyms that is not defined: {token}")
        return [_plain(phrase) for phrase in known]
    return [_plain(token)]


def _plain(text: str) -> list[str]:
    return [word for word in re.split(r"[\s_]+", text) if word]


def _follow(tokens: list[str], *, stems: bool) -> _Found:
    found = _Found()
    held: str | None = None
    for place, part in enumerate(tokens):
        word = part.lower()
        if part == "^":
            raise Unfit("an actor to be passed over")
        if part in _MARKS:
            found.marks[part] = held or ("" if found.words else "obj")
            held = None
        elif place == 0 and word in PARTICLES and not (tokens[1:2] and tokens[1] in _MARKS):
            found.words.append(word)
        elif words.is_preposition(word):
            held = word
        elif word not in _SKIPPED:
            found.words.append(_noun(part, stems=stems))
            held = None
    if len(found.words) > _LONGEST:
        raise Unfit(f"more than {_LONGEST} words besides the verb")
    if held and not found.marks:
        found.marks["+"] = held  # a phrase that ends with a preposition leaves its place to the target
    return found


def _noun(token: str, *, stems: bool) -> str:
    if words.is_verb_only(token) or token.lower() in AUXILIARIES:
        raise Unfit("a second verb")
    found = words.noun(token, stems=stems)
    if found is None:
        raise Unfit(f"a stem that is no word: {token}")
    if not re.fullmatch(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?", found):
        raise Unfit(f"a word that is none: {token}")
    return found


def _places(lead: tuple[list[str], bool], follow: _Found) -> Places:
    marks, auxiliary = lead
    otherwise = WITH_NOUN if any(word not in PARTICLES for word in follow.words) else BARE
    found = tuple(follow.words)
    if "%" in marks or "%" in follow.marks or {"$", "+"} <= set(marks):
        return Places(found, "subj", "both")
    if "+" in marks:
        return _turned(found, follow, auxiliary=auxiliary)
    source = follow.marks.get("$", "subj")
    if source == "":
        raise Unfit("a source whose place is not told")
    if source != "subj" and "+" not in follow.marks:
        otherwise = "subj"
    return Places(found, source, follow.marks.get("+") or otherwise)


def _turned(found: tuple[str, ...], follow: _Found, *, auxiliary: bool) -> Places:
    """The target stands before the verb: in a passive, or because it gets something from the source."""
    source = follow.marks.get("$")
    if source is None:
        raise Unfit("a passive without a source")
    if source == "by" or (auxiliary and source in ("", "obj")):
        return Places(found, "subj", WITH_NOUN if found else "obj")
    if source in ("", "obj"):
        raise Unfit("a source whose place is not told")
    return Places(found, source, "subj")
