from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import allegiance
from allegiance.archive import open_archive
from allegiance.cli import app
from allegiance.errors import UsageError
from alliances.told import FALL_OUT

COMMANDS = [
    ["between", "Orla", "Vesk"],
    ["ties", "--on", "2020"],
    ["turns"],
    ["blocs", "--on", "2020"],
    ["vacuum", "Osman"],
    ["deeds", "Orla"],
    ["contested"],
    ["coverage"],
]
NAMES = [command[0] for command in COMMANDS]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "record.duckdb"
    with open_archive(path, write=True) as opened:
        opened.add([(FALL_OUT.document(), FALL_OUT.claims())])
    monkeypatch.setenv("ALLEGIANCE_ARCHIVE", str(path))
    return path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    return result.stdout


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
@pytest.mark.parametrize("width", [72, 100])
def test_no_line_of_a_table_is_wider_than_the_terminal(
    command: list[str], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run(*command).splitlines()
    assert max(map(len, lines)) <= width
    assert not [line for line in lines if "…" in line]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_every_question_is_answered_in_every_format(command: list[str]) -> None:
    found = json.loads(run(*command, "--format", "json"))
    assert set(found) >= {"rules", "quotes"}
    text = run(*command, "--format", "csv")
    assert len(list(csv.DictReader(io.StringIO(text)))) >= (0 if command == ["contested"] else 1)
    markdown = run(*command, "--format", "markdown")
    assert markdown.startswith("# ")
    for number, quote in enumerate(dict.fromkeys(quote["text"] for quote in found["quotes"]), start=1):
        assert f"[^{number}]: “{quote}”" in markdown
        assert f"[^{number}]" in markdown.split(f"[^{number}]: ")[0]


@pytest.mark.usefixtures("archive")
def test_a_rule_changes_the_answer_and_is_shown_with_it() -> None:
    usual = run("ties", "--on", "2021", "--format", "json")
    assert "half-life 30 days" in run("ties", "--on", "2021", "--rule", "half-life=30")
    shorter = json.loads(run("ties", "--on", "2021", "--rule", "half-life=30", "--format", "json"))
    assert shorter["rules"]["half_life"] == 30
    assert (json.loads(usual)["found"], shorter["found"]) == (2, 0)


@pytest.mark.usefixtures("archive")
def test_the_limit_is_of_rows_and_none_means_all() -> None:
    assert "2 turns; the 1 surest are shown." in run("turns", "--limit", "1")
    assert "2 turns." in run("turns", "--limit", "0")


@pytest.mark.usefixtures("archive")
def test_as_many_blocs_as_fit_can_be_asked_for() -> None:
    assert json.loads(run("blocs", "--on", "2020", "--blocs", "any", "--format", "json"))["rules"]["blocs"] == 0


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["turns", "--rule", "half=3"], "there is no rule of that name; there are half-life,"),
        (["turns", "--rule", "before=soon"], "soon is no number that before can be"),
        (["turns", "--rule", "threshold"], "nothing is no number that threshold can be"),
        (["blocs", "--on", "2020", "--blocs", "3"], "--blocs 3: must be 2 or any"),
        (["ties", "--on", "soon"], "soon: is not a date"),
        (["between", "Orla", "Vest"], "Vest: no such actor in the archive; near it: Vesk"),
    ],
)
def test_what_makes_no_sense_is_told_in_one_line(arguments: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message) as raised:
        CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert "\n" not in str(raised.value)


def test_the_same_is_asked_from_python(archive: Path) -> None:
    record = allegiance.open(archive, rules=allegiance.Rules(half_life=180))
    found = record.turns("Orla", "Vesk")
    assert found.to_polars()["now"].to_list() == ["against", "with"]
    assert found.rules.half_life == 180
