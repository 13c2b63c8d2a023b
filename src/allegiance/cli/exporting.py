"""`allegiance export`: the claims of an archive as files that other programs read."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from allegiance.cli.archive import DEFAULT, ArchiveFile, opened
from allegiance.cli.dates import closing, opening
from allegiance.cli.output import complain, results
from allegiance.errors import UsageError


class To(StrEnum):
    """The formats of export."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"
    PLOVER = "plover"
    GRAPHML = "graphml"
    GEXF = "gexf"
    FTM = "ftm"


_LEFT = {
    To.PLOVER: "have no PLOVER event type",
    To.GRAPHML: "are denied, planned or only possible",
    To.GEXF: "are denied, planned or only possible",
    To.FTM: "are denied, planned or only possible",
}


def export(  # noqa: PLR0913 - the options of the command
    form: Annotated[To, typer.Argument(metavar="FORMAT", help="parquet, csv, jsonl, plover, graphml, gexf or ftm.")],
    *,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Where to write; else to standard output.")
    ] = None,
    archive: ArchiveFile = DEFAULT,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Claims about this actor; a name or an id.")] = None,
    relation: Annotated[str | None, typer.Option(metavar="RELATION", help="Claims of this relation.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Then or later: 2014, 2014-06, 2014-06-10.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Then or earlier; 2014 is all of it.")] = None,
) -> None:
    """Write the claims of an archive for other programs, in the order of their dates.

    Tables: `parquet` and `csv`. JSON lines: `jsonl`, as `allegiance extract` prints claims, and `plover`. Networks with
    time: `graphml`, and `gexf` for Gephi. `ftm` are FollowTheMoney entities. What a format cannot hold is counted on
    standard error.

    **Examples**

    - `allegiance export gexf -o iraq.gexf --archive iraq.duckdb` writes a network for Gephi's timeline

    - `allegiance export csv --actor Iran --since 2014 >iran.csv` writes a table for a spreadsheet

    - `allegiance export ftm -o entities.ftm.json` writes entities for FollowTheMoney and Aleph
    """
    from allegiance.archive import Filter
    from allegiance.exchange.exports import EXPORTS

    if form is To.PARQUET and out is None and sys.stdout.isatty():
        raise UsageError("Parquet is not for reading on a screen; name a file with -o")
    with opened(archive) as kept, kept.held():
        who = None if actor is None else kept.find(actor).key
        first, last = opening("--since", since), closing("--until", until)
        keys = kept.search(Filter(who, relation=relation, since=first, until=last))
        with _destination(out) as stream:
            left = EXPORTS[form](kept, keys, stream)
            stream.flush()
    if left:
        complain(f"{left:,} of {len(keys):,} claims left out: they {_LEFT[form]}")


def _destination(out: Path | None) -> nullcontext[BinaryIO] | BinaryIO:
    if out is None:
        return nullcontext(results())
    try:
        return out.open("wb")
    except OSError as error:
        raise UsageError(f"{out}: {error.strerror or 'cannot be written'}") from None
