from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from allegiance.extract.lexicon.classes import members

SOURCES = list(Path(str(files("allegiance.extract"))).rglob("*.py"))


def test_a_class_has_its_words() -> None:
    assert "order" in members("object control")
    assert "member" in members("part")


def test_a_class_that_is_in_no_row_is_an_error() -> None:
    with pytest.raises(KeyError):
        members("nonsense")


def test_every_class_that_the_rules_ask_for_is_there() -> None:
    asked = {name for path in SOURCES for name in re.findall(r'members\("([^"]+)"\)', path.read_text("utf-8"))}
    assert len(asked) > 5
    assert all(members(name) for name in asked)
