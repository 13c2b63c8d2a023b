"""Dates as options."""

from __future__ import annotations

from datetime import date

from allegiance.dates import first_day, is_date, last_day
from allegiance.errors import UsageError


def check_date(option: str, text: str | None) -> None:
    """Raise `UsageError` for what is not a year, a month or a day."""
    if text is not None and (not is_date(text) or "X" in text):
        raise UsageError(f"{option} {text}: is not like 2020, 2020-01 or 2020-01-03")


def opening(option: str, text: str | None) -> date | None:
    """The first day of a date given as an option; `UsageError` for what is none."""
    check_date(option, text)
    return None if text is None else first_day(text)


def closing(option: str, text: str | None) -> date | None:
    """The last day of a date given as an option; `UsageError` for what is none."""
    check_date(option, text)
    return None if text is None else last_day(text)
