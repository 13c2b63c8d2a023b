from __future__ import annotations

import json
from pathlib import Path

from allegiance.documents import count, read


def test_every_file_counts_once_and_json_lines_by_the_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Iran backs Badr.", encoding="utf-8")
    (tmp_path / "b.md").write_text("Iran left Badr.", encoding="utf-8")
    line = json.dumps({"text": "Iran backs Badr."})
    (tmp_path / "c.jsonl").write_text(f"{line}\n\n{line}\n{line}", encoding="utf-8")
    assert count([str(tmp_path)]) == len(list(read([str(tmp_path)]))) == 5
    assert count([str(tmp_path / "*.txt"), str(tmp_path / "b.md")]) == 2


def test_what_comes_from_standard_input_is_not_known(tmp_path: Path) -> None:
    assert count([str(tmp_path), "-"]) is None


def test_what_cannot_be_opened_counts_as_one(tmp_path: Path) -> None:
    assert count([str(tmp_path / "none.txt")]) == 1
    assert count([str(tmp_path)]) == 0
