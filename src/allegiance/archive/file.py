"""The file of an archive: held for as long as a question or a batch takes, and no longer.

DuckDB lets one process write or several read, and locks the others out for as long as the file is open. So nobody
keeps it open here: every use attaches the file, works and detaches it, which takes about a millisecond. Who finds it
held waits, and asks again every 10 milliseconds; who has written leaves it free for a moment before writing again, so
that readers wait for one batch at the most.
"""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir
from threading import RLock
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from allegiance.archive.faults import fault
from allegiance.errors import ArchiveBusyError, ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from duckdb import DuckDBPyConnection

MEMORY = ":memory:"
PATIENCE = 30.0
"""Seconds to wait for another process that holds the file."""
_SILENCE = 1.0
"""Seconds to wait before it is said that one waits."""
_PAUSE = 0.01
_REST = 3 * _PAUSE
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    # What DuckDB merges of earlier batches when it writes one. Without a bound it now and then rewrites all of them:
    # one batch in six of an import then took four times as long as the others, and readers would have waited.
    "max_vacuum_tasks": 1,
}
_MAGIC = slice(8, 12), b"DUCK"


class File:
    """A DuckDB file, or a database in memory. Threads of this process take turns.

    ``patience`` is in seconds. ``waiting`` is told once, by the error that it may become, that the file is held.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._place = Path(path).resolve()
        self.patience = PATIENCE
        self.waiting: Callable[[ArchiveBusyError], None] | None = None
        self._lock = RLock()
        self._connection: DuckDBPyConnection | None = None
        self._writes: bool | None = None
        self._rested = 0.0

    @contextmanager
    def reading(self) -> Iterator[DuckDBPyConnection]:
        """Hold the file for reading: others can read it too, and who wants to write waits."""
        with self._lock:
            if self._writes is None:
                with self._held(write=False) as connection:
                    yield connection
            else:
                yield self._connected()

    @contextmanager
    def writing(self) -> Iterator[DuckDBPyConnection]:
        """Hold the file for one transaction, which is rolled back if the block raises."""
        with self._lock:
            if self._writes is None:
                with self._held(write=True) as connection, transaction(connection):
                    yield connection
            elif self._writes:
                yield self._connected()
            else:
                raise ArchiveError(self.path, "cannot be written while the same program holds it for reading")

    def close(self) -> None:
        """Let go of what DuckDB keeps in memory; a file has been let go already."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _connected(self) -> DuckDBPyConnection:
        if self._connection is None:
            import duckdb

            # What does not fit into memory would else go into the folder that one is in.
            spilt = str(Path(gettempdir()) / "allegiance")
            self._connection = duckdb.connect(config=SETTINGS | {"temp_directory": spilt})
        return self._connection

    @contextmanager
    def _held(self, *, write: bool) -> Iterator[DuckDBPyConnection]:
        import duckdb

        connection = self._connected()
        try:
            if self.path != MEMORY:
                self._attach(connection, write=write)
            self._writes = write or self.path == MEMORY
            yield connection
        except duckdb.Error as error:
            raise fault(self.path, error) from error
        finally:
            self._writes = None
            if self.path != MEMORY:
                self._detach(connection, wrote=write)

    def _attach(self, connection: DuckDBPyConnection, *, write: bool) -> None:
        """Attach the file under the name ``record``, as soon as nobody else holds it."""
        import duckdb

        _check(self._place, self.path)
        begun = time.monotonic()
        told = False
        time.sleep(max(0.0, self._rested + _REST - begun) if write else 0.0)
        while True:
            try:
                # A statement such as this one takes no parameters.
                quoted = str(self._place).replace("'", "''")
                connection.execute(f"ATTACH '{quoted}' AS record ({'READ_WRITE' if write else 'READ_ONLY'})")
                break
            except duckdb.Error as error:
                found = fault(self.path, error)
                waited = time.monotonic() - begun
                if not isinstance(found, ArchiveBusyError) or waited > self.patience:
                    raise found from error
            if self.waiting is not None and not told and waited > _SILENCE:
                self.waiting(found)
                told = True
            time.sleep(_PAUSE)
        connection.execute("USE record")

    def _detach(self, connection: DuckDBPyConnection, *, wrote: bool) -> None:
        import duckdb

        try:
            connection.execute("USE memory")
            connection.execute("DETACH DATABASE IF EXISTS record")
        except duckdb.Error:  # what went wrong before has spoilt the whole database
            self.close()
        if wrote:
            self._rested = time.monotonic()


# The lock of a file keeps other processes out, not other threads of this one: those share one File.
_files: WeakValueDictionary[str, File] = WeakValueDictionary()


def shared(path: str) -> File:
    """The one `File` that this process has of the file at ``path``; a new one each time for a database in memory."""
    if path == MEMORY:
        return File(path)
    return _files.setdefault(str(Path(path).resolve()), File(path))


@contextmanager
def transaction(connection: DuckDBPyConnection) -> Iterator[None]:
    """Commit what the block does, or roll it back if the block raises."""
    import duckdb

    connection.begin()
    try:
        yield
        connection.commit()
    except BaseException:
        # Where this fails it has rolled back by itself; what made it do so is the error to raise.
        with suppress(duckdb.Error):
            connection.rollback()
        raise


def _check(place: Path, path: str) -> None:
    """Raise `ArchiveError` for what DuckDB would not say clearly: no file, or one of another kind."""
    where, magic = _MAGIC
    try:
        with place.open("rb") as stream:
            found = stream.read(where.stop)[where]
    except FileNotFoundError:
        raise ArchiveError(path, "there is no such archive; `allegiance read` makes one") from None
    except OSError as error:
        raise ArchiveError(path, f"cannot be read: {error.strerror}") from error
    if found != magic:
        raise ArchiveError(path, "is not an archive of Allegiance")
