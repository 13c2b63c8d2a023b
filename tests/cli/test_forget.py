from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from allegiance.archive import open_archive
from allegiance.cli import app
from allegiance.model import Document
from conftest import MakeClaim


def test_documents_are_removed_and_those_that_are_not_there_are_named(tmp_path: Path, make_claim: MakeClaim) -> None:
    place = tmp_path / "a.duckdb"
    document = Document("d1", "Iran backs Badr.")
    with open_archive(place, write=True) as archive:
        archive.add([(document, [make_claim(document, "Iran", "ally", "Badr")])])
    result = CliRunner().invoke(app, ["forget", "d1", "d2", "--archive", str(place)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        f"allegiance: {place}: d1 is gone, with 1 claim and 2 actors",
        f"allegiance: {place}: has no document d2",
    ]
    assert not open_archive(place).has("d1")


def test_help_has_examples() -> None:
    assert "allegiance forget 6a021586f3c02e2cd8e5" in CliRunner().invoke(app, ["forget", "--help"]).stdout
