from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.errors import DocumentError
from allegiance.exchange import stream
from allegiance.exchange.records import Shape
from allegiance.exchange.table import Layout, read

COMMAS = Layout(Shape(",", quoted=True, width=3), ("a", "b", "c"), header=True)
TABS = Layout(Shape("\t", quoted=False, width=3), ("a", "b", "c"), header=True, nulls=("", "NULL"))


def rows(
    folder: Path, content: str, layout: Layout = COMMAS, wanted: tuple[str, ...] = ("a", "b", "c")
) -> tuple[list[tuple[object, ...]], list[str]]:
    path = folder / "table.txt"
    path.write_text(content, encoding="utf-8")
    reports: list[DocumentError] = []
    found = [row for frame in read(path, layout, wanted, report=reports.append) for row in frame.rows()]
    return found, [f"{error.line}: {error.reason}" for error in reports]


def test_rows_come_with_their_lines_and_in_the_columns_that_are_wanted(tmp_path: Path) -> None:
    found, reports = rows(tmp_path, 'a,b,c\n1,"x\ny",3\n\n1,2\n4,,6\n', wanted=("c", "b"))
    assert found == [(2, "3", "x\ny"), (6, "6", None)]
    assert reports == ["5: has 2 fields, not 3"]


def test_a_column_that_the_file_does_not_have_is_null(tmp_path: Path) -> None:
    assert rows(tmp_path, "a,b,c\n1,2,3\n", wanted=("b", "z")) == ([(2, "2", None)], [])


def test_quotes_around_fields_of_tab_separated_files_are_no_part_of_them(tmp_path: Path) -> None:
    found, _ = rows(tmp_path, 'a\tb\tc\n1\t"the ""Front"""\t5" gun\n"2"\tNULL\t"\n', TABS)
    assert found == [(2, "1", 'the "Front"', '5" gun'), (3, "2", None, '"')]


def test_a_quote_in_the_middle_of_a_field_is_text(tmp_path: Path) -> None:
    found, reports = rows(tmp_path, 'a,b,c\n1,the "Front" of x,3\n4,"5",6\n')
    assert found == [(2, "1", 'the "Front" of x', "3"), (3, "4", "5", "6")]
    assert reports == []


def test_a_block_may_end_within_a_quoted_field(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = "a,b,c\n" + "".join(f'{n},"line\nline {n}",x\n1,2\n' for n in range(30))
    for size in (5, 16, 33, 1000):
        monkeypatch.setattr(stream, "BLOCK", size)
        found, reports = rows(tmp_path, content)
        assert [row[:3] for row in found] == [(2 + 3 * n, str(n), f"line\nline {n}") for n in range(30)]
        assert reports == [f"{4 + 3 * n}: has 2 fields, not 3" for n in range(30)]


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    assert rows(tmp_path, "a,b,c\n") == ([], [])
