"""The page about blocs says what the functions do."""

from __future__ import annotations

import io
import re
from dataclasses import fields
from pathlib import Path

import pytest

from allegiance.alliances.blocs import OpenPair, Partition, Standing, Triads

PAGE = (Path(__file__).parents[3] / "docs" / "blocs.md").read_text("utf-8")


def test_the_example_prints_what_the_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    out = io.StringIO()
    monkeypatch.setattr("sys.stdout", out)
    exec(compile(example, "blocs.md", "exec"), {})  # noqa: S102 - our own page
    assert out.getvalue().splitlines() == re.findall(r"print\(.*?\) +# (.*)", example)


def test_every_field_is_explained() -> None:
    names = {field.name for kind in (Partition, Standing, Triads, OpenPair) for field in fields(kind)}
    unsaid = {"graph", "sides", "actor", "bloc", "first", "second", "enemies"}
    for name in names - unsaid:
        assert re.search(rf"`(graph\.)?{name}`|\b{name}\b", PAGE), name
