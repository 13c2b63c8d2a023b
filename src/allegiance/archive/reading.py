"""Documents read into an archive, in batches that are each one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.archive.write import Added

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from allegiance.archive.archive import Archive
    from allegiance.errors import SkippableError
    from allegiance.extract.lexicon import Lexicon
    from allegiance.model import Claim, Document

    Found = tuple[Document, list[Claim]]

DOCUMENTS = 64
CHARACTERS = 100_000
"""A batch ends with so many documents or characters: a few seconds of extraction, which is what a crash can cost."""


def read_into(
    archive: Archive,
    documents: Iterable[Document],
    *,
    lexicon: Lexicon | None = None,
    on_error: Callable[[SkippableError], None] | None = None,
    on_document: Callable[[int], None] | None = None,
) -> Iterator[Added]:
    """Extract the claims of documents that the archive does not have, and yield what each batch changed.

    The file is not held while claims are extracted. ``on_document`` is told of each document that is done, with the
    number of its claims.
    """

    def told(found: Iterable[Found]) -> Iterator[Found]:
        for document, claims in found:
            yield document, claims
            if on_document is not None:
                on_document(len(claims))

    for batch in _batches(documents):
        fresh = archive.fresh(batch, on_error=on_error)
        known = Added(known=len(batch) - len(fresh))
        if on_document is not None:
            for _ in range(known.known):
                on_document(0)
        yield archive.add(told(_claims(fresh, lexicon)), on_error=on_error) + known if fresh else known


def _claims(documents: list[Document], lexicon: Lexicon | None) -> Iterator[Found]:
    from allegiance.extract import extract  # slow to import, and not needed where all documents are known

    yield from extract(documents, lexicon=lexicon)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if len(batch) == DOCUMENTS or size >= CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
