"""What an answer looks like, whatever shows it: a title, tables whose cells point at quotes, and the rules used.

The command line, Markdown and a notebook show the same report; nothing here knows how.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. ``sign`` colours it: 1 with, -1 against; ``claims`` are the ids that it rests on."""

    text: str
    sign: int | None = None
    claims: tuple[str, ...] = ()

    def notes(self, numbers: Mapping[str, int]) -> list[int]:
        """The footnotes that it points at, in order; a claim whose quote is not shown has none."""
        return sorted({numbers[claim] for claim in self.claims if claim in numbers})


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``number`` aligns it to the right, ``wide`` gives it the room that the others leave."""

    name: str
    number: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``empty`` is said where it has no rows."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = "none"


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentence behind a claim, with what it is needed to find it again."""

    claim: str
    text: str
    source: str
    relation: str
    target: str
    status: str
    according_to: str | None
    publisher: str | None
    published: date | None
    title: str | None
    url: str | None
    document: str

    @property
    def origin(self) -> str:
        """Where the sentence stands: publisher, title and date, or the document's id where nothing is known."""
        known = [self.publisher, self.title, self.published.isoformat() if self.published else None]
        return ", ".join(part for part in known if part) or f"document {self.document}"

    @property
    def says(self) -> str:
        """What was read in the sentence: the claim, its status and its voice."""
        voice = f" by {self.according_to}" if self.according_to else ""
        return f"{self.source} {self.relation} {self.target}, {self.status}{voice}"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: a sentence, and what was read in it."""

    quotes: tuple[Quote, ...]

    @property
    def text(self) -> str:
        """The sentence on one line."""
        return " ".join(self.quotes[0].text.split())


@dataclass(frozen=True, slots=True)
class Report:
    """An answer for people; ``rules`` are the settings it rests on."""

    title: str
    lines: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    quotes: tuple[Quote, ...] = ()
    rules: tuple[str, ...] = ()

    def notes(self) -> tuple[Note, ...]:
        """The footnotes, to be numbered from 1: claims that were read in the same sentence share one."""
        sentences: dict[tuple[str, str], list[Quote]] = {}
        for quote in self.quotes:
            sentences.setdefault((quote.document, quote.text), []).append(quote)
        return tuple(Note(tuple(quotes)) for quotes in sentences.values())

    def numbers(self) -> dict[str, int]:
        """The number of each claim's footnote."""
        return {quote.claim: number for number, note in enumerate(self.notes(), start=1) for quote in note.quotes}
