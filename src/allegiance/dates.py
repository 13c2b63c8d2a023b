"""Dates as EDTF (ISO 8601-2) strings whose length is their precision: ``2006``, ``2019-10``, ``2020-01-03``."""

from __future__ import annotations

import re
from datetime import date, timedelta

_FORM = re.compile(r"\d{3}[\dX](?:-\d{2}(?:-\d{2})?)?$")


def edtf(year: int, month: int | None = None, day: int | None = None) -> str:
    """The string for what is known; a day that its month does not have is left out.

    >>> edtf(2020, 1, 3), edtf(2019, 10), edtf(2006)
    ('2020-01-03', '2019-10', '2006')
    """
    if month is None or not 1 <= month <= 12:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return f"{year:04d}-{month:02d}"


def is_edtf(text: str) -> bool:
    """Whether ``text`` is a date of the forms that Allegiance writes."""
    return bool(_FORM.match(text))


def is_date(text: str) -> bool:
    """Whether ``text`` is such a date, and in the calendar.

    >>> is_date("2019-10"), is_date("2019-02-30"), is_date("199X"), is_date("October")
    (True, False, True, False)
    """
    try:
        first_day(text)
    except ValueError:
        return False
    return is_edtf(text)


def first_day(text: str) -> date:
    """The earliest day a date can mean; raises ``ValueError`` for what is not one.

    >>> first_day("2019-10")
    datetime.date(2019, 10, 1)
    """
    parts = [int(part.replace("X", "0")) for part in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(text: str) -> date:
    """The latest day a date can mean.

    >>> last_day("2019-10")
    datetime.date(2019, 10, 31)
    """
    parts = [int(part.replace("X", "9")) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    if len(parts) == 2 and parts[1] < 12:
        return date(parts[0], parts[1] + 1, 1) - timedelta(days=1)
    return date(parts[0], 12, 31)
