"""What befell actors: deaths, falls, resignations, invasions, accords, told by a relation and the words of its quote.

The words are data, ``happenings.csv`` and ``links.csv``; they are regular expressions without regard to case.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from allegiance.alliances.answer import Span
from allegiance.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened to an actor or those near it.

    ``what`` is a word such as killing, or ``act`` for what only the text links; ``link`` are the words by which a text
    links it to what came of it, such as "after".
    """

    what: str
    when: Span | None
    text: str
    link: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A happening with the keys of the claims that tell of it."""

    happening: Happening
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening: the relations it is told by, the words that tell it, and which side it befalls."""

    what: str
    relations: frozenset[str]
    hit: Literal["target", "either"]
    words: re.Pattern[str]


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of happenings, the first that fits counts."""
    found = []
    for row in _rows("happenings.csv"):
        if row["hit"] not in {"target", "either"}:
            raise DataError(f"happenings.csv: {row['what']}: hit is {row['hit']}, not target or either")
        hit: Literal["target", "either"] = "target" if row["hit"] == "target" else "either"
        found.append(Kind(row["what"], frozenset(row["relations"].split("|")), hit, _pattern([row["words"]])))
    return tuple(found)


@cache
def links() -> re.Pattern[str]:
    """The words by which a text links what follows from something to it."""
    return _pattern(row["words"] for row in _rows("links.csv"))


@cache
def telling() -> frozenset[str]:
    """The relations that can tell of a happening."""
    return frozenset[str]().union(*(kind.relations for kind in kinds()))


def what(relation: str, quote: str) -> Kind | None:
    """The kind of happening that a claim tells of, if it tells of one."""
    return next((kind for kind in kinds() if relation in kind.relations and kind.words.search(quote)), None)


def _rows(name: str) -> list[Mapping[str, str]]:
    text = (files("allegiance.alliances") / name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
