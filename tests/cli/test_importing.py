from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from allegiance.archive import open_archive
from allegiance.cli import app
from allegiance.cli.importing import FORMATS
from allegiance.exchange import formats
from exchange.layouts import acled, icews

RUN = CliRunner()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ALLEGIANCE_ARCHIVE", raising=False)
    (tmp_path / "events.tab").write_text(
        icews({}, {"Event ID": "2", "CAMEO Code": "010"}, {"Event ID": "3", "Target Name": ""}), "utf-8"
    )
    return tmp_path


def test_every_format_is_a_command_with_an_example(folder: Path) -> None:
    assert list(FORMATS) == list(formats.FORMATS)
    for name in FORMATS:
        assert f"allegiance import {name}" in RUN.invoke(app, ["import", name, "--help"]).stdout


def test_rows_go_into_the_archive_and_the_result_says_what_became_of_them(folder: Path) -> None:
    result = RUN.invoke(app, ["import", "icews", "events.tab"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "3 rows read, 0 of them faulty",
        "1 documents with 1 claims added, 0 documents known already",
        "1 left out: 010 is no relation",
        "1 left out: names no two actors",
    ]
    with open_archive("allegiance.duckdb") as archive:
        assert archive.find("Kalmar Front").kind == "armed group"


def test_the_archive_may_be_named_by_an_option_or_the_environment(folder: Path) -> None:
    RUN.invoke(app, ["import", "icews", "events.tab", "--archive", "mine.duckdb"])
    RUN.invoke(app, ["import", "icews", "events.tab"], env={"ALLEGIANCE_ARCHIVE": "ours.duckdb"})
    assert sorted(path.name for path in folder.glob("*.duckdb")) == ["mine.duckdb", "ours.duckdb"]


def test_faulty_rows_and_files_are_named_and_the_exit_status_is_one(folder: Path) -> None:
    (folder / "more.tab").write_text(icews({"Event Date": "then"}), "utf-8")
    (folder / "acled.csv").write_text(acled({}), "utf-8")
    result = RUN.invoke(app, ["import", "icews", "acled.csv", "more.tab", "events.tab"])
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "allegiance: acled.csv: is not an ICEWS file: it has no column 'Event ID'; "
        "it looks like an ACLED file: allegiance import acled",
        "allegiance: more.tab:2: has a date that is none: 'then'",
    ]
    assert "4 rows read, 1 of them faulty" in result.stdout


def test_of_many_faulty_rows_the_first_hundred_are_named(folder: Path) -> None:
    (folder / "bad.tab").write_text(icews(*({"Event Date": "then"} for _ in range(130))), "utf-8")
    lines = RUN.invoke(app, ["import", "icews", "bad.tab"]).stderr.splitlines()
    assert len(lines) == 101
    assert lines[-1] == "allegiance: bad.tab: 30 more rows make no sense"


def test_nothing_that_can_be_read_makes_no_archive(folder: Path) -> None:
    result = RUN.invoke(app, ["import", "icews", "absent.tab"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert not list(folder.glob("*.duckdb"))


def test_a_confidence_can_be_given(folder: Path) -> None:
    RUN.invoke(app, ["import", "icews", "events.tab", "--confidence", "0.25"])
    with open_archive("allegiance.duckdb") as archive:
        assert archive.frame()["confidence"].to_list() == [0.25]
    assert RUN.invoke(app, ["import", "icews", "events.tab", "--confidence", "2"]).exit_code == 2
