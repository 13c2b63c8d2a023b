"""The lines of a dictionary of TABARI or PETRARCH without their comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from allegiance.exchange.stream import blocks

_CODE = re.compile(r"\[\s*([^\]]*?)\s*\]")
_COMMENT = re.compile(r"(?:^|(?<=\s)|(?<=\]))#.*$|;.*$")
_OPEN, _CLOSE = "<!--", "-->"


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number, from 1; ``text`` is without comment and outer white space, ``indented`` with a tab."""

    number: int
    text: str
    indented: bool = False

    def without_codes(self) -> tuple[str, list[str]]:
        """The text before the first code in brackets, and all codes."""
        return self.text.split("[", 1)[0].strip(), _CODE.findall(self.text)


@dataclass(frozen=True, slots=True)
class Lost:
    """A line that could not be carried over, and why."""

    line: Line
    reason: str


class Sort(StrEnum):
    """What a dictionary is of."""

    VERBS = "verbs"
    AGENTS = "agents"
    ACTORS = "actors"


def read(path: Path) -> list[Line]:
    """The lines of a dictionary that say something; comments begin with ``#`` or ``;`` or stand in ``<!-- -->``."""
    return list(_lines(b"".join(blocks(path)).decode()))


def _lines(text: str) -> Iterator[Line]:
    inside = False
    for number, raw in enumerate(text.split("\n"), start=1):
        line, inside = _outside(raw, inside=inside)
        bare = _COMMENT.sub("", line).strip()
        if bare:
            yield Line(number, bare, indented=line[:1] == "\t")


def _outside(line: str, *, inside: bool) -> tuple[str, bool]:
    """What of a line stands outside comments like those of XML, and whether one is open at its end."""
    kept = ""
    while line:
        before, mark, line = line.partition(_CLOSE if inside else _OPEN)
        kept += "" if inside else before
        if mark:
            inside = not inside
    return kept, inside


def sort_of(lines: list[Line]) -> Sort | None:
    """What a dictionary is of: verbs have patterns around an asterisk, agents have codes with a tilde."""
    texts = [line.text for line in lines]
    if any(text.startswith("-") and "*" in text for text in texts) or any(text.startswith("---") for text in texts):
        return Sort.VERBS
    codes = [code for text in texts for code in _CODE.findall(text)]
    if any("~" in code for code in codes):
        return Sort.AGENTS
    return Sort.ACTORS if any(re.match(r"[A-Z]{3}", code) for code in codes) else None
