from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.documents.plain import parse

BODY = "The two parties met in Erbil on Monday.\n\nThey agreed to share the office."


def test_a_short_first_line_before_a_blank_line_is_the_title_and_stays_in_the_text() -> None:
    page = parse(f"A meeting in Erbil\n\n{BODY}\n")
    assert page.title == "A meeting in Erbil"
    assert page.text == f"A meeting in Erbil\n\n{BODY}"


def test_a_markdown_heading_is_a_title() -> None:
    assert parse(f"# A meeting in Erbil\n\n{BODY}").title == "A meeting in Erbil"


@pytest.mark.parametrize("text", [BODY, "A meeting in Erbil", f"A meeting in Erbil\n{BODY}", f"3 May 2020\n\n{BODY}"])
def test_a_first_line_that_is_no_heading_is_no_title(text: str) -> None:
    assert parse(text).title is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("3 January 2020", "2020-01-03"),
        ("January 3, 2020", "2020-01-03"),
        ("Published: 3rd Jan. 2020", "2020-01-03"),
        ("Posted on 2020-01-03", "2020-01-03"),
        ("2020-01-03T10:00:00Z", "2020-01-03"),
        ("Baghdad, 3 January 2020", "2020-01-03"),
        ("Sept. 2014", "2014-09"),
        ("31 February 2020", None),
        ("2020-13-01", None),
        ("3 January 0000", None),
        ("January 0987", "0987-01"),
        ("3 January 0987", "0987-01-03"),
        ("On 3 January 2020 a drone killed the general.", None),
        ("Marching 3, 2020", None),
    ],
)
def test_a_date_on_a_line_of_its_own_near_the_top_is_the_date(line: str, date: str | None) -> None:
    assert parse(f"A meeting in Erbil\n\n{line}\n\n{BODY}").date == date


def test_a_date_further_down_is_not_the_date() -> None:
    assert parse(f"{BODY}\n" * 8 + "\n3 January 2020\n\nThe end came in May.").date is None


@given(st.text())
def test_offsets_in_the_text_are_offsets_in_the_file(text: str) -> None:
    page = parse(text)
    assert len(page.text) <= len(text)
    assert all(new in (old, " ") for new, old in zip(page.text, text, strict=False))
