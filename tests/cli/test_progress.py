from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from allegiance.cli.progress import progress


def shown(monkeypatch: pytest.MonkeyPatch, total: int | None, *, terminal: bool) -> str:
    console = Console(file=StringIO(), force_terminal=terminal, color_system=None, width=120)
    monkeypatch.setattr("rich.console.Console", lambda **_: console)
    with progress(total) as advance:
        advance(3)
        advance(1_000)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_documents_claims_and_speed_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, 4, terminal=True)
    assert "2/4 documents 1,003 claims" in text
    assert "a second" in text


def test_a_total_that_is_not_known_is_not_made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "2/? documents" in shown(monkeypatch, None, terminal=True)


def test_nothing_is_shown_where_nobody_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, 4, terminal=False).strip() == ""
