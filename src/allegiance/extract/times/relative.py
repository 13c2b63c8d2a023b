"""Dates that count from others: from the day of publication ("last week"), or from the last date told ("that day")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from allegiance.dates import edtf, first_day

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = {month[:3]: number for number, month in enumerate(_MONTHS, 1)}
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
            "nine": 9, "ten": 10, "twelve": 12, "twenty": 20}  # fmt: skip
_BACK = frozenset({"ago", "earlier", "last", "the previous"})
_FIRST, _LAST = 1000, 2999
"""Years that a count may lead to."""
_DAYS = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_FROM_PUBLICATION = frozenset({"ago", "last", "this", "next", "earlier this", *_DAYS})


@dataclass(slots=True)
class Known:
    """What dates can count from: the publication, the last date told, and whether the text speaks of what comes."""

    published: str | None
    last: str | None = None
    ahead: bool = False

    def told(self, when: str) -> None:
        """Remember a date of the text; a decade is none to count from."""
        if "X" not in when:
            self.last = when

    def base(self, turn: str) -> str | None:
        """What an expression counts from."""
        return self.published if turn in _FROM_PUBLICATION else self.last


def month_number(word: str | None) -> int | None:
    """1 to 12 for a month's name, its abbreviation or its number."""
    if not word:
        return None
    return int(word) if word.isdigit() else _SHORT[word[:3].lower()]


def year_of_month(month: int | None, known: Known) -> int | None:
    """The year of a month without one: that of the last date told, or the last such month before publication.

    A month that lies before the last date told may be of that year or of the next: it has no year.
    """
    last, published = known.last, known.published
    if month is None or not (last or published):
        return None
    if last is None or (published and last[:4] == published[:4]):
        year, limit = _year_month(published or "")
        if limit is None or known.ahead:
            return year
        return year - (month > limit)
    year, limit = _year_month(last)
    return year if limit is None or month >= limit else None


def next_month(turn: str, month: int, known: Known) -> str | None:
    """The month of "that June", "in June of that year" and "the following January", from the last date told."""
    if known.last is None:
        return None
    year, limit = _year_month(known.last)
    later = turn in ("the next", "the following") and (limit is None or month <= limit)
    return edtf(year + later, month)


def _year_month(when: str) -> tuple[int, int | None]:
    return int(when[:4]), int(when[5:7]) if len(when) >= 7 else None


def on_weekday(turn: str, weekday: str, known: Known) -> str | None:
    """The day of that name at or before publication, or after it where the text speaks of what comes."""
    if known.published is None or len(known.published) < 10:
        return None
    day = first_day(known.published)
    back = (day.weekday() - _WEEKDAYS.index(weekday)) % 7
    if turn == "next" or known.ahead:
        return (day + timedelta(days=7 - back)).isoformat()
    return (day - timedelta(days=back or 7 * (turn == "last"))).isoformat()


def moved(turn: str, count: str, unit: str, known: Known) -> str | None:
    """The date of "two years later", "last week", "that day"; ``None`` without one precise enough to count from."""
    base = known.base(turn)
    if base is None or "X" in base:
        return None
    if turn.endswith(("since then", "ever since")):
        return known.last
    if turn in _DAYS:
        return (first_day(base) + timedelta(days=_DAYS[turn])).isoformat() if len(base) == 10 else None
    number = int(count) if count.isdigit() else _NUMBERS[count]
    if turn == "this" or turn.startswith(("the same", "that", "later that", "earlier t")):
        return _within(base, unit)
    return _shifted(base, unit, -number if turn in _BACK else number)


def _within(base: str, unit: str) -> str | None:
    """The day, month or year that a date lies in; "that day" of a date that is no day is the date itself."""
    return base[: {"day": 10, "week": 7, "month": 7, "year": 4}[unit]]


def _shifted(base: str, unit: str, count: int) -> str | None:
    day = first_day(base)
    if unit in ("year", "decade"):
        year = day.year + count * (10 if unit == "decade" else 1)
        return edtf(year) if _FIRST <= year <= _LAST else None
    if unit == "month":
        months = day.year * 12 + day.month - 1 + count
        return edtf(months // 12, months % 12 + 1) if len(base) >= 7 and _FIRST <= months // 12 <= _LAST else None
    if len(base) < 10:
        return None
    try:
        shifted: date = day + timedelta(days=count * (7 if unit == "week" else 1))
    except OverflowError:
        return None
    return shifted.isoformat() if unit == "day" else shifted.isoformat()[:7]
