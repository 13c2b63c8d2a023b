"""The documentation says what the program does, and its examples run."""

from __future__ import annotations

import inspect
import io
import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

import allegiance
from allegiance import errors
from allegiance.cli import app
from allegiance.model import Kind, Status

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
DOCS = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "docs").glob("*.md")))
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


COMMANDS = [line for block in blocks("sh") for line in block.splitlines() if line]


def test_every_command_is_documented_and_has_examples_in_its_help() -> None:
    commands = getattr(get_command(app), "commands")  # noqa: B009 - the type of a group is private to Typer
    assert commands
    for name, command in commands.items():
        arguments = [parameter.metavar for parameter in command.params if parameter.param_type_name == "argument"]
        assert f"`allegiance {' '.join([name, *arguments[:1]])}" in DOCS
        assert f"allegiance {name}" in CliRunner().invoke(app, [name, "--help"]).stdout


def test_every_error_is_documented() -> None:
    for name, value in inspect.getmembers(errors, inspect.isclass):
        if value.__module__ == errors.__name__:
            assert f"`{name}`" in DOCS


def test_every_status_kind_and_public_name_is_documented() -> None:
    for word in [*Status, *Kind]:
        assert f"`{word}`" in DOCS
    for name in ("extract_claims", "read_documents", "claim_to_dict"):
        assert name in allegiance.__all__
        assert name in README


@pytest.mark.parametrize("line", COMMANDS)
def test_the_commands_of_the_readme_run(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    first, _, rest = line.partition(" | ")
    source, command = (first, rest) if rest else ("", first)
    stdin = Path(shlex.split(source)[1]).read_text("utf-8") if source else None
    program, *arguments = shlex.split(command)
    assert program == "allegiance"
    result = CliRunner().invoke(app, arguments, input=stdin)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""


def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    out = io.StringIO()
    monkeypatch.setattr("sys.stdout", out)
    for block in blocks("python"):
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own page
    assert "sponsor" in out.getvalue()


def test_the_claim_shown_in_the_readme_is_what_the_command_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(app, ["extract", "examples/"])
    assert all(line in result.stdout.splitlines() for block in blocks("json") for line in block.splitlines())


def test_the_readme_opens_with_the_two_commands_and_make_knows_them() -> None:
    opening = README.split("\n\n")[1]
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"make (\w+)", opening)
    assert targets == ["demo", "test"]
    for page in PAGES:
        for target in re.findall(r"^    make (\w+)", page.read_text("utf-8"), re.MULTILINE):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_changelog_has_a_place_for_lexicon_and_vocabulary() -> None:
    assert "### Lexicon and vocabulary" in (ROOT / "CHANGELOG.md").read_text("utf-8")
