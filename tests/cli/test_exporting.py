from __future__ import annotations

import io
import json
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from allegiance.cli import app
from allegiance.cli.exporting import To
from allegiance.errors import UsageError
from allegiance.exchange.exports import EXPORTS
from exchange.exports.archives import CLAIMS, TABLE

RUN = CliRunner()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ALLEGIANCE_ARCHIVE", raising=False)
    (tmp_path / "claims.csv").write_text(TABLE, "utf-8")
    assert RUN.invoke(app, ["import", "csv", "claims.csv"]).exit_code == 0
    return tmp_path


def test_the_formats_of_the_command_are_those_there_are(folder: Path) -> None:
    assert list(To) == list(EXPORTS)


@pytest.mark.parametrize("form", list(To))
def test_every_format_is_written_to_a_file_or_to_standard_output(folder: Path, form: To) -> None:
    result = RUN.invoke(app, ["export", form])
    assert result.exit_code == 0
    assert RUN.invoke(app, ["export", form, "-o", "out"]).stdout_bytes == b""
    if form is not To.PARQUET:  # which is written by several threads
        assert (folder / "out").read_bytes() == result.stdout_bytes
    assert (folder / "out").stat().st_size > 0


def test_what_a_format_cannot_hold_is_counted(folder: Path) -> None:
    assert RUN.invoke(app, ["export", "csv"]).stderr == ""
    assert RUN.invoke(app, ["export", "gexf"]).stderr == (
        f"allegiance: 2 of {CLAIMS} claims left out: they are denied, planned or only possible\n"
    )
    assert RUN.invoke(app, ["export", "plover"]).stderr == (
        f"allegiance: 1 of {CLAIMS} claims left out: they have no PLOVER event type\n"
    )


def test_claims_are_picked_out_by_actor_relation_and_time(folder: Path) -> None:
    def count(*options: str) -> int:
        return pl.read_csv(io.BytesIO(RUN.invoke(app, ["export", "csv", *options]).stdout_bytes)).height

    assert count() == CLAIMS
    assert count("--actor", "iraq") == 2
    assert count("--relation", "sponsor") == 3
    assert count("--since", "2014-06-10", "--until", "2014") == 2


def test_a_file_that_cannot_be_written_is_one_line(folder: Path) -> None:
    result = RUN.invoke(app, ["export", "csv", "-o", "no/such/folder.csv"])
    assert isinstance(result.exception, UsageError)
    assert str(result.exception) == "no/such/folder.csv: No such file or directory"


def test_json_lines_are_utf_8(folder: Path) -> None:
    lines = RUN.invoke(app, ["export", "jsonl"]).stdout_bytes.decode().splitlines()
    assert "Élan" in "".join(lines)
    assert len([json.loads(line) for line in lines]) == CLAIMS
