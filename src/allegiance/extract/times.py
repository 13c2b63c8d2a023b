"""When: the dates that a text gives, and which of them a claim has.

A date is an interval of two EDTF strings. "since 2003" has no end, "until 2008" no beginning; a single date is
both. Relative dates count from the publication date, "two years later" from the last date in the text; without
either they are left out rather than guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from allegiance.dates import edtf, first_day

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = {month[:3]: number for number, month in enumerate(_MONTHS, 1)} | {"sept": 9}
_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|" \
         r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"  # fmt: skip
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
            "nine": 9, "ten": 10, "twelve": 12, "twenty": 20}  # fmt: skip
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_FORMS = [
    re.compile(r"(?<![\d-])(?P<year>(?:1[6-9]|20)\d\d)-(?P<m>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
    re.compile(rf"\b{_DAY} (?:of )?{_MONTH},? {_YEAR}\b"),
    re.compile(rf"\b{_MONTH} {_DAY},? (?:in )?{_YEAR}\b"),
    re.compile(rf"\b{_MONTH},?(?: of| in)? {_YEAR}\b"),
    re.compile(rf"(?<![\w-]){_YEAR}\s?[-–—/]\s?(?P<end>(?:(?:1[6-9]|20)\d\d|\d\d))(?![\d-])"),
    re.compile(rf"\b(?:from|between) {_YEAR} (?:to|and|until|till|through) (?P<end>(?:1[6-9]|20)\d\d)\b", re.I),
    re.compile(r"\b(?:the )?(?P<decade>(?:1[6-9]|20)\d)0s\b"),
    re.compile(rf"\b{_DAY} {_MONTH}\b(?! \d{{4}})"),
    re.compile(rf"\b{_MONTH} {_DAY}\b(?!,? \d{{4}})"),
    re.compile(rf"(?<![\w.,$€£-]){_YEAR}(?![\w%]|[.,]\d|-[a-z])"),
    re.compile(r"(?<=\b[Ii]n )(?P<month>January|February|March|April|May|June|July|August|September|October|November|"
               r"December)\b"),
    re.compile(r"\b(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d+) "
               r"(?P<unit>day|week|month|year)s? (?P<turn>later|ago|earlier|afterwards?)\b", re.I),
    re.compile(r"\b(?P<turn>last|this|next|the following|the previous|the next|the same|earlier this|later that) "
               r"(?P<unit>day|week|month|year)\b", re.I),
    re.compile(r"\b(?P<turn>yesterday|today|tomorrow)\b", re.I),
    re.compile(r"\b(?:on |last )(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"),
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
    taken: list[tuple[int, int]] = []
    matches: list[tuple[int, int, re.Match[str]]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            start, end = match.span()
            if not any(start < b and a < end for a, b in taken):
                taken.append((start, end))
                matches.append((start, end, match))
    found: list[Time] = []
    last: str | None = published
    for start, end, match in sorted(matches, key=lambda item: item[:2]):
        interval = _interval(match, published, last)
        if interval is None:
            continue
        last = interval[0]
        first = doc[max(0, bisect_right(starts, start) - 1)]
        span = doc[first.i : bisect_right(starts, end - 1)]
        anchor = span.root if len(span) else first
        since, until = _bounded(text[max(0, start - 14) : start].lower(), *interval)
        found.append(Time(since, until, anchor.i))
    return found


def _interval(match: re.Match[str], published: str | None, last: str | None) -> tuple[str, str] | None:
    parts = match.groupdict()
    if parts.get("decade"):
        return f"{parts['decade']}X", f"{parts['decade']}X"
    if parts.get("end"):
        first, last_year = int(parts["year"]), int(parts["end"])
        last_year = last_year if last_year > 100 else first - first % 100 + last_year
        return (edtf(first), edtf(last_year)) if last_year >= first else None
    if parts.get("turn") or parts.get("weekday"):
        one = _relative(parts, published, last)
        return (one, one) if one else None
    month = _month(parts.get("month")) or (int(parts["m"]) if parts.get("m") else None)
    day = int(parts["day"]) if parts.get("day") else None
    year = int(parts["year"]) if parts.get("year") else _year_before(last, published)
    if year is None or (day is not None and not 1 <= day <= 31):
        return None
    one = edtf(year, month, day)
    return one, one


def _month(word: str | None) -> int | None:
    return _SHORT.get(word.lower().rstrip(".")[:4].rstrip("."), _SHORT.get(word.lower()[:3])) if word else None


def _year_before(last: str | None, published: str | None) -> int | None:
    known = last or published
    return int(known[:4]) if known and known[:4].isdigit() else None


_BACK = frozenset({"ago", "earlier", "last", "the previous"})
_HERE = frozenset({"this", "the same", "earlier this", "later that"})


def _relative(parts: dict[str, str | None], published: str | None, last: str | None) -> str | None:
    turn = (parts.get("turn") or "last").lower()
    from_text = turn in ("later", "afterward", "afterwards", "the following", "the previous", "the next", "the same",
                         "earlier", "later that")  # fmt: skip
    base = last if from_text else published
    if base is None or "X" in base:
        return None
    if parts.get("weekday"):
        if len(base) < 10:
            return None
        day = first_day(base)
        back = (day.weekday() - _WEEKDAYS.index((parts["weekday"] or "").lower())) % 7
        return (day - timedelta(days=back or 7 * ("last" in turn and not back))).isoformat()
    if turn in ("yesterday", "today", "tomorrow"):
        shift = {"yesterday": -1, "today": 0, "tomorrow": 1}[turn]
        return (first_day(base) + timedelta(days=shift)).isoformat() if len(base) == 10 else None
    count = (parts.get("count") or "one").lower()
    number = int(count) if count.isdigit() else _NUMBERS[count]
    sign = -1 if turn in _BACK else 0 if turn in _HERE else 1
    return _shifted(base, (parts.get("unit") or "").lower(), sign * number)


def _shifted(base: str, unit: str, count: int) -> str | None:
    day = first_day(base)
    if unit == "year":
        return edtf(day.year + count)
    if unit == "month":
        if len(base) < 7:
            return None
        months = day.year * 12 + day.month - 1 + count
        return edtf(months // 12, months % 12 + 1)
    if len(base) < 10:
        return None
    moved: date = day + timedelta(days=count * (7 if unit == "week" else 1))
    return moved.isoformat() if unit == "day" else moved.isoformat()[:7]


def _bounded(before: str, since: str, until: str) -> tuple[str | None, str | None]:
    """What the words before a date make of it: "since 2003" has no end, "until 2008" no beginning."""
    if re.search(
        r"\b(since|ever since|from|as of|starting(?: in)?|beginning(?: in)?)\s(?:the |early |late |mid-?)*$", before
    ):
        return (since, until) if since != until else (since, None)
    if re.search(r"\b(until|till|up to|through)\s(?:the |early |late |mid-?)*$", before):
        return None, until
    return since, until


def choose(cue: Token, times: list[Time], holders: frozenset[int]) -> Time | None:
    """The date of a claim: the one nearest to its cue in the tree that belongs to the same or a higher clause.

    A date that stands on a name in brackets, "Nouri al-Maliki (2008-14)", belongs only to that name's own
    offices; ``holders`` are the places of the claim's names.
    """
    sentence = cue.sent
    best, nearest = None, 99
    for time in times:
        if not sentence.start <= time.anchor < sentence.end:
            continue
        anchor = cue.doc[time.anchor]
        owner = _owner(anchor)
        if owner.ent_type_ == "PERSON" and owner.i not in holders:
            continue
        distance = _distance(cue, owner)
        if distance is not None and distance < nearest:
            best, nearest = time, distance
    return best


def _owner(anchor: Token) -> Token:
    """The word that a date says the time of: the first above it that is not part of a date."""
    above = anchor
    while above.head != above and (above.ent_type_ == "DATE" or above == anchor or above.dep_ in ("nummod", "case")):
        above = above.head
    return above


_FAR = frozenset({"acl:relcl", "ccomp", "parataxis"})
_OTHER_CLAUSES = frozenset({"acl:relcl", "ccomp", "advcl", "acl", "parataxis", "conj"})


def _distance(cue: Token, owner: Token) -> int | None:
    """Steps between two words; ``None`` where the date's clause neither holds the cue nor hangs on it."""
    if owner == cue:
        return 0
    below = cue
    for steps, above in enumerate(cue.ancestors, start=1):
        if above == owner:
            return None if below.dep_ == "appos" else steps + (3 if below.dep_ in _FAR else 0)
        below = above
    below = owner
    for steps, above in enumerate(owner.ancestors, start=1):
        if below.dep_ in _OTHER_CLAUSES and below.pos_ in ("VERB", "AUX"):
            return None
        if above == cue:
            return steps + 1
        below = above
    return None
