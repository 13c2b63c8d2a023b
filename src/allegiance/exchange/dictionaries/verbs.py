"""Verb dictionaries of TABARI, PETRARCH and PETRARCH-2 as rows of a lexicon of one's own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from allegiance.exchange.dictionaries import patterns, words
from allegiance.exchange.dictionaries.lines import Line, Lost
from allegiance.exchange.dictionaries.patterns import BARE, Places, Unfit
from allegiance.exchange.maps import whole_cameo

_HEADER = "---"
_ALONE = Places((), "subj", BARE)
_FORMS = re.compile(r"\{[^}]*\}")
_CUE = re.compile(r"[a-z][a-z'-]*(?: [a-z][a-z'-]*)*")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file of cues: a verb, the places of the two sides, and the relation."""

    cue: str
    source: str
    target: str
    relation: str


@dataclass(slots=True)
class Converted:
    """What a dictionary became: rows, each once; how many entries it has and how many became rows; what was lost."""

    rows: dict[Row, None] = field(default_factory=dict)
    entries: int = 0
    kept: int = 0
    lost: list[Lost] = field(default_factory=list)


@dataclass(slots=True)
class _Block:
    """Verbs that share their patterns; ``code`` is that of those that have none of their own."""

    code: str = ""
    verbs: list[str] = field(default_factory=list)
    begun: bool = False
    """Whether a pattern has come, so that another verb begins another block."""


def convert(lines: list[Line]) -> Converted:
    """Rows for every entry of a verb dictionary that can be one."""
    done, block, synonyms = Converted(), _Block(), _synonyms(lines)
    stems = not any(line.text.startswith((_HEADER, "&")) or _with_forms(line.text) for line in lines)
    for line in _entries(lines):
        if line.text.startswith(_HEADER):
            block = _Block(line.without_codes()[1][0] if "[" in line.text else "")
            continue
        done.entries += 1
        pattern = line.text.startswith("-")
        if not pattern and (stems or block.begun):
            block = _Block()
        try:
            made = _of_pattern(line, block, synonyms, stems=stems) if pattern else _of_verb(line, block, stems=stems)
        except Unfit as reason:
            done.lost.append(Lost(line, str(reason)))
        else:
            done.kept += 1
            done.rows.update(dict.fromkeys(made))
    return done


def _with_forms(text: str) -> bool:
    """Whether a line is a verb with its irregular forms, which only PETRARCH has."""
    return not text.startswith("-") and "{" in text


def _synonyms(lines: list[Line]) -> dict[str, list[str]]:
    """The sets of synonyms by their names, which begin with an ampersand."""
    found: dict[str, list[str]] = {}
    members: list[str] | None = None
    for line in lines:
        if line.text.startswith("&"):
            members = found.setdefault(line.text.split()[0].strip("_"), [])
        elif members is not None and _is_member(line.text):
            members.append(line.text[1:].strip("_ "))
        else:
            members = None
    return found


def _is_member(text: str) -> bool:
    return text.startswith("+") and "[" not in text and "{" not in text


def _entries(lines: list[Line]) -> list[Line]:
    """The lines that are no sets of synonyms: headers, verbs and patterns."""
    kept, naming = [], False
    for line in lines:
        naming = line.text.startswith("&") or (naming and _is_member(line.text))
        if not naming:
            kept.append(line)
    return kept


def _of_verb(line: Line, block: _Block, *, stems: bool) -> list[Row]:
    """Rows of a verb by itself."""
    if line.text.startswith("~"):
        raise Unfit("a transformation of verbs into others")
    text, codes = line.without_codes()
    verb = _verb(_FORMS.sub("", text).strip(), stems=stems)
    block.verbs.append(verb)
    code = codes[0] if codes else block.code
    if not block.code and len(block.verbs) == 1:
        block.code = code
    return [Row(verb, source, target, relation) for source, target, relation in _both_ways(_ALONE, code)]


def _verb(text: str, *, stems: bool) -> str:
    """The cue of a verb of one word or several, of which PETRARCH marks the verb with a plus sign."""
    if not text or " " in text:
        raise Unfit("a line that is no verb, pattern or set of synonyms")
    stems = stems and not text.endswith("_")
    parts = [part for part in text.removeprefix("+").split("_") if part]
    if not parts or any(part.startswith("+") for part in parts[1:]):
        raise Unfit("a verb of several words that does not begin with the verb")
    first = words.verb(parts[0], stems=stems and len(parts) == 1)
    if first is None:
        raise Unfit(f"a stem that is no verb: {parts[0]}")
    cue = " ".join([first, *(part.lower() for part in parts[1:])])
    if not _CUE.fullmatch(cue):
        raise Unfit(f"a verb that is no word: {text}")
    return cue


def _of_pattern(line: Line, block: _Block, synonyms: Mapping[str, Sequence[str]], *, stems: bool) -> list[Row]:
    """Rows of a pattern, for every verb of its block."""
    block.begun = True
    text, _, code = line.text[1:].rpartition("[")
    if not text or "]" not in code:
        raise Unfit("a pattern without a code")
    if not block.verbs:
        raise Unfit("a pattern of a verb that was not carried over")
    found = patterns.read(text, synonyms, stems=stems)
    rows = []
    for place in found:
        for source, target, relation in _both_ways(place, code.split("]")[0].strip()):
            rows += [Row(" ".join([verb, *place.words]), source, target, relation) for verb in block.verbs]
    return rows


def _both_ways(places: Places, code: str) -> list[tuple[str, str, str]]:
    """Source, target and relation for a code, or for two with a colon: the second is what the target does.

    Where both do the same, one row is enough.
    """
    first, colon, second = (part.strip() for part in code.partition(":"))
    ways = [(places.source, places.target, _relation(first))] if first or not colon else []
    if second and second != first:
        if places.target == "both":
            raise Unfit("two codes for what two do to each other")
        ways.append((places.target, places.source, _relation(second)))
    return ways


def _relation(code: str) -> str:
    """The relation of a code of CAMEO; `Unfit` for one that says that there is no event, and for any other."""
    code = code.strip().rstrip("!?* ")
    if code in ("---", ""):
        raise Unfit("a code that says that there is no event")
    if code == "###":
        raise Unfit("a code that discards the sentence")
    meaning = whole_cameo(code) if re.fullmatch(r"\d{3,4}", code) else None
    if meaning is None:
        raise Unfit(f"a code without a relation: {code}")
    return meaning.relation
