"""`allegiance read`: the claims of documents, kept in an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.archive import DEFAULT, ArchiveFile, opened
from allegiance.cli.lexicon import ActorFiles, LexiconFiles, chosen
from allegiance.cli.output import complain, counted
from allegiance.cli.progress import progress

if TYPE_CHECKING:
    from allegiance.errors import SkippableError


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Text, HTML or JSON-lines files, folders, globs, or - for standard input."),
    ],
    *,
    archive: ArchiveFile = DEFAULT,
    lexicon: LexiconFiles = None,
    actors: ActorFiles = None,
) -> None:
    """Read documents into an archive: the texts, and the claims that they make.

    Documents are put in by the batch. Whatever ends the run, what was put in stays, and the next run goes on from
    there: documents that the archive has are not read again. What cannot be read is named on standard error, the rest
    is read, and the exit status is then 1.

    **Examples**

    - `allegiance read reports/ --archive iraq.duckdb` reads a folder, and shows how far it is

    - `allegiance read 'reports/2020-*.html' news.jsonl` reads into allegiance.duckdb, or $ALLEGIANCE_ARCHIVE

    - `zcat news.jsonl.gz | allegiance read - --archive iraq.duckdb` reads one document a line
    """
    from allegiance.archive import Added
    from allegiance.archive.reading import read_into
    from allegiance.documents import count
    from allegiance.documents import read as read_documents

    skipped = 0

    def skip(error: SkippableError) -> None:
        nonlocal skipped
        skipped += 1
        complain(str(error))

    words = chosen(lexicon, actors)
    done = Added()
    with opened(archive, write=True) as kept, progress(count(paths)) as advance:

        def unreadable(error: SkippableError) -> None:
            skip(error)
            advance(0)

        documents = read_documents(paths, on_error=unreadable)
        for added in read_into(kept, documents, lexicon=words, on_error=skip, on_document=advance):
            done += added
    more = f"{counted(done.documents, 'document')} and {counted(done.claims, 'claim')} more"
    complain(f"{archive}: {more}; {counted(done.known, 'document')} known already")
    if skipped:
        raise typer.Exit(1)
