"""`allegiance forget`: a document removed from an archive."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.cli.archive import DEFAULT, ArchiveFile, opened
from allegiance.cli.output import complain, counted


def forget(
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT", help="The ids of documents.")],
    *,
    archive: ArchiveFile = DEFAULT,
) -> None:
    """Remove documents from an archive, and all that came from them alone: claims, actors, words and dates.

    `allegiance claims --format json` tells the id of each claim's document. An id that the archive does not have is
    named on standard error, and the exit status is then 1.

    **Examples**

    - `allegiance forget 6a021586f3c02e2cd8e5 --archive iraq.duckdb` removes one document
    """
    missing = 0
    with opened(archive, write=True) as kept:
        for document in documents:
            gone = kept.forget(document)
            if gone.documents:
                what = f"{counted(gone.claims, 'claim')} and {counted(gone.actors, 'actor')}"
                complain(f"{archive}: {document} is gone, with {what}")
            else:
                missing += 1
                complain(f"{archive}: has no document {document}")
    if missing:
        raise typer.Exit(1)
