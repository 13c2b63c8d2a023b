from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allegiance.archive import open_archive
from allegiance.cli import app
from allegiance.errors import ArchiveError
from allegiance.model import Document
from conftest import MakeClaim

DOCUMENT = Document("d1", "Iran backs Badr. Badr attacked Iraq.")


@pytest.fixture
def place(tmp_path: Path, make_claim: MakeClaim) -> Path:
    with open_archive(tmp_path / "a.duckdb", write=True) as archive:
        claims = [
            make_claim(DOCUMENT, "Iran", "ally", "Badr", since="2014"),
            make_claim(DOCUMENT, "Badr", "ally", "Iraq"),
        ]
        archive.add([(DOCUMENT, claims)])
    return tmp_path / "a.duckdb"


def run(place: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["actors", "--archive", str(place), *arguments])


def test_actors_are_listed_the_most_named_first(place: Path) -> None:
    lines = [line.split() for line in run(place).stdout.splitlines()]
    assert lines[0] == ["id", "name", "kind", "claims", "first", "last"]
    assert [line[1] for line in lines[1:]] == ["Badr", "Iran", "Iraq"]


def test_they_are_listed_as_json_too(place: Path) -> None:
    first, _ = map(json.loads, run(place, "--format", "json", "--limit", "2").stdout.splitlines())
    assert first == {
        "id": "badr",
        "name": "Badr",
        "kind": "organisation",
        "claims": 2,
        "first": "2014-01-01",
        "last": "2014-01-01",
    }


def test_without_an_archive_there_is_nobody_to_list(tmp_path: Path) -> None:
    assert isinstance(run(tmp_path / "none.duckdb").exception, ArchiveError)


def test_help_has_examples(place: Path) -> None:
    assert "allegiance actors --limit 20 --format csv" in " ".join(run(place, "--help").stdout.split())
