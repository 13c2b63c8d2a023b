"""The option `--archive`, which every command has that works with one, and the archive that it names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.output import complain

if TYPE_CHECKING:
    from allegiance.archive import Archive
    from allegiance.errors import ArchiveBusyError

ArchiveFile = Annotated[
    Path,
    typer.Option(
        "--archive", metavar="FILE", envvar="ALLEGIANCE_ARCHIVE", help="The archive, a DuckDB file.", show_default=True
    ),
]
DEFAULT = Path("allegiance.duckdb")


def opened(path: Path, *, write: bool = False) -> Archive:
    """The archive at ``path``; who has to wait for another process is told so."""
    from allegiance.archive import open_archive

    return open_archive(path, write=write, waiting=_wait)


def _wait(error: ArchiveBusyError) -> None:
    complain(f"{error}; waiting")
