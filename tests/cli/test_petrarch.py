from __future__ import annotations

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

from allegiance.cli import app
from allegiance.errors import UsageError

RUN = CliRunner()
VERBS = "--- ZORBLE [190] ---\nZORBLE {ZORBLED}\n- POLICE * [175]\n- * THANKS [010]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "verbs.txt").write_text(VERBS + "- WILL * [138]\n" * 12, "utf-8")
    (tmp_path / "agents.txt").write_text("ZORBLER {} [~REB]\n", "utf-8")
    return tmp_path


def test_dictionaries_become_files_and_what_is_lost_is_told_by_reason_and_line(folder: Path) -> None:
    options = ["--lexicon", "mine.csv", "--actors", "nouns.csv", "--lost", "lost.csv"]
    result = RUN.invoke(app, ["import", "petrarch", "verbs.txt", "agents.txt", *options])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "mine.csv: 1 rows",
        "nouns.csv: 1 rows",
        "verbs.txt: 1 of 15 verbs carried over as 1 rows",
        "  12 not: a negation, a modal or a reporting verb before the verb, which the rules read themselves "
        "(lines 5, 6, 7, 8, 9, 10, 11, 12 and 4 more)",
        "  1 not: words before the verb (line 3)",
        "  1 not: a code without a relation (line 4)",
        "agents.txt: 1 of 1 agents carried over as 1 rows",
    ]
    lost = list(csv.DictReader((folder / "lost.csv").read_text("utf-8").splitlines()))
    assert len(lost) == 14
    assert lost[0] == {"file": "verbs.txt", "line": "3", "reason": "words before the verb", "text": "- POLICE * [175]"}
    assert (folder / "nouns.csv").read_text("utf-8") == "noun,kind\nzorbler,armed group\n"


def test_rows_need_a_file_to_go_to(folder: Path) -> None:
    result = RUN.invoke(app, ["import", "petrarch", "verbs.txt"])
    assert isinstance(result.exception, UsageError)
    assert str(result.exception) == "there are 1 rows to write; name a file with --lexicon"


def test_files_that_are_no_dictionaries_are_named_and_the_others_carried_over(folder: Path) -> None:
    (folder / "notes.txt").write_text("notes\n", "utf-8")
    result = RUN.invoke(app, ["import", "petrarch", "notes.txt", "agents.txt", "--actors", "nouns.csv"])
    assert result.exit_code == 1
    assert result.stderr.startswith("allegiance: notes.txt: is no dictionary")
    assert RUN.invoke(app, ["import", "petrarch", "notes.txt"]).exit_code == 2
