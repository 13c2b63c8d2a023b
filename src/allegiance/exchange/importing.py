"""Import: the files of a data set into an archive, with account of every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import polars as pl

from allegiance.archive import Added, Archive
from allegiance.errors import DocumentError
from allegiance.exchange.claims import build
from allegiance.exchange.formats import FORMATS, Format
from allegiance.exchange.formats.base import first_lines
from allegiance.exchange.table import LINE, Report

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents and claims as `Archive.add_frames` takes them.

    They were made of ``rows``, of which ``faulty`` made no sense and were reported; ``left`` counts by reason what
    was left out besides.
    """

    documents: pl.DataFrame
    claims: pl.DataFrame
    rows: int
    faulty: int
    left: Counter[str]


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import so far: rows read, faulty ones among them, those left out by reason, and what is new."""

    rows: int = 0
    faulty: int = 0
    left: Counter[str] = field(default_factory=Counter)
    added: Added = field(default_factory=Added)


def import_files(
    archive: Archive, batches: Iterable[Batch], *, progress: Callable[[Imported], None] | None = None
) -> Imported:
    """Put batches into an archive, each in one transaction, while the next one is read.

    ``progress`` is told after each. A document that the archive knows already stays as it is.
    """
    done = Imported()
    for batch in ahead(batches):
        added = archive.add_frames(batch.documents, batch.claims)
        done = Imported(done.rows + batch.rows, done.faulty + batch.faulty, done.left + batch.left, done.added + added)
        if progress is not None:
            progress(done)
    return done


def read_files(
    paths: Iterable[Path], format_: Format, *, report: Report, confidence: float | None = None
) -> Iterator[Batch]:
    """The batches of files of one format; ``confidence`` is given to rows that do not bring their own.

    A file that cannot be read, or is of another format, is reported and passed over; so is each row that makes no
    sense, with its line.
    """
    if confidence is not None:
        format_ = replace(format_, reading=replace(format_.reading, confidence=confidence))
    for path in paths:
        try:
            yield from _read(path, format_, report)
        except DocumentError as error:
            report(error)


def _read(path: Path, format_: Format, report: Report) -> Iterator[Batch]:
    start = first_lines(path)
    wrong = format_.wrong(start)
    if wrong is not None:
        raise DocumentError(str(path), f"is not {format_.title}: {wrong}{_instead(start)}")
    faulty = 0

    def counted(error: DocumentError) -> None:
        nonlocal faulty
        faulty += 1
        report(error)

    for frame in format_.rows(path, counted):
        unread = faulty
        for line, reason in frame.filter(pl.col("fault").is_not_null()).select(LINE, "fault").rows():
            counted(DocumentError(str(path), reason, line=line))
        documents, claims, left = build(frame.filter(pl.col("fault").is_null()), format_.reading)
        yield Batch(documents, claims, frame.height + unread, faulty, left)
        faulty = 0


def _instead(start: str) -> str:
    """What a file looks like, for one who named the wrong format."""
    seems = next((other for other in FORMATS.values() if other.wrong(start) is None), None)
    return f"; it looks like {seems.title}: allegiance import {seems.name}" if seems else ""


def ahead(items: Iterable[T]) -> Iterator[T]:
    """The same items, each made while the one before it is used."""
    end = object()
    iterator = iter(items)
    with ThreadPoolExecutor(max_workers=1) as thread:
        following = thread.submit(next, iterator, end)
        while (item := following.result()) is not end:
            following = thread.submit(next, iterator, end)
            yield item  # type: ignore[misc] # it is not the end
