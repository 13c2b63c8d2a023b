from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allegiance.archive import open_archive
from allegiance.cli import app
from allegiance.errors import ArchiveError
from allegiance.model import Document

TEXT = "Iran backs the Badr Organization."


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["read", *map(str, arguments)], input=stdin)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "reports" / "b.txt").write_text("Nothing happened.", encoding="utf-8")
    return tmp_path / "iraq.duckdb"


def test_documents_go_into_the_archive_with_their_claims(stub_extract: list[Document], place: Path) -> None:
    result = run(place.parent / "reports", "--archive", place)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"allegiance: {place}: 2 documents and 1 claim more; 0 documents known already\n"
    with open_archive(place) as archive:
        assert archive.documents()["claims"].to_list() == [1, 0]
        assert archive.claims([1])[0].quote == TEXT
    assert len(stub_extract) == 2


def test_reading_again_reads_only_what_is_new(stub_extract: list[Document], place: Path) -> None:
    run(place.parent / "reports", "--archive", place)
    stub_extract.clear()
    (place.parent / "reports" / "c.txt").write_text(f"{TEXT} Still.", encoding="utf-8")
    result = run(place.parent / "reports", "--archive", place)
    assert result.stderr.endswith("1 document and 1 claim more; 2 documents known already\n")
    assert [document.text for document in stub_extract] == [f"{TEXT} Still."]


@pytest.mark.usefixtures("stub_extract")
def test_the_archive_is_that_of_the_environment_or_of_this_folder(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place.parent)
    monkeypatch.delenv("ALLEGIANCE_ARCHIVE", raising=False)
    assert run("reports").exit_code == 0
    assert Path("allegiance.duckdb").exists()
    monkeypatch.setenv("ALLEGIANCE_ARCHIVE", str(place))
    assert run("reports").exit_code == 0
    assert place.exists()


@pytest.mark.usefixtures("stub_extract")
def test_what_cannot_be_read_is_named_and_the_rest_is_read(place: Path) -> None:
    (place.parent / "reports" / "c.txt").write_text("")
    result = run(place.parent / "reports", place.parent / "none.txt", "--archive", place)
    assert result.exit_code == 1
    assert [line.split(": ", 2)[2] for line in result.stderr.splitlines()] == [
        "is empty",
        "No such file or directory",
        "2 documents and 1 claim more; 0 documents known already",
    ]


@pytest.mark.usefixtures("stub_extract")
def test_standard_input_is_read(place: Path) -> None:
    lines = "".join(json.dumps({"id": f"d{number}", "text": TEXT}) + "\n" for number in range(3))
    assert run("-", "--archive", place, stdin=lines).exit_code == 0
    with open_archive(place) as archive:
        assert archive.documents()["id"].to_list() == ["d0", "d1", "d2"]


def test_a_lexicon_of_ones_own_is_read(place: Path) -> None:
    (place.parent / "reports" / "a.txt").write_text("Iran attacked Iraq.", encoding="utf-8")
    lexicon = place.parent / "mine.csv"
    lexicon.write_text("cue,pos,source,target,relation,example\nattack,verb,subj,obj,REQUEST,\n", encoding="utf-8")
    assert run("--lexicon", lexicon, place.parent / "reports", "--archive", place).exit_code == 0
    with open_archive(place) as archive:
        assert "REQUEST" in archive.frame()["relation"].to_list()


def test_a_file_of_another_kind_is_left_alone(stub_extract: list[Document], place: Path) -> None:
    place.write_text("my notes", encoding="utf-8")
    result = run(place.parent / "reports", "--archive", place)
    assert isinstance(result.exception, ArchiveError)
    assert place.read_text(encoding="utf-8") == "my notes"
    assert stub_extract == []


def test_help_has_examples() -> None:
    assert "allegiance read reports/ --archive iraq.duckdb" in run("--help").stdout
