"""Agent and actor dictionaries of TABARI and PETRARCH as nouns for actors of one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from allegiance.exchange.dictionaries import words
from allegiance.exchange.dictionaries.lines import Line, Lost
from allegiance.exchange.maps import roles
from allegiance.model import Kind

_FORMS = re.compile(r"\{([^}]*)\}")
_SET = re.compile(r"!\w+!")
_WORD = re.compile(r"[^\W\d_][\w'’&./-]*")


@dataclass(slots=True)
class Nouns:
    """What a dictionary became: nouns with their kinds; how many entries it has; what was lost."""

    nouns: dict[str, Kind] = field(default_factory=dict)
    entries: int = 0
    kept: int = 0
    lost: list[Lost] = field(default_factory=list)

    def take(self, kind: Kind, *nouns: str) -> None:
        """Count an entry that can be a noun, or several that mean the same."""
        self.kept += 1
        self.nouns.update({noun: kind for noun in nouns if noun not in self.nouns})

    def lose(self, line: Line, reason: str) -> None:
        """Count an entry that cannot."""
        self.lost.append(Lost(line, reason))


def kind_of(code: str) -> Kind | None:
    """What an actor is by a CAMEO code of three letters each; the last that is known counts: GOVMED is the media."""
    known = roles()
    parts = [code[place : place + 3] for place in range(0, len(code), 3)]
    return next((known[part].kind for part in reversed(parts) if part in known), None)


def from_agents(lines: list[Line]) -> Nouns:
    """The nouns of an agent dictionary: ``REBEL [~REB]``, ``CHILD {CHILDREN} [~CVL]``, ``!MINIST!_OF_X [~GOV]``."""
    done, sets = Nouns(), _sets(lines)
    for line in lines:
        if _SET.match(line.text) and "=" in line.text:
            continue
        done.entries += 1
        text, codes = line.without_codes()
        codes = [code.strip("~") for code in codes]
        kind = kind_of(codes[0]) if codes else None
        phrases = list(_spelt(_FORMS.sub("", text), sets))
        if kind is None:
            done.lose(line, f"a code without a kind: {codes[0]}" if codes else "no code")
        elif len(phrases[0].split()) > 2:
            done.lose(line, "more than two words")
        else:
            done.take(kind, *(_singular(phrase) for phrase in phrases))
    return done


def _sets(lines: list[Line]) -> dict[str, list[str]]:
    """What may stand for a marker: ``!PERSON! = MAN, WOMAN``."""
    pairs = (line.text.partition("=") for line in lines if _SET.match(line.text) and "=" in line.text)
    return {name.strip(): [word.strip() for word in members.split(",")] for name, _, members in pairs}


def _spelt(text: str, sets: dict[str, list[str]]) -> Iterator[str]:
    """The phrase with every word that may stand for its marker."""
    marker = _SET.search(text)
    if marker is None:
        yield " ".join(text.replace("_", " ").split())
        return
    for word in sets.get(marker[0], [marker[0].strip("!")]):
        yield from _spelt(text.replace(marker[0], word, 1), sets)


def _singular(phrase: str) -> str:
    *before, last = phrase.lower().split()
    return " ".join([*before, words.noun(last, stems=False) or last])


def from_actors(lines: list[Line]) -> Nouns:
    """Names of one word whose code says what kind of group they are; nothing else of an actor dictionary fits.

    A file of actors of one's own holds nouns with kinds. Names are found without it, but it tells what kind of actor
    bears one.
    """
    done = Nouns()
    for phrases, codes in _actors(lines):
        reason, kind = _kind_of_actor(codes)
        for line, phrase in phrases:
            done.entries += 1
            noun = phrase.strip("_ ").lower()
            if reason is None and (" " in noun or "_" in noun):
                done.lose(line, "a name of several words, which may be a person's")
            elif reason is None and not _WORD.fullmatch(noun):
                done.lose(line, "a name that is no word")
            elif reason is not None or kind is None:
                done.lose(line, reason or "a code without a kind")
            else:
                done.take(kind, noun)
    return done


def _actors(lines: list[Line]) -> Iterator[tuple[list[tuple[Line, str]], list[str]]]:
    """Each actor: its phrases, those after the first with a plus sign, and its codes, on their lines or below."""
    phrases: list[tuple[Line, str]] = []
    codes: list[str] = []
    for line in lines:
        text, found = line.without_codes()
        synonym = text.startswith("+")
        if text and not synonym and not (line.indented and phrases and not found):
            if phrases:
                yield phrases, codes
            phrases, codes = [], []
        if text:
            phrases.append((line, text.lstrip("+")))
        codes.extend(found)
    if phrases:
        yield phrases, codes


def _kind_of_actor(codes: list[str]) -> tuple[str | None, Kind | None]:
    """Why the codes of an actor do not tell what it is, or what it is."""
    given = [code for code in codes if code != "---"]
    if not given:
        return "no code", None
    if len(given) > 1 or any(len(code.split()) > 1 or re.search(r"[<>-]", code) for code in given):
        return "a code for a time, and files of actors have no dates", None
    code = given[0]
    if len(code) == 3 and code not in roles():
        return "a state or a region, which a noun cannot name", None
    # Those who belong to no state have their kind first: IGOUNOJUD is the court of an international organisation.
    kind = roles()[code[:3]].kind if code[:3] in roles() else kind_of(code)
    if kind is Kind.GOVERNMENT or code.endswith("ELI"):
        return "an office or a person, which the code does not tell apart", None
    return (None, kind) if kind else (f"a code without a kind: {code}", None)
