"""The file of a new archive."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING

from allegiance.archive.faults import fault
from allegiance.archive.file import SETTINGS, transaction
from allegiance.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable

    from duckdb import DuckDBPyConnection

_STALE = 60.0
"""Seconds after which a file that is still being made has been left."""


def create(path: str, fill: Callable[[DuckDBPyConnection], None]) -> None:
    """Make a file at ``path`` and let ``fill`` put the tables in; nothing where there is a file already.

    It is made under another name and then linked, so that whoever kills this leaves no half of a file at ``path``.
    """
    import duckdb

    place = Path(path)
    if place.exists():
        return
    _sweep(place)
    made = place.with_name(f"{place.name}.{os.getpid()}.new")
    try:
        with duckdb.connect(str(made), config=SETTINGS) as connection, transaction(connection):
            fill(connection)
        _link(made, place)
    except duckdb.Error as error:
        raise fault(path, error) from error
    except OSError as error:
        raise ArchiveError(path, f"cannot be made: {error.strerror}") from error
    finally:
        made.unlink(missing_ok=True)


def _sweep(place: Path) -> None:
    """Remove what is left of files whose making was cut off."""
    for left in place.parent.glob(f"{escape(place.name)}.*.new*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()


def _link(made: Path, place: Path) -> None:
    try:
        place.hardlink_to(made)
    except FileExistsError:  # somebody else was quicker
        return
    except OSError:  # a file system without links
        if not place.exists():
            made.rename(place)
