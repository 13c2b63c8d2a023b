from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from allegiance import __version__
from allegiance.cli import app, main
from allegiance.errors import UsageError


def test_the_version_is_printed() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"allegiance {__version__}\n")


def test_help_has_examples() -> None:
    result = CliRunner().invoke(app, ["--help"])
    assert result.exit_code == 0
    assert "Examples" in result.stdout
    assert "extract" in result.stdout


def test_a_fatal_error_is_one_line_on_standard_error_and_status_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise UsageError("this\nmakes no sense")

    monkeypatch.setattr(sys.modules["allegiance.cli.app"], "app", fail)
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 2
    assert capsys.readouterr().err == "allegiance: this makes no sense\n"


def test_the_module_runs_as_the_command() -> None:
    result = subprocess.run([sys.executable, "-m", "allegiance", "--version"], capture_output=True, check=True)
    assert result.stdout.decode().strip() == f"allegiance {__version__}"
