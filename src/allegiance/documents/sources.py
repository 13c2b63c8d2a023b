"""Find what the caller's paths name: files, folders, globs and standard input."""

from __future__ import annotations

import glob
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, Any

from allegiance.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

STANDARD_INPUT = "-"
_PEEK = 1 << 16
_ARCHIVES = (".duckdb", ".duckdb.wal")


@dataclass(frozen=True, slots=True)
class Source:
    """A stream of bytes that is not open yet, and the name to report it under."""

    name: str
    open: Callable[[], AbstractContextManager[BufferedReader[Any]]]


def find(paths: Iterable[str], *, report: Callable[[DocumentError], None]) -> Iterator[Source]:
    """Yield the sources at ``paths``, folders and globs in sorted order, without the hidden files and the archives."""
    for path in paths:
        if path == STANDARD_INPUT:
            yield Source("standard input", _open_standard_input)
            continue
        files = _expand(path)
        empty = True
        for file in files:
            empty = False
            yield _file_source(file)
        if empty:
            report(DocumentError(path, "has no files" if Path(path).is_dir() else "matches no files"))


def first_bytes(stream: BufferedReader[Any]) -> bytes:
    """Return the beginning of the stream without consuming it; may be shorter than the stream."""
    return stream.peek(_PEEK)[:_PEEK]


def _expand(path: str) -> Iterator[str]:
    if Path(path).is_dir():
        yield from _walk(path)
    elif glob.has_magic(path) and not Path(path).exists():
        for match in sorted(glob.iglob(path, recursive=True)):  # noqa: PTH207 - keeps the caller's spelling
            if Path(match).is_dir():
                continue
            yield match
    else:
        yield path


def _walk(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and not name.endswith(_ARCHIVES):
                yield str(Path(here) / name)


def _file_source(path: str) -> Source:
    def opened() -> AbstractContextManager[BufferedReader[Any]]:
        if "\0" in path:
            raise DocumentError(path.replace("\0", "\\0"), "is not a file name")
        return Path(path).open("rb")

    return Source(path, opened)


@contextmanager
def _open_standard_input() -> Iterator[BufferedReader[Any]]:
    raw: Any = sys.stdin.buffer
    yield raw if isinstance(raw, BufferedReader) else BufferedReader(raw)
