from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.exchange import records
from allegiance.exchange.records import Block, Shape, divide, slices

COMMAS, TABS = Shape(",", quoted=True, width=3), Shape("\t", quoted=False, width=3)


def lines(block: Block) -> list[int]:
    return [int(line) for part in block.lines for line in part]


def divided(text: str, shape: Shape = COMMAS, *, last: bool = True) -> Block:
    return divide(text.encode(), shape, line=1, last=last)


def test_rows_with_too_few_or_too_many_fields_are_faults_and_empty_lines_are_nothing() -> None:
    block = divided("a,b,c\n1,2\n\n1,2,3,4\n,,\n")
    assert b"".join(block.sound) == b"a,b,c\n,,\n"
    assert lines(block) == [1, 5]
    assert block.faults == [(2, "has 2 fields, not 3"), (4, "has 4 fields, not 3")]


def test_a_quoted_field_may_hold_separators_line_ends_and_doubled_quotes() -> None:
    text = 'a,"x, y",c\n1,"two\nlines, ""really""",3\nd,e,f\n'
    block = divided(text)
    assert b"".join(block.sound) == text.encode()
    assert lines(block) == [1, 2, 4]
    assert block.faults == []


def test_one_stray_quote_spoils_one_line() -> None:
    block = divided('a,b,c\n1,"stray,3\nd,e,f\n"g",h,i\nj,k,l\n')
    assert b"".join(block.sound) == b'a,b,c\nd,e,f\n"g",h,i\nj,k,l\n'
    assert lines(block) == [1, 3, 4, 5]
    assert [line for line, _ in block.faults] == [2]


def test_a_quote_that_nothing_closes_is_a_fault_at_the_end_and_a_rest_before_it() -> None:
    text = 'a,b,c\n1,"open,3\nd,e,f\n'
    assert divided(text).faults == [(2, "has a quote that is never closed")]
    assert b"".join(divided(text).sound) == b"a,b,c\nd,e,f\n"
    block = divided(text, last=False)
    assert (block.rest, block.next_line, block.faults) == (b'1,"open,3\nd,e,f\n', 2, [])


def test_a_quote_that_stays_open_too_long_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LONGEST", 10)
    block = divided('a,b,c\n1,"open,3\nd,e,f\n', last=False)
    assert (block.rest, [line for line, _ in block.faults], lines(block)) == (b"", [2], [1, 3])


def test_without_quoting_a_quote_is_text() -> None:
    block = divided('a\t5" gun\tc\n"d\te\tf\n', TABS)
    assert lines(block) == [1, 2]
    assert block.faults == []


def test_lines_are_counted_on_from_where_a_block_begins() -> None:
    block = divide(b"1,2\na,b,c\n", COMMAS, line=40, last=True)
    assert (lines(block), block.faults[0][0], block.next_line) == ([41], 40, 42)


def test_records_one_by_one() -> None:
    assert slices(b'a,"x\ny",c\nd,e,f\n', COMMAS) == [b'a,"x\ny",c\n', b"d,e,f\n"]
    assert slices(b"", COMMAS) == []


@given(st.lists(st.tuples(*[st.text(alphabet='ab,"\n é', max_size=6)] * 3), max_size=12))
def test_whatever_a_writer_of_csv_quotes_is_divided_as_it_was_written(rows: list[tuple[str, str, str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    block = divided(out.getvalue())
    assert block.faults == []
    assert b"".join(block.sound) == out.getvalue().encode()
    assert len(lines(block)) == len(rows)


@given(st.text(alphabet='a,"\n', max_size=60))
def test_anything_at_all_is_divided_into_sound_records_and_faults(text: str) -> None:
    block = divided(text + "\n")
    sound = b"".join(block.sound)
    assert len(slices(sound, COMMAS)) == len(lines(block))
    assert block.next_line == (text + "\n").count("\n") + 1
    assert block.rest == b""
