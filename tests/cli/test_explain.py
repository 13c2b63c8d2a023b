from __future__ import annotations

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from allegiance.cli import app
from allegiance.cli.sentence import show
from allegiance.errors import UsageError
from allegiance.extract.explain import explain
from allegiance.model import Document

TEXT = (
    "Iran attacked the United States. On Monday it denied that it had threatened to attack the pro-American militias, "
    "but officials said that it would support Iraq and the Kurds."
)


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["explain", *map(str, arguments)], input=stdin)


def shown(text: str, width: int) -> str:
    console = Console(file=StringIO(), width=width, highlight=False)
    for number, sentence in enumerate(explain(Document("d", text)), start=1):
        show(sentence, number, console)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_a_sentence_is_shown_with_mentions_tree_and_cues() -> None:
    result = run("Iran attacked Iraq.")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Iran attacked Iraq." in result.stdout
    for title in ("Mentions", "Words", "Cues that made claims"):
        assert f"\n{title}\n" in result.stdout
    assert "Iran ASSAULT Iraq" in result.stdout
    assert "subj → obj" in result.stdout


def test_a_sentence_without_claims_says_so() -> None:
    assert "Cues that made claims\n  none" in run("The sun shines.").stdout


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(len(line) for line in shown(TEXT, width).splitlines()) <= width


def test_a_wide_terminal_has_the_tree_in_two_columns() -> None:
    headers = {width: [line for line in shown(TEXT, width).splitlines() if "lemma" in line] for width in (80, 120)}
    assert [line.count("lemma") for line in headers[80]] == [1, 1]
    assert [line.count("lemma") for line in headers[120]] == [2, 2]


def test_json_is_one_object_for_each_sentence_on_one_line() -> None:
    first, second = map(json.loads, run("--json", TEXT).stdout.splitlines())
    assert first["fired"][0]["claim"]["relation"] == "ASSAULT"
    assert TEXT[second["start"] : second["end"]] == second["text"]


def test_a_dash_is_standard_input() -> None:
    (line,) = run("-", "--json", stdin="Iran attacked Iraq.\n").stdout.splitlines()
    assert json.loads(line)["text"] == "Iran attacked Iraq."


def test_the_date_of_publication_dates_what_counts_from_it() -> None:
    result = run("--json", "--date", "2020-01-03", "Iran attacked Iraq yesterday.")
    assert json.loads(result.stdout)["fired"][0]["claim"]["since"] == "2020-01-02"


@pytest.mark.parametrize("date", ["yesterday", "2020-13", "202X", "2020-02-30"])
def test_what_is_no_date_is_a_usage_error(date: str) -> None:
    assert isinstance(run("--date", date, "Iran attacked Iraq.").exception, UsageError)


def test_no_text_is_a_usage_error() -> None:
    assert isinstance(run(" ").exception, UsageError)


def test_a_lexicon_and_actors_of_ones_own_are_read(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(
        "cue,pos,source,target,relation,example\nattack,verb,,,-,\nattack,verb,subj,obj,REQUEST,\n", encoding="utf-8"
    )
    (tmp_path / "nouns.csv").write_text("noun,kind\nhouse,movement\n", encoding="utf-8")
    options = ("--json", "--lexicon", tmp_path / "mine.csv", "--actors", tmp_path / "nouns.csv")
    (cue,) = json.loads(run(*options, "Iran attacked the house.").stdout)["fired"]
    assert (cue["claim"]["relation"], cue["claim"]["rule"]) == ("REQUEST", "verb.attack@mine")
    assert cue["claim"]["target"]["kind"] == "movement"


def test_a_bad_lexicon_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("cue\n", encoding="utf-8")
    assert isinstance(run("--lexicon", tmp_path / "mine.csv", "Iran attacked Iraq.").exception, UsageError)


def test_help_has_examples() -> None:
    assert "allegiance explain --lexicon mine.csv" in run("--help").stdout


@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_an_argument_with_bytes_that_are_no_utf_8_is_read_without_them(as_json: list[str]) -> None:
    command: list[str | bytes] = [
        sys.executable,
        "-m",
        "allegiance",
        "explain",
        *as_json,
        b"Iran \xff attacked Iraq.\xe2\x82",
    ]
    result = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONUTF8": "1"})
    assert result.stderr == b""
    assert "Iran \ufffd attacked Iraq." in result.stdout.decode("utf-8")


def test_standard_input_with_bytes_that_are_no_utf_8_is_read_without_them() -> None:
    result = CliRunner().invoke(app, ["explain", "--json", "-"], input=b"Iran \xff attacked Iraq.")
    assert json.loads(result.stdout)["text"] == "Iran \ufffd attacked Iraq."
