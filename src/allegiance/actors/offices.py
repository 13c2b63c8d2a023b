"""Who held an office on a date, as far as claims say so: "the Iraqi prime minister" of a text of 2013."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from allegiance.actors.names.offices import Office, office

SLACK = timedelta(days=183)
"""How long before and after the days on which texts name a holder he is taken to be one, if no other is named."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A claim that ``holder`` has an office: from ``since`` to ``until``, or as of ``told``, when a text says so."""

    office: Office
    holder: str
    told: date | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class _Term:
    """The days between the first and the last on which claims have a holder in office; ``open`` if no end is told."""

    holder: str
    first: date
    last: date
    open: bool


class Holders:
    """The holders of offices, from claims."""

    def __init__(self, holdings: Iterable[Holding]) -> None:
        found: dict[Office, dict[str, list[Holding]]] = {}
        for holding in holdings:
            found.setdefault(holding.office, {}).setdefault(holding.holder, []).append(holding)
        self._terms = {
            office: sorted(
                (term for holder, told in by.items() if (term := _term(holder, told))), key=lambda term: term.first
            )
            for office, by in found.items()
        }

    def on(self, held: Office, first: date, last: date) -> str | None:
        """The one holder of an office in all the days from ``first`` to ``last``; ``None`` if claims do not say who.

        A term whose end no claim tells lasts until another holder is named. Days that no claim covers, up to half a
        year from those that one does, count to it if no other holder is named between.
        """
        terms = self._terms.get(held, [])
        holding = {term.holder for term in terms if term.first <= last and self._end(term, terms) >= first}
        if not holding:
            holding = {
                term.holder for term in terms if term.first - SLACK <= last and self._end(term, terms) + SLACK >= first
            }
        return holding.pop() if len(holding) == 1 else None

    def _end(self, term: _Term, terms: list[_Term]) -> date:
        if not term.open:
            return term.last
        later = [other.first for other in terms if other.holder != term.holder and other.first > term.first]
        return max(term.last, min(later) - timedelta(days=1)) if later else date.max - SLACK


def _term(holder: str, told: list[Holding]) -> _Term | None:
    begins = [day for one in told if (day := one.since or one.told)]
    ends = [day for one in told if (day := one.until or one.told or one.since)]
    if not begins:
        return None
    closed = any(one.until is not None for one in told)
    return _Term(holder, min(begins), max(ends), open=not closed and any(one.since is not None for one in told))


def held(title: str, state: str) -> Office | None:
    """The office of a claim: its title, such as "prime minister", and the name of the state that it is of."""
    return office(f"{title} of {state}")
