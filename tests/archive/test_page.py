"""The page of the archive says what there is, and its example runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from allegiance.archive import Archive, open_archive, schema
from allegiance.archive.batch import claim_schema, document_schema
from allegiance.archive.meanings import MADE_OF
from allegiance.model import Document
from conftest import MakeClaim

PAGE = (Path(__file__).parents[2] / "docs" / "archive.md").read_text("utf-8")
PROSE = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
WORDS = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", PROSE))))


def test_the_example_runs(
    tmp_path: Path, make_claim: MakeClaim, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = Document("d", "Iran backs Muqtada al-Sadr.")
    with open_archive("iraq.duckdb", write=True) as archive:
        archive.add([(text, [make_claim(text, "Iran", "ally", "Muqtada al-Sadr", since="2020-01")])])
    (example,) = re.findall(r"```py\n(.*?)```", PAGE, re.DOTALL)
    exec(compile(example, "docs/archive.md", "exec"), {})  # noqa: S102 - our own page
    assert capsys.readouterr().out == "2020-01 Iran ally Muqtada al-Sadr Iran backs Muqtada al-Sadr.\n"


def test_every_column_table_and_method_is_documented(archive: Archive) -> None:
    tables = set(re.findall(r"CREATE TABLE (\w+)", "".join(schema.migrations())))
    methods = {name for name in dir(Archive) if not name.startswith("_")} - {"close", "writing"}
    columns = {*MADE_OF, *document_schema(), *claim_schema()} - {
        f"target_{part}" for part in ("name", "kind", "start", "end")
    }
    assert (tables | methods | columns) - WORDS == set()
    assert archive.summary().documents == 0
