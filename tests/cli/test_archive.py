from __future__ import annotations

import pytest

from allegiance.cli.archive import opened
from allegiance.errors import ArchiveBusyError


def test_who_waits_for_another_process_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    from pathlib import Path

    with opened(Path(":memory:")) as archive:
        assert archive._file.waiting is not None
        archive._file.waiting(ArchiveBusyError("a.duckdb", "is held by process 7 (duckdb)", process=7))
    assert capsys.readouterr().err == "allegiance: a.duckdb: is held by process 7 (duckdb); waiting\n"
