"""What DuckDB says in several lines, as one line for people."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from allegiance.errors import ArchiveBusyError, ArchiveError

if TYPE_CHECKING:
    import duckdb

_BUSY = re.compile(r"Conflicting lock is held|already open in|being used by another process")
_HOLDER = re.compile(r"(?:held|open)\s+in\s+(?P<program>.*?) \(PID (?P<process>\d+)\)")
_DAMAGED = re.compile(r"corrupt|checksum|not a valid|could not read enough bytes|deserializ|invalidated", re.IGNORECASE)
_COMMAND = 100
_FULL = re.compile(r"no space left|not enough space|disk is full|disk quota", re.IGNORECASE)
_KIND = re.compile(r"^(?:[A-Z]\w+ )+Error: ")


def fault(path: str, error: duckdb.Error) -> ArchiveError:
    """The error to raise in the place of one of DuckDB's that came up while it worked with the file at ``path``."""
    text = str(error)
    if _BUSY.search(text):
        return _busy(path, text)
    reason = _KIND.sub("", text.splitlines()[0] if text else "")
    if _FULL.search(text):
        return ArchiveError(path, "the disk is full; what was being written is not in it")
    if _DAMAGED.search(text):
        return ArchiveError(path, f"is damaged: {reason}")
    return ArchiveError(path, f"cannot be used: {reason}")


def _busy(path: str, text: str) -> ArchiveBusyError:
    holder = _HOLDER.search(text)
    if holder is None:
        return ArchiveBusyError(path, "is held by another process")
    process = int(holder["process"])
    command = _command(process) or holder["program"]
    return ArchiveBusyError(path, f"is held by process {process} ({command})", process=process)


def _command(process: int) -> str:
    """The command line of a process, where the system tells it as a file; else nothing."""
    try:
        words = Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return ""
    return shorten(b" ".join(words).decode("utf-8", "replace"), _COMMAND, placeholder=" …")
