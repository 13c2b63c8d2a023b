"""The page of actors says what there is, and its examples run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from allegiance.actors.gazetteer import parsed, shipped
from allegiance.cli import app
from allegiance.geography.atlas import LANGUAGES

PAGE = (Path(__file__).parents[2] / "docs" / "actors.md").read_text("utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return str(found)


def test_every_command_under_actors_is_documented_and_has_examples_in_its_help() -> None:
    group = getattr(get_command(app), "commands")["actors"]  # noqa: B009 - the type of a group is private to Typer
    for name in group.commands:
        assert f"`allegiance actors {name}" in PAGE
        assert f"allegiance actors {name}" in CliRunner().invoke(app, ["actors", name, "--help"]).stdout


def test_the_python_of_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(block("python"), "docs/actors.md", "exec"), {})  # noqa: S102 - our own page
    assert capsys.readouterr().out.startswith("Muqtada al-Sadr [('Muqtada al-Sadr', 1.0")


def test_the_entities_of_the_page_can_be_read() -> None:
    found = parsed(block("json").splitlines(), source="the page", base=shipped())
    assert found.entities["x-1"].short == ("LZ",)
    assert found.successions[-1].successor == "x-1"


def test_the_numbers_of_the_page_are_those_of_the_data() -> None:
    assert f"About {round(len(shipped().entities), -1)} actors" in PAGE
    assert len(LANGUAGES) == 14
    assert "fourteen languages" in PAGE
