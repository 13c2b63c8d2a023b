from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allegiance.cli import app
from allegiance.model import Document

TEXT = "Iran backs the Badr Organization – “fully”."


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["extract", *map(str, arguments)], input=stdin)


@pytest.mark.usefixtures("stub_extract")
def test_a_claim_is_one_json_object_on_one_line_of_standard_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = run(tmp_path)
    assert result.exit_code == 0
    assert result.stderr == ""
    (line,) = result.stdout.splitlines()
    claim = json.loads(line)
    assert (claim["source"]["actor"], claim["relation"], claim["target"]["actor"]) == ("Iran", "sponsor", "Badr")
    assert claim["quote"] == TEXT


@pytest.mark.usefixtures("stub_extract")
def test_json_is_utf_8_whatever_the_terminal_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert "“fully”".encode() in run(tmp_path).stdout_bytes


@pytest.mark.usefixtures("stub_extract")
def test_what_cannot_be_read_is_one_line_on_standard_error_and_the_status_is_1(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("")
    result = run(tmp_path, tmp_path / "missing.txt")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    first, second = result.stderr.splitlines()
    assert first == f"allegiance: {tmp_path / 'b.txt'}: is empty"
    assert second == f"allegiance: {tmp_path / 'missing.txt'}: No such file or directory"


def test_the_id_of_a_json_line_is_the_document_of_the_claim(stub_extract: list[Document]) -> None:
    result = run("-", stdin=json.dumps({"id": "d7", "text": TEXT, "publisher": "The Lantern"}) + "\n")
    assert json.loads(result.stdout)["document"] == "d7"
    assert [document.publisher for document in stub_extract] == ["The Lantern"]


@pytest.mark.usefixtures("stub_extract")
def test_a_table_is_for_people(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"A short report\n\n{TEXT}", encoding="utf-8")
    result = run("--table", tmp_path)
    assert result.exit_code == 0
    assert "Badr and Iran" in result.stdout
    assert "A short report" in result.stdout


def test_a_lexicon_of_ones_own_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Iran attacked Iraq.", encoding="utf-8")
    row = "attack,verb,subj,obj,REQUEST,"
    (tmp_path / "mine.csv").write_text(f"cue,pos,source,target,relation,example\n{row}\n", encoding="utf-8")
    result = run("--lexicon", tmp_path / "mine.csv", tmp_path / "a.txt")
    assert "REQUEST" in {json.loads(line)["relation"] for line in result.stdout.splitlines()}


def test_no_paths_is_a_usage_error() -> None:
    assert run().exit_code == 2


def test_help_has_examples() -> None:
    assert "allegiance extract report.txt" in run("--help").stdout


@pytest.mark.usefixtures("stub_extract")
@pytest.mark.parametrize("options", [[], ["--table"]])
def test_standard_input_with_bytes_that_are_no_utf_8_is_read_as_a_file_would_be(options: list[str]) -> None:
    text = b"Iran backs the Badr Organization \xe2\x82 fully \xff. " + b"Iran backed it for many years. " * 3
    result = CliRunner().invoke(app, ["extract", *options, "-"], input=text)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Badr" in result.stdout


@pytest.mark.usefixtures("stub_extract")
def test_a_json_line_with_bytes_that_are_no_utf_8_is_skipped_with_a_message() -> None:
    lines = b'{"text": "Iran \xff backs Badr."}\n{"text": "Iran backs Badr.", "id": "d\xff"}\n'
    lines += b'{"text": "Iran backs Badr."}\n'
    result = CliRunner().invoke(app, ["extract", "-"], input=lines)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert [line.split(": ")[-1] for line in result.stderr.splitlines()] == [
        "has a 'text' that is not valid Unicode",
        "has a 'id' that is not valid Unicode",
    ]
