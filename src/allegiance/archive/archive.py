"""An archive: documents, the claims they make, and the actors that the claims are about."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn, Self

from allegiance.archive import actors, batch, check, claims, documents, frame, schema, search, write
from allegiance.archive.create import create
from allegiance.archive.file import MEMORY, File, shared
from allegiance.archive.forget import forget
from allegiance.errors import ArchiveError, ClaimError, DocumentError, SkippableError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    import polars as pl
    from duckdb import DuckDBPyConnection

    from allegiance.archive.actors import ActorRow
    from allegiance.archive.documents import Summary
    from allegiance.archive.forget import Forgotten
    from allegiance.archive.search import Filter
    from allegiance.archive.write import Added
    from allegiance.errors import ArchiveBusyError
    from allegiance.model import Claim, Document

    Report = Callable[[SkippableError], None]


def open_archive(
    path: str | Path, *, write: bool = False, waiting: Callable[[ArchiveBusyError], None] | None = None
) -> Archive:
    """The archive in the file at ``path``, made if there is none and it is to be written; ``:memory:`` keeps no file.

    The file is held only while a method runs, so that others can work with it too; ``waiting`` is told if one of them
    holds it for more than a second. `ArchiveError` if there is no such file to read, or it is not an archive; an older
    archive is brought up to date.
    """
    file = shared(str(path))
    file.waiting = waiting
    if file.path == MEMORY:
        with file.writing() as connection:
            schema.migrate(connection)
        return Archive(file, write=True)
    if write:
        create(file.path, schema.migrate)
    with file.reading() as connection:
        outdated = schema.outdated(connection, file.path)
    if outdated:
        with file.writing() as connection:
            schema.migrate(connection)
    return Archive(file, write=write)


_CHANGED = "is in the archive with another text; `allegiance forget` it first"


class Archive:
    """Documents and claims in one DuckDB file. Every method that changes it is one transaction."""

    def __init__(self, file: File, *, write: bool) -> None:
        self._file = file
        self._write = write

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of what is in memory; the file itself is held only while a method runs."""
        self._file.close()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the file for several questions, so that nobody changes it in between; who wants to write waits."""
        with self._file.reading():
            yield

    @contextmanager
    def writing(self) -> Iterator[DuckDBPyConnection]:
        """Hold the file for one transaction; for the modules of this package."""
        if not self._write:
            raise ArchiveError(self._file.path, "was opened for reading only")
        with self._file.writing() as connection:
            yield connection

    def add(self, found: Iterable[tuple[Document, Sequence[Claim]]], *, on_error: Report | None = None) -> Added:
        """Put in documents with all their claims; a document that is known already changes nothing.

        A claim whose quote or mentions are not in the text is passed to ``on_error`` and left out; without
        ``on_error`` the `ClaimError` is raised and nothing is put in.
        """
        report = on_error or _raise
        sources, kept = [], []
        for document, made in found:
            sources.append(document)
            for claim in made:
                reason = check.refusal(document, claim)
                if reason is None:
                    kept.append(claim)
                else:
                    report(ClaimError(claim.id, document.id, reason))
        return self.add_frames(batch.document_frame(sources), batch.claim_frame(kept), on_error=report)

    def add_frames(self, documents: pl.DataFrame, claims: pl.DataFrame, *, on_error: Report | None = None) -> Added:
        """The same from frames with the columns of `docs/archive.md`, for many at a time."""
        report = on_error or _raise
        texts = check.sound_documents(check.columns("documents", documents, batch.document_schema()), report)
        rows = check.sound(texts, check.columns("claims", claims, batch.claim_schema()), report)
        with self.writing() as connection:
            return write.insert(connection, texts, rows)

    def has(self, document: str) -> bool:
        """Whether the archive has a document with this id."""
        import polars as pl

        with self._file.reading() as connection:
            return not documents.known(connection, pl.Series([document])).is_empty()

    def fresh(self, found: Sequence[Document], *, on_error: Report | None = None) -> list[Document]:
        """Those of the documents that the archive does not have.

        One whose id it has with another text is passed to ``on_error``, or else the `DocumentError` is raised: its old
        claims would not be in its new text.
        """
        with self._file.reading() as connection:
            texts = documents.texts(connection, {document.id for document in found})
        for document in found:
            if texts.get(document.id, document.text) != document.text:
                (on_error or _raise)(DocumentError(document.id, _CHANGED))
        return [document for document in found if document.id not in texts]

    def forget(self, document: str) -> Forgotten:
        """Delete a document and all that came from it alone; counts of zero where there is none."""
        with self.writing() as connection:
            return forget(connection, document)

    def documents(self) -> pl.DataFrame:
        """One row a document: ``key id title publisher date published url claims``."""
        with self._file.reading() as connection:
            return documents.documents(connection)

    def actors(self) -> pl.DataFrame:
        """One row an actor: ``key id name kind claims first last``, the one with most claims first."""
        with self._file.reading() as connection:
            return actors.actors(connection)

    def find(self, name: str) -> ActorRow:
        """The actor with this id or name, whatever the case; `UsageError` where it is none or several."""
        with self._file.reading() as connection:
            return actors.find(connection, name)

    def frame(
        self,
        *,
        actors: Collection[int] | None = None,
        touching: Collection[int] | None = None,
        until: date | None = None,
        columns: Sequence[str] | None = None,
    ) -> pl.DataFrame:
        """The claim frame: claims between ``actors``, ``touching`` one of those, that count on ``until`` or before.

        Actors are keys of resolved actors, and so are ``source`` and ``target`` of the frame.
        """
        with self._file.reading() as connection:
            return frame.claim_frame(connection, frame.Wanted(actors, touching, until, columns))

    def claims(self, keys: Sequence[int]) -> list[Claim]:
        """The claims with these keys, in the order asked; `UsageError` for a key that no claim has."""
        with self._file.reading() as connection:
            return claims.claims(connection, keys)

    def search(self, wanted: Filter) -> list[int]:
        """The keys of the claims that are wanted, in the order of their dates, those without one last."""
        with self._file.reading() as connection:
            return search.search(connection, wanted).to_list()

    def quotes(self, keys: Sequence[int]) -> pl.DataFrame:
        """One row a key, in the order asked: the quote, what it was read as, and where it was published."""
        with self._file.reading() as connection:
            return claims.quotes(connection, keys)

    def summary(self) -> Summary:
        """How many documents, claims, actors and publishers, and from when to when."""
        with self._file.reading() as connection:
            return documents.summary(connection)


def _raise(error: SkippableError) -> NoReturn:
    raise error
