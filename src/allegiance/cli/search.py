"""`allegiance claims`: the claims of an archive, picked out by who, what, when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.archive import DEFAULT, ArchiveFile, opened
from allegiance.cli.dates import closing, opening
from allegiance.cli.listing import Format, FormatOption, show
from allegiance.cli.output import results
from allegiance.model import Document, Status

if TYPE_CHECKING:
    from allegiance.archive import Archive

_AT_ONCE = 5_000


def claims(  # noqa: PLR0913 - the options of the command
    *,
    archive: ArchiveFile = DEFAULT,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="On either side; a name or an id.")] = None,
    relation: Annotated[str | None, typer.Option(metavar="RELATION", help="Such as ally or ASSAULT.")] = None,
    status: Annotated[Status | None, typer.Option(help="How far the text vouches for it.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Then or later: 2014, 2014-06, 2014-06-10.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Then or earlier; 2014 is all of it.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="In documents of this publisher.")] = None,
    document: Annotated[str | None, typer.Option(metavar="ID", help="In this document.")] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=0, help="Print no more than so many.")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print claims of an archive with their quotes, in the order of their dates, those without one last.

    A claim counts at its own date, or else at that of its document. As JSON, a claim is what `allegiance extract`
    prints.

    **Examples**

    - `allegiance claims --archive iraq.duckdb --actor Iran --until 2014` prints what Iran did until the end of 2014

    - `allegiance claims --relation ally --status denied` prints the alliances that somebody denies

    - `allegiance claims --format json >claims.jsonl` prints all there is
    """
    from allegiance.archive import Filter

    span = {"since": opening("--since", since), "until": closing("--until", until)}
    with opened(archive) as kept:
        who = None if actor is None else kept.find(actor).key
        wanted = Filter(who, relation=relation, status=status, publisher=publisher, document=document, **span)
        keys = kept.search(wanted)[:limit]
        _print(kept, keys, form)


def _print(archive: Archive, keys: list[int], form: Format) -> None:
    match form:
        case Format.TABLE:
            _table(archive, keys)
        case Format.JSON:
            _lines(archive, keys)
        case _:
            show(archive.quotes(keys).drop("key"), form)


def _table(archive: Archive, keys: list[int]) -> None:
    from rich.console import Console

    from allegiance.cli.table import pairs

    titles = archive.quotes(keys).select("document", "title", "publisher").iter_rows()
    found = [
        (Document(id_, "", title, publisher), [claim])
        for (id_, title, publisher), claim in zip(titles, archive.claims(keys), strict=True)
    ]
    Console(highlight=False).print(pairs(found))


def _lines(archive: Archive, keys: list[int]) -> None:
    from allegiance.jsonlines import claim_to_line

    out = results()
    for place in range(0, len(keys), _AT_ONCE):
        for claim in archive.claims(keys[place : place + _AT_ONCE]):
            out.write(claim_to_line(claim).encode() + b"\n")
    out.flush()
