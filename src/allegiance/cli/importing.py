"""`allegiance import`: the data sets that researchers already have, as claims in the archive."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.archive import DEFAULT, ArchiveFile, opened
from allegiance.cli.output import complain, results
from allegiance.cli.petrarch import petrarch

if TYPE_CHECKING:
    from allegiance.errors import DocumentError
    from allegiance.exchange.importing import Imported

_SHOWN = 100
"""Faulty rows of a file that are named one by one."""

app = typer.Typer(
    help="""Put event data that you already have into the archive.

Each row becomes a document, and what it says of two actors a claim that quotes it. Faulty rows are named on standard
error with the line they stand on and left out; then the exit status is 1. With `petrarch`, dictionaries of TABARI and
PETRARCH become files for `--lexicon` and `--actors` instead.

**Examples**

- `allegiance import icews events.2014.tab` puts a year of ICEWS into `allegiance.duckdb`

- `allegiance import gdelt *.export.CSV.zip --archive gdelt.duckdb` reads GDELT files as they were downloaded
""",
    no_args_is_help=True,
    rich_markup_mode="markdown",
)

FORMATS = {
    "icews": "ICEWS coded event data: tab-separated files of Harvard Dataverse.",
    "polecat": "POLECAT: tab-separated files of NGEC's PLOVER events.",
    "gdelt": "GDELT 1.0 and 2.0 event files, packed or not.",
    "acled": "ACLED exports: CSV files with actor1, actor2 and notes.",
    "ucdp": "The UCDP Georeferenced Event Dataset: CSV files with side_a and side_b.",
    "plover": "PLOVER records as JSON lines.",
    "csv": "A CSV file of your own: source, relation, target and, if you like, since, until, quote, url and others.",
}
"""The formats that can be imported, for people."""

Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="Files of the format; .zip and .gz are unpacked.")]
Confidence = Annotated[
    float | None,
    typer.Option(min=0, max=1, help="The confidence of claims, in place of the format's, where rows bring none."),
]


def _importer(name: str) -> Callable[..., None]:
    def run(files: Files, *, archive: ArchiveFile = DEFAULT, confidence: Confidence = None) -> None:
        _import(name, files, archive, confidence)

    return run


for _name, _help in FORMATS.items():
    app.command(_name, help=f"{_help}\n\n**Example**\n\n- `allegiance import {_name} FILE --archive mine.duckdb`")(
        _importer(_name)
    )

app.command("petrarch")(petrarch)


def _import(name: str, files: list[Path], archive: Path, confidence: float | None) -> None:
    from allegiance.exchange.formats import FORMATS as KNOWN
    from allegiance.exchange.importing import import_files, read_files

    faults: Counter[str] = Counter()

    def report(error: DocumentError) -> None:
        faults[error.path] += 1
        if faults[error.path] <= _SHOWN:
            complain(str(error))

    batches = read_files(files, KNOWN[name], report=report, confidence=confidence)
    first = next(batches, None)
    if first is None:
        raise typer.Exit(2)
    with opened(archive, write=True) as kept:
        done = import_files(kept, chain([first], batches), progress=_progress if sys.stderr.isatty() else None)
    for path, count in faults.items():
        if count > _SHOWN:
            complain(f"{path}: {count - _SHOWN:,} more rows make no sense")
    results().write("".join(f"{line}\n" for line in summary(done)).encode())
    if faults:
        raise typer.Exit(1)


def summary(done: Imported) -> list[str]:
    """What came of an import, in lines."""
    added = done.added
    lines = [
        f"{done.rows:,} rows read, {done.faulty:,} of them faulty",
        f"{added.documents:,} documents with {added.claims:,} claims added, {added.known:,} documents known already",
    ]
    reasons = sorted(done.left.items(), key=lambda item: (-item[1], item[0]))
    return lines + [f"{count:,} left out: {reason}" for reason, count in reasons]


def _progress(done: Imported) -> None:
    sys.stderr.write(f"\r{done.rows:,} rows, {done.added.claims:,} claims")
    sys.stderr.flush()
