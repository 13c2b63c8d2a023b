from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from allegiance.cli import app

AID = {"id": "a", "text": "Norway sent food aid to Malawi.", "source": [0, 6], "target": [24, 30]}


def run(path: str | Path, stdin: str | None = None) -> tuple[Result, list[dict[str, Any]]]:
    result = CliRunner().invoke(app, ["code", str(path)], input=stdin)
    return result, [json.loads(line) for line in result.stdout.splitlines()]


def test_each_line_gets_a_code(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps(AID) + "\n\n" + json.dumps({**AID, "id": 2}) + "\n", encoding="utf-8")
    result, lines = run(path)
    assert result.exit_code == 0
    assert [line["id"] for line in lines] == ["a", "2"]
    assert set(lines[0]) == {"id", "code", "relation", "sign", "confidence"}
    assert (lines[0]["code"], lines[0]["sign"]) == ("AID", 1)
    assert 0.5 < lines[0]["confidence"] <= 1


def test_a_bad_line_is_an_error_in_its_place_and_the_rest_is_coded() -> None:
    result, lines = run("-", stdin="\n".join([json.dumps(AID), "not JSON", json.dumps({**AID, "target": [0, 3]})]))
    assert result.exit_code == 1
    assert lines[0]["code"] == "AID"
    assert (lines[1]["line"], lines[2]["line"]) == (2, 3)
    assert "not JSON" in lines[1]["error"]
    assert "overlap" in lines[2]["error"]


def test_a_file_that_is_not_there_is_one_error(tmp_path: Path) -> None:
    result, lines = run(tmp_path / "none.jsonl")
    assert result.exit_code != 0
    assert lines == []
    assert "No such file" in str(result.exception)
