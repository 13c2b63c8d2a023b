from __future__ import annotations

import pytest
from spacy.tokens import Doc

from allegiance.extract.times import find
from extract.trees import tree

PUBLISHED = "2020-05-13"
"""A Wednesday."""


def words(text: str) -> Doc:
    """A sentence whose every word hangs on its first: dates are found in the text alone."""
    first, *others = text.split()
    return tree(" ".join([f"{first}/NN/root", *(f"{other}/NN/dep>1" for other in others)]))


def dates(text: str, published: str | None = PUBLISHED) -> list[tuple[str | None, str | None]]:
    return [(time.since, time.until) for time in find(words(text), published)]


SINGLE = {
    "on 2020-01-03 it fell": "2020-01-03",
    "on 3 January 2020 it fell": "2020-01-03",
    "on the 3rd of January 2020 it fell": "2020-01-03",
    "on January 3, 2020 it fell": "2020-01-03",
    "on Jan. 3, 2020 it fell": "2020-01-03",
    "on 7 Sept. 2014 it fell": "2014-09-07",
    "on 22 Dec 2014 it fell": "2014-12-22",
    "in October 2019 it fell": "2019-10",
    "in October of 2019 it fell": "2019-10",
    "in October in 2019 it fell": "2019-10",
    "in 2006 it fell": "2006",
    "in the 1990s it fell": "199X",
    "in May 2003 it fell": "2003-05",
    "in mid-2007 it fell": "2007",
    "on 28.2.1996 it fell": "1996-02-28",
}
RANGES = {
    "between 2006-08 it fell": ("2006", "2008"),
    "ruled (2008-14) it fell": ("2008", "2014"),
    "ruled 2008–2014 it fell": ("2008", "2014"),
    "ruled 1998-2003 it fell": ("1998", "2003"),
    "from 2003 to 2011 it fell": ("2003", "2011"),
    "between 2003 and 2011 it fell": ("2003", "2011"),
    "from March to August 2008 it fell": ("2008-03", "2008-08"),
    "between June 2004 and May 2006 it fell": ("2004-06", "2006-05"),
    "on 12-14 May 2010 it fell": ("2010-05-12", "2010-05-14"),
    "on May 12 to 14, 2010 it fell": ("2010-05-12", "2010-05-14"),
    "since 2003 it fell": ("2003", None),
    "since the strike of 1996 it fell": ("1996", None),
    "after 2003 it fell": ("2003", None),
    "before 2003 it fell": (None, "2003"),
    "since early 2003 it fell": ("2003", None),
    "until 2008 it fell": (None, "2008"),
    "until October 2019 it fell": (None, "2019-10"),
}
RELATIVE = {
    "it fell yesterday": "2020-05-12",
    "it fell today": "2020-05-13",
    "it fell last night": "2020-05-12",
    "it fell on Monday": "2020-05-11",
    "it fell on Wednesday": "2020-05-13",
    "it will fall on Monday": "2020-05-18",
    "it fell next Friday": "2020-05-15",
    "it fell earlier this month": "2020-05",
    "it fell last Friday": "2020-05-08",
    "it fell last week": "2020-05",
    "it fell last month": "2020-04",
    "it fell this month": "2020-05",
    "it fell last year": "2019",
    "it fell two years ago": "2018",
    "it fell three months ago": "2020-02",
    "it fell 5 days ago": "2020-05-08",
}
UNDATED = [
    "it fell twice in 300 days",
    "it lost 2,003 men and 1914.5 tons",
    "it paid $2000 to 2000% of them",
    "it may march against them",
    "the 2008-built bridge fell",
]


@pytest.mark.parametrize("text", SINGLE)
def test_a_date_is_as_long_as_it_is_precise(text: str) -> None:
    assert dates(text) == [(SINGLE[text], SINGLE[text])]


@pytest.mark.parametrize("text", RANGES)
def test_a_range_has_the_ends_that_the_text_gives(text: str) -> None:
    assert dates(text) == [RANGES[text]]


@pytest.mark.parametrize("text", RELATIVE)
def test_a_relative_date_counts_from_the_day_of_publication(text: str) -> None:
    assert dates(text) == [(RELATIVE[text], RELATIVE[text])]
    assert dates(text, published=None) == []


@pytest.mark.parametrize("text", UNDATED)
def test_there_is_no_date_where_the_text_gives_none(text: str) -> None:
    assert dates(text) == []


def test_a_day_is_not_guessed_from_a_year_of_publication() -> None:
    assert dates("it fell yesterday and on Monday and last week and last month", published="2020") == []
    assert dates("it fell last year", published="2020") == [("2019", "2019")]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("in 2006 it rose and two years later it fell", "2006", "2008"),
        ("in 2006 it rose and the following year it fell", "2006", "2007"),
        ("in March 2006 it rose and the next month it fell", "2006-03", "2006-04"),
        ("in December 2006 it rose and the following month it fell", "2006-12", "2007-01"),
        ("on 3 March 2006 it rose and three days later it fell", "2006-03-03", "2006-03-06"),
        ("in 2006 it rose and in October it fell", "2006", "2006-10"),
        ("in 2006 it rose and on 3 October it fell", "2006", "2006-10-03"),
        ("in 2006 it rose and the same year it fell", "2006", "2006"),
        ("in 2006 it rose and later that year it fell", "2006", "2006"),
        ("in 2006 it rose and five years earlier it fell", "2006", "2001"),
        ("in 2014 it rose and a decade earlier it fell", "2014", "2004"),
        ("on 3 March 2006 it rose and the same day it fell", "2006-03-03", "2006-03-03"),
        ("in 2006 it rose and that day it fell", "2006", "2006"),
        ("in July 2016 it rose and the next January it fell", "2016-07", "2017-01"),
        ("in March 2016 it rose and the following May it fell", "2016-03", "2016-05"),
        ("in 2016 it rose and in June that year it fell", "2016", "2016-06"),
    ],
)
def test_what_is_told_from_the_date_before_counts_from_it(text: str, first: str, second: str) -> None:
    assert dates(text) == [(first, first), (second, second)]


def test_a_month_without_a_year_has_that_of_the_publication() -> None:
    assert dates("in March it fell") == [("2020-03", "2020-03")]
    assert dates("in March it fell", published=None) == []


def test_a_month_after_that_of_the_publication_is_of_the_year_before_or_still_to_come() -> None:
    assert dates("in June it fell") == [("2019-06", "2019-06")]
    assert dates("it will fall in June") == [("2020-06", "2020-06")]


def test_a_month_before_the_last_date_told_has_no_year() -> None:
    assert dates("in November 2004 it rose and in October it fell") == [("2004-11", "2004-11")]
    assert dates("in November 2004 it rose and in December it fell")[1] == ("2004-12", "2004-12")


def test_what_lasts_since_then_begins_with_the_last_date_told() -> None:
    assert dates("in 2006 it rose and since then it falls") == [("2006", "2006"), ("2006", None)]
    assert dates("since then it falls") == []


def test_nothing_told_from_another_date_counts_from_the_publication() -> None:
    assert dates("two years later it fell and that day it rose and the following month it stood") == []


def test_counts_too_long_for_a_calendar_give_no_date() -> None:
    assert dates("it fell 9000 years ago and 99999999999 days ago and 70000 months ago") == []


def test_a_range_that_runs_backwards_is_none() -> None:
    assert dates("ruled 2014-2008 it fell") == []


def test_a_day_that_its_month_does_not_have_leaves_the_month() -> None:
    assert dates("on 31 February 2020 it fell") == [("2020-02", "2020-02")]
