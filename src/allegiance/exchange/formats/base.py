"""What a format is, how its files are told from others, and what several formats need."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import polars as pl

from allegiance.errors import DocumentError
from allegiance.exchange.claims import Reading
from allegiance.exchange.maps import Meaning
from allegiance.exchange.parties import each, lookup
from allegiance.exchange.records import Shape
from allegiance.exchange.stream import blocks
from allegiance.exchange.table import Layout, Report, read

_HEAD = 1 << 16
_DAYS = ("%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%d-%B-%Y", "%d-%b-%Y", "%d-%b-%y", "%d %b %Y")
"""How dates are written; not with slashes, since nobody can tell whether the day or the month comes first."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be imported.

    ``wrong`` says of the first lines of a file why it is not of the format, or gives ``None``; ``rows`` gives its rows
    with the columns of `claims.COLUMNS`.
    """

    reading: Reading
    title: str
    wrong: Callable[[str], str | None]
    rows: Callable[[Path, Report], Iterator[pl.DataFrame]]

    @property
    def name(self) -> str:
        """The name by which it is asked for, which begins the ids of its documents."""
        return self.reading.name


@dataclass(frozen=True, slots=True)
class Named:
    """A delimited file whose first line names its columns, in any case and with spaces or underscores.

    ``needed`` names, as the files do, the columns that no file of the kind lacks; ``also`` those that are used besides;
    ``shape`` makes of both, in lower case with underscores, the columns of `claims.COLUMNS`.
    """

    needed: tuple[str, ...]
    also: Sequence[str]
    separators: str = ","
    nulls: tuple[str, ...] = ("",)
    shape: Callable[[pl.DataFrame], pl.DataFrame] = field(default=lambda frame: frame)

    def layout(self, head: str) -> Layout:
        """How the file with these first lines is written; `ValueError` says what it lacks."""
        first = head.split("\n", 1)[0]
        found = [(separator, _columns(first, separator)) for separator in self.separators]
        separator, columns = max(found, key=lambda one: sum(_plain(name) in one[1] for name in self.needed))
        missing = [name for name in self.needed if _plain(name) not in columns]
        if missing:
            message = f"it has no column {missing[0]!r}"
            raise ValueError(message)
        shape = Shape(separator, quoted=separator != "\t", width=len(columns))
        return Layout(shape, tuple(columns), header=True, nulls=self.nulls)

    def wrong(self, head: str) -> str | None:
        """Why a file with these first lines has not these columns."""
        try:
            self.layout(head)
        except ValueError as error:
            return str(error)
        return None

    def rows(self, path: Path, report: Report) -> Iterator[pl.DataFrame]:
        """The rows in the columns of `claims.COLUMNS`."""
        wanted = (*map(_plain, self.needed), *self.also)
        for frame in read(path, self.layout(first_lines(path)), wanted, report=report):
            yield self.shape(frame)


def first_lines(path: Path) -> str:
    """The first lines of a file, for telling what it is; `DocumentError` if there are none."""
    for block in blocks(path, size=_HEAD):
        return block.decode("utf-8", "replace")
    raise DocumentError(str(path), "is empty")


def _columns(line: str, separator: str) -> list[str]:
    names = next(csv.reader([line], delimiter=separator), [])
    return [_plain(name.strip()) for name in names]


def _plain(name: str) -> str:
    return name.lower().replace(" ", "_")


def days(column: pl.Series) -> pl.Series:
    """Dates of a column, whatever comes after the day, as ``YYYY-MM-DD``; null for what is none."""
    return each(column, day)


@lru_cache(maxsize=1 << 16)
def day(text: str) -> str | None:
    """The day that a text begins with, as ``YYYY-MM-DD``, or ``None``."""
    text = text.strip()
    for form in _DAYS:
        shown = text if "%B" in form or "%b" in form else text[: 8 if form == "%Y%m%d" else 10]
        if form == "%Y%m%d" and not (len(shown) == 8 and shown.isdecimal()):
            continue
        try:
            found = datetime.strptime(shown, form).replace(tzinfo=UTC)
        except ValueError:
            continue
        return f"{found:%Y-%m-%d}" if found.year >= 1000 else None
    return None


def undated(text: pl.Expr, read: pl.Expr) -> pl.Expr:
    """The fault of a row whose date was not understood."""
    given = pl.format("has a date that is none: '{}'", text.str.slice(0, 40))
    return pl.when(read.is_null()).then(pl.when(text.is_null()).then(pl.lit("has no date")).otherwise(given))


def places(*columns: str) -> pl.Expr:
    """Names of places, the nearest first, with commas between them; null where there is none."""
    found = pl.concat_str([pl.col(name) for name in columns], separator=", ", ignore_nulls=True)
    return pl.when(found != "").then(found)


def meant(column: pl.Series, meaning: Callable[[str], Meaning | None]) -> list[pl.Series]:
    """What the codes of a column say, as the columns ``relation`` and ``meaning``, words for it; null for unknown."""

    def said(code: str) -> tuple[str | None, str | None]:
        found = meaning(code)
        return (found.relation, found.label) if found else (None, None)

    return lookup(column, said, "relation", "meaning")
