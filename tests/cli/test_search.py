from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allegiance.archive import open_archive
from allegiance.cli import app
from allegiance.errors import UsageError
from allegiance.jsonlines import claim_to_dict
from allegiance.model import Claim, Document, Status
from conftest import MakeClaim

DOCUMENT = Document("d1", "Iran backs Badr. Badr | attacked\nIraq.", title="A report", publisher="The Lantern")


@pytest.fixture
def made(make_claim: MakeClaim) -> list[Claim]:
    return [
        make_claim(DOCUMENT, "Iran", "sponsor", "Badr", since="2014-06"),
        make_claim(DOCUMENT, "Badr", "ASSAULT", "Iraq", since="2015", sign=-1, status=Status.DENIED),
    ]


@pytest.fixture(autouse=True)
def _archive(tmp_path: Path, made: list[Claim], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLEGIANCE_ARCHIVE", str(tmp_path / "a.duckdb"))
    with open_archive(tmp_path / "a.duckdb", write=True) as archive:
        archive.add([(DOCUMENT, made)])


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["claims", *arguments])


def found(*arguments: str) -> list[str]:
    return [json.loads(line)["relation"] for line in run("--format", "json", *arguments).stdout.splitlines()]


def test_as_json_a_claim_is_what_extract_prints(made: list[Claim]) -> None:
    lines = run("--format", "json").stdout.splitlines()
    assert [json.loads(line) for line in lines] == [claim_to_dict(claim) for claim in made]


@pytest.mark.parametrize(
    ("options", "relations"),
    [
        (("--actor", "badr"), ["sponsor", "ASSAULT"]),
        (("--actor", "Iran"), ["sponsor"]),
        (("--relation", "ASSAULT"), ["ASSAULT"]),
        (("--status", "denied"), ["ASSAULT"]),
        (("--since", "2014-07"), ["ASSAULT"]),
        (("--until", "2014"), ["sponsor"]),
        (("--publisher", "The Candle"), []),
        (("--document", "d1", "--limit", "1"), ["sponsor"]),
        (("--limit", "0"), []),
    ],
)
def test_claims_are_picked_out(options: tuple[str, ...], relations: list[str]) -> None:
    assert found(*options) == relations


def test_a_table_is_for_people() -> None:
    shown = " ".join(run().stdout.split())
    assert "Iran sponsor Badr" in shown
    assert "2 claims about 2 pairs of actors in 1 document." in shown


def test_csv_has_a_row_for_each_claim_with_its_quote_and_source() -> None:
    first, second = csv.DictReader(StringIO(run("--format", "csv").stdout))
    assert (first["source_name"], first["relation"], first["publisher"]) == ("Iran", "sponsor", "The Lantern")
    assert (second["quote"], second["status"]) == (DOCUMENT.text, "denied")


def test_markdown_is_a_table_whose_cells_hold_no_bars_or_line_ends() -> None:
    lines = run("--format", "markdown").stdout.splitlines()
    assert len(lines) == 4
    assert len({line.count("|") for line in lines}) == 1
    assert "Badr &#124; attacked Iraq." in lines[2]


@pytest.mark.parametrize("options", [("--since", "soon"), ("--until", "201X"), ("--actor", "nobody")])
def test_what_makes_no_sense_is_a_usage_error(options: tuple[str, ...]) -> None:
    assert isinstance(run(*options).exception, UsageError)


def test_help_has_examples() -> None:
    assert "allegiance claims --archive iraq.duckdb --actor Iran" in " ".join(run("--help").stdout.split())
