from __future__ import annotations

import doctest
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance import dates
from allegiance.dates import edtf, first_day, is_edtf, last_day

years = st.integers(1000, 9999)


def test_the_examples_in_the_documentation_are_right() -> None:
    assert doctest.testmod(dates) == doctest.TestResults(failed=0, attempted=4)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_its_own_first_and_last_day(day: date) -> None:
    text = edtf(day.year, day.month, day.day)
    assert is_edtf(text)
    assert first_day(text) == last_day(text) == day


@given(years, st.integers(1, 12))
def test_a_month_goes_from_its_first_day_to_the_day_before_the_next_month(year: int, month: int) -> None:
    text = edtf(year, month)
    assert is_edtf(text)
    assert first_day(text) == date(year, month, 1)
    last = last_day(text)
    assert (last.year, last.month) == (year, month)
    assert 28 <= last.day <= 31


@given(years)
def test_a_year_goes_from_january_to_december(year: int) -> None:
    assert (first_day(edtf(year)), last_day(edtf(year))) == (date(year, 1, 1), date(year, 12, 31))


def test_a_decade_goes_over_ten_years() -> None:
    assert is_edtf("199X")
    assert (first_day("199X"), last_day("199X")) == (date(1990, 1, 1), date(1999, 12, 31))


def test_february_ends_on_its_29th_in_a_leap_year() -> None:
    assert last_day("2020-02") == date(2020, 2, 29)
    assert last_day("2021-02") == date(2021, 2, 28)


def test_what_a_calendar_does_not_have_is_left_out() -> None:
    assert edtf(2021, 2, 29) == "2021-02"
    assert edtf(2021, 13) == "2021"
    assert edtf(2021, 0, 4) == "2021"
    assert edtf(2021, None, 4) == "2021"


@pytest.mark.parametrize(
    "text", ["", "20", "20200", "2020-1", "2020-01-3", "2020/01", "2020-01-03T00:00", "last year", "2020-"]
)
def test_other_forms_are_no_dates(text: str) -> None:
    assert not is_edtf(text)


def test_a_day_of_what_is_no_date_is_an_error() -> None:
    for text in ("yesterday", "2020-13", "2020-02-30"):
        with pytest.raises(ValueError, match=r".+"):
            first_day(text)
