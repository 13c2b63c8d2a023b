"""The day that a question is about."""

from __future__ import annotations

from datetime import date

from allegiance.dates import is_date, last_day
from allegiance.errors import UsageError

_EPOCH = date(1970, 1, 1).toordinal()


def day_of(text: str) -> date:
    """The last day of a date in EDTF: of ``2014-06`` what stands at its end; `UsageError` for what is no date."""
    if not is_date(text):
        raise UsageError(f"{text}: is not a date like 2014, 2014-06 or 2014-06-10")
    return last_day(text)


def number(day: date) -> int:
    """A day counted from 1970-01-01."""
    return day.toordinal() - _EPOCH
