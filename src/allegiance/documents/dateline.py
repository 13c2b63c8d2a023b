"""The date of publication, where a text gives it on a line of its own near the top."""

from __future__ import annotations

import re
from datetime import date

from allegiance.dates import edtf

_LINES = 6
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_LABEL = r"(?:(?:first\s+)?(?:published|posted|date|dated|updated|filed)(?:\s+on)?\s*:?\s*)?"
_PLACE = r"(?:[^\W\d_][\w'\u2019 -]{1,30},\s+)?"
_DATES = (
    r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?:[T ][\d:.+Z-]*)?",
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})",
    rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    rf"{_MONTH},?\s+(?P<year>\d{{4}})",
)
_PATTERNS = tuple(re.compile(rf"{_LABEL}{_PLACE}{form}\.?", re.IGNORECASE) for form in _DATES)


def find_date(text: str) -> str | None:
    """Return as EDTF the date that is all there is on one of the first lines of ``text``."""
    lines = [line.strip() for line in text[:2000].split("\n")]
    for line in [line for line in lines if line][:_LINES]:
        for pattern in _PATTERNS:
            found = pattern.fullmatch(line)
            if found:
                return _edtf(found.groupdict())
    return None


def _edtf(parts: dict[str, str | None]) -> str | None:
    year = int(parts["year"] or 0)
    number = parts.get("number")
    month = int(number) if number else _MONTHS.index((parts["month"] or "")[:3].lower()) + 1
    known = parts.get("day")
    day = int(known) if known else None
    try:
        date(year, month, 1 if day is None else day)
    except ValueError:
        return None
    return edtf(year, month, day)
