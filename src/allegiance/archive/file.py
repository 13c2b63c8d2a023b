"""The file of an archive: opened for as long as a question or a batch takes, and no longer.

DuckDB lets one process write or several read. A process that kept the file open would lock the others out for all
of its life; here each use attaches the file, works and detaches it, which takes about a millisecond.
"""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from allegiance.archive import schema
from allegiance.errors import ArchiveBusyError, ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duckdb import DuckDBPyConnection

MEMORY = ":memory:"
PATIENCE = 10.0
"""How many seconds to wait for another process that holds the file."""
_PAUSE = 0.02
_SETTINGS = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
_HOLDER = re.compile(r"held in (?P<program>.*?) \(PID (?P<process>\d+)\)")
_locks: dict[str, RLock] = {}


class File:
    """A DuckDB file with the tables of an archive, or a database in memory."""

    def __init__(self, path: str) -> None:
        import duckdb

        self.path = path
        self._connection = duckdb.connect(config=_SETTINGS)
        # The lock of a file keeps other processes out, but not other threads of this one.
        self._lock = RLock() if path == MEMORY else _locks.setdefault(str(Path(path).resolve()), RLock())
        self._depth = 0
        if path == MEMORY:
            self._attach(write=True)
            schema.migrate(self._connection)

    @contextmanager
    def reading(self) -> Iterator[DuckDBPyConnection]:
        """Hold the file for reading: others can read it too, and who wants to write waits."""
        with self._lock, self._held(write=False):
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[DuckDBPyConnection]:
        """Hold the file for one transaction, which is rolled back if the block raises."""
        with self._lock, self._held(write=True):
            self._connection.begin()
            try:
                yield self._connection
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()

    def close(self) -> None:
        """Let go of the database; a file has been let go already."""
        self._connection.close()

    @contextmanager
    def _held(self, *, write: bool) -> Iterator[None]:
        if self.path == MEMORY or self._depth:
            yield
            return
        self._attach(write=write)
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            self._connection.execute("USE memory")
            self._connection.execute("DETACH record")

    def _attach(self, *, write: bool) -> None:
        import duckdb

        name = self.path.replace("'", "''")
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self._connection.execute(f"ATTACH '{name}' AS record{'' if write else ' (READ_ONLY)'}")
                break
            except duckdb.IOException as error:
                holder = _HOLDER.search(str(error))
                if holder is None:
                    raise ArchiveError(self.path, str(error).splitlines()[0]) from error
                if time.monotonic() > deadline:
                    reason = f"is held by process {holder['process']} ({holder['program']})"
                    raise ArchiveBusyError(self.path, reason, process=int(holder["process"])) from error
            time.sleep(_PAUSE)
        self._connection.execute("USE record")


def create(path: str) -> None:
    """Make an empty archive at ``path`` unless there is a file already."""
    if path == MEMORY or Path(path).exists():
        return
    file = File(path)
    with file.writing() as connection:
        schema.migrate(connection)
    file.close()
