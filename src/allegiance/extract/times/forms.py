"""The dates of a text: every form of date that newsrooms write, as an interval of two EDTF strings.

"since 2003" has no end, "until 2008" no beginning; a single date is both. "last week" and "yesterday" count from the
publication date, "two years later" and "that day" from the last date in the text; what has nothing to count from is
left out rather than guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from allegiance.dates import edtf
from allegiance.extract.times.relative import Known, month_number, moved, next_month, on_weekday, year_of_month

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_MONTH = rf"(?P<month>{_MONTHS})"
_TO_MONTH = rf"(?P<month2>{_MONTHS})"
_LONG_MONTH = rf"(?P<month>{_MONTHS.partition('|(?')[0]})"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_TO_YEAR = r"(?P<year2>(?:1[6-9]|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_TO_DAY = r"(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?"
_TO = r"(?:\s?[-–—]\s?| (?:to|and|until|till|through) )"
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_COUNT = r"(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d+)"

_FORMS = [
    re.compile(r"(?<![\d-])(?P<year>(?:1[6-9]|20)\d\d)-(?P<m>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
    re.compile(rf"(?<![\d/.])(?P<day>1[3-9]|2\d|3[01])[/.](?P<m>0?[1-9]|1[0-2])[/.]{_YEAR}\b"),
    re.compile(rf"\b{_DAY}{_TO}{_TO_DAY} {_MONTH},? {_YEAR}\b"),
    re.compile(rf"\b{_MONTH} {_DAY}{_TO}{_TO_DAY},? {_YEAR}\b"),
    re.compile(rf"\b{_DAY} (?:of )?{_MONTH},? {_YEAR}\b"),
    re.compile(rf"\b{_MONTH} {_DAY},? (?:in )?{_YEAR}\b"),
    re.compile(rf"\b{_MONTH}(?:,? {_YEAR})?{_TO}{_TO_MONTH},?(?: of| in)? {_TO_YEAR}\b"),
    re.compile(rf"\b{_MONTH},?(?: of| in)? {_YEAR}\b"),
    re.compile(rf"(?<![\w-]){_YEAR}\s?[-–—/]\s?(?P<year2>(?:(?:1[6-9]|20)\d\d|\d\d))(?![\d-])"),
    re.compile(rf"\b(?:from |between ){_YEAR}{_TO}{_TO_YEAR}\b", re.I),
    re.compile(r"\b(?:the )?(?P<decade>(?:1[6-9]|20)\d)0s\b"),
    re.compile(rf"\b{_DAY} {_MONTH}\b(?! \d{{4}})"),
    re.compile(rf"\b{_MONTH} {_DAY}\b(?!,? \d{{4}})"),
    re.compile(rf"(?:(?<![\w.,$€£-])|(?<=\b[Mm]id-)){_YEAR}(?![\w%]|[.,]\d|-[a-z])"),
    re.compile(rf"\b(?P<turn>the next|the following|the same|that(?! Ma)) {_LONG_MONTH}\b"),
    re.compile(rf"(?<=\b[Ii]n ){_LONG_MONTH}(?: of)? (?P<turn>that|the same|the following|the next) year\b"),
    re.compile(rf"(?<=\b[Ii]n ){_LONG_MONTH}\b"),
    re.compile(rf"\b{_COUNT} (?P<unit>day|week|month|year|decade)s? (?P<turn>later|ago|earlier|afterwards?)\b", re.I),
    re.compile(r"\b(?P<turn>last|this|next|the following|the previous|the next|the same|earlier this|"
               r"(?:later |earlier )?that(?: same)?) (?P<unit>day|week|month|year)\b", re.I),
    re.compile(r"\b(?P<turn>yesterday|today|tomorrow|last night|tonight)\b", re.I),
    re.compile(rf"\b(?P<turn>on |last |next )(?P<weekday>{_WEEKDAYS})\b", re.I),
    re.compile(r"\b(?P<turn>(?:ever )?since then|ever since)\b", re.I),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Time:
    """An interval with the place of the word that the expression hangs by."""

    since: str | None
    until: str | None
    anchor: int


def find(doc: Doc, published: str | None) -> list[Time]:
    """The dates of a document, in order."""
    text = doc.text
    starts = [token.idx for token in doc]
    known = Known(None if published and "X" in published else published)
    found: list[Time] = []
    for match in _matches(text):
        start, end = match.span()
        known.ahead = _FUTURE.search(text, max(0, start - 80), start) is not None
        interval = _interval(match.groupdict(), known)
        if interval is None:
            continue
        known.told(interval[0])
        first = doc[max(0, bisect_right(starts, start) - 1)]
        span = doc[first.i : bisect_right(starts, end - 1)]
        anchor = span.root if len(span) else first
        if "since" in match[0].lower():
            found.append(Time(interval[0], None, anchor.i))
        else:
            found.append(Time(*_bounded(text[max(0, start - 40) : start].lower(), *interval), anchor.i))
    return found


_FUTURE = re.compile(r"\b(?:will|shall|would|due|plans?|planned|expects?|expected)\b[^.!?\n]*$")


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What the forms find, in the order of the text; of two in one place the form that stands first counts."""
    matches: list[re.Match[str]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if not any(match.start() < other.end() and other.start() < match.end() for other in matches):
                matches.append(match)
    yield from sorted(matches, key=lambda match: match.start())


def _interval(parts: dict[str, str | None], known: Known) -> tuple[str, str] | None:
    if parts.get("decade"):
        return f"{parts['decade']}X", f"{parts['decade']}X"
    if parts.get("year2"):
        return _years_or_months(parts)
    month = month_number(parts.get("month") or parts.get("m"))
    if parts.get("turn"):
        one = _told(parts, month, known)
        return (one, one) if one else None
    day = _number(parts, "day")
    year = _number(parts, "year") or year_of_month(month, known)
    if year is None or (day is not None and not 1 <= day <= 31):
        return None
    one = edtf(year, month, day)
    return one, edtf(year, month, _number(parts, "day2")) if parts.get("day2") else one


def _number(parts: dict[str, str | None], name: str) -> int | None:
    digits = parts.get(name)
    return int(digits) if digits else None


def _years_or_months(parts: dict[str, str | None]) -> tuple[str, str] | None:
    """A range, such as "2006-08" or "March to August 2008"; ``None`` where it runs backwards."""
    last = _number(parts, "year2") or 0
    first = _number(parts, "year") or last
    last = last if last > 100 else first - first % 100 + last
    since, until = edtf(first, month_number(parts.get("month"))), edtf(last, month_number(parts.get("month2")))
    return (since, until) if since <= until else None


def _told(parts: dict[str, str | None], month: int | None, known: Known) -> str | None:
    """The date of an expression that counts from another one."""
    turn = (parts["turn"] or "").lower().strip()
    if month is not None:
        return next_month(turn, month, known)
    if parts.get("weekday"):
        return on_weekday(turn, (parts["weekday"] or "").lower(), known)
    return moved(turn, (parts.get("count") or "one").lower(), (parts.get("unit") or "").lower(), known)


def _bounded(before: str, since: str, until: str) -> tuple[str | None, str | None]:
    """What the words before a date make of it: "since 2003" has no end, "until 2008" no beginning."""
    if _FROM.search(before):
        return (since, until) if since != until else (since, None)
    if _UNTIL.search(before):
        return None, until
    return since, until


_LITTLE = r"\s(?:the |early |late |mid-?|end of |beginning of |start of |at least )*$"
_FROM = re.compile(
    rf"\b(?:since(?: the \w+ of)?|ever since|from|as of|after|starting(?: in)?|beginning(?: in)?){_LITTLE}"
)
_UNTIL = re.compile(rf"\b(?:until|till|up to|through|before|prior to){_LITTLE}")
