from __future__ import annotations

import duckdb
import pytest

from allegiance.archive.faults import fault
from allegiance.errors import ArchiveBusyError

LINUX = 'IO Error: Could not set lock on file "a.duckdb": Conflicting lock is held in /usr/bin/python3 (PID 999999999).'
WINDOWS = """IO Error: Cannot open file "a.duckdb": The file is being used by another process.
File is already open in
C:\\duckdb.exe (PID 999999998)"""


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (
            "IO Error: Could not write file: No space left on device",
            "the disk is full; what was being written is not in it",
        ),
        (
            "Corrupt database file: computed checksum 1\ndiffers",
            "is damaged: Corrupt database file: computed checksum 1",
        ),
        ("IO Error: Cannot open file: Permission denied", "cannot be used: Cannot open file: Permission denied"),
        ("TransactionContext Error: Failed to commit: x", "cannot be used: Failed to commit: x"),
        ("", "cannot be used: "),
    ],
)
def test_what_duckdb_says_becomes_one_line(said: str, line: str) -> None:
    assert str(fault("a.duckdb", duckdb.IOException(said))) == f"a.duckdb: {line}"


@pytest.mark.parametrize(("said", "process"), [(LINUX, 999999999), (WINDOWS, 999999998)])
def test_who_holds_the_file_is_told_even_where_its_command_is_not(said: str, process: int) -> None:
    error = fault("a.duckdb", duckdb.IOException(said))
    assert isinstance(error, ArchiveBusyError)
    assert error.process == process
    assert str(error).startswith(f"a.duckdb: is held by process {process} (")
    assert "\n" not in str(error)


def test_a_holder_that_is_not_told_is_somebody() -> None:
    error = fault("a.duckdb", duckdb.IOException("IO Error: it is being used by another process"))
    assert str(error) == "a.duckdb: is held by another process"
