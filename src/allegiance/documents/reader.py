"""Read documents from paths, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from allegiance.documents import html, jsonl, plain
from allegiance.documents.encoding import decode
from allegiance.documents.identity import content_id
from allegiance.documents.sniff import Format, sniff
from allegiance.documents.sources import find, first_bytes
from allegiance.errors import DocumentError
from allegiance.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from allegiance.documents.sources import Source

    Report = Callable[[DocumentError], None]


def read(paths: Iterable[str], *, on_error: Report | None = None) -> Iterator[Document]:
    """Yield the documents at ``paths``: files, folders (recursively), globs, or ``-`` for standard input.

    Files are opened one after the other, and files of JSON lines are read line by line, so memory stays flat.
    What cannot be read is passed to ``on_error`` and the rest is read; without ``on_error`` it is raised.
    """
    report = on_error or _raise
    for source in find(paths, report=report):
        try:
            yield from _read_source(source, report)
        except DocumentError as error:
            report(error)
        except OSError as error:
            report(DocumentError(source.name, error.strerror or "cannot be read"))


def _read_source(source: Source, report: Report) -> Iterator[Document]:
    with source.open() as stream:
        form = sniff(source.name, first_bytes(stream))
        if form is Format.JSON_LINES:
            yield from jsonl.parse(stream, name=source.name, report=report)
            return
        data = stream.read()
    if not data.strip():
        raise DocumentError(source.name, "is empty")
    text = decode(data, name=source.name)
    page = html.parse(text, name=source.name) if form is Format.HTML else plain.parse(text)
    if not page.text:
        raise DocumentError(source.name, "has no main text")
    yield Document(
        id=content_id(page.text),
        text=page.text,
        title=page.title,
        publisher=page.publisher,
        date=page.date,
        url=page.url,
    )


def _raise(error: DocumentError) -> NoReturn:
    raise error
