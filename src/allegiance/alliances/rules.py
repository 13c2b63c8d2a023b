"""Every number that an answer rests on, with what it means and where it comes from; nothing is tuned elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from allegiance.errors import UsageError
from allegiance.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

_OURS = "our choice"


def _rule(default: float, unit: str, meaning: str, source: str = _OURS) -> Any:
    return field(default=default, metadata={"unit": unit, "meaning": meaning, "source": source})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The settings of all measures; see `docs/questions.md` for the formulas. `UsageError` for what makes no sense."""

    half_life: float = _rule(
        365.0,
        "days",
        "after so many days evidence weighs half",
        "the form is Brandes, Lerner and Snijders's (2009) for events between political actors; "
        "the length is our choice",
    )
    stated: float = _rule(1.0, "", "what the text itself asserts weighs so much")
    reported: float = _rule(0.8, "", "what somebody is cited for weighs so much")
    alleged: float = _rule(0.5, "", "what is alleged or believed weighs so much")
    denied: float = _rule(0.0, "", "what is denied weighs so much; it is shown apart")
    planned: float = _rule(0.2, "", "what is planned weighs so much")
    possible: float = _rule(0.2, "", "what may be weighs so much")
    threshold: float = _rule(1.0, "points", "a net weight under it is no stance")
    breaking: float = _rule(
        4.0, "points", "a contrary tie, or an act of this weight, ends the presumption that a tie goes on"
    )
    forgotten: float = _rule(5.0, "half-lives", "evidence last heard of so long before a date is left out of its ties")
    before: int = _rule(90, "days", "what happened so long before a turn is told with it")
    after: int = _rule(365, "days", "a vacuum is looked at for so long")
    together: int = _rule(30, "days", "claims dated so near each other count as of one time")
    blocs: int = _rule(2, "", "two as in Harary's (1953) balance; 0 for as many as fit best", "Harary (1953)")
    weighted: int = _rule(0, "", "1: a tie counts by its strength in whole points; 0: every tie counts one")
    seconds: float = _rule(60.0, "", "the search for the best blocs may take so long")

    def __post_init__(self) -> None:
        """Refuse what makes no sense, by name."""
        for name in ("half_life", "forgotten", "seconds"):
            if not getattr(self, name) > 0:
                raise UsageError(f"{name.replace('_', '-')} {getattr(self, name):g}: must be more than 0")
        for name in ("threshold", "breaking", "before", "after", "together", "blocs"):
            if not getattr(self, name) >= 0:
                raise UsageError(f"{name} {getattr(self, name):g}: must not be less than 0")
        if self.blocs not in {0, 2}:
            raise UsageError(f"blocs {self.blocs}: must be 2, or 0 for as many as fit best")
        if self.weighted not in {0, 1}:
            raise UsageError(f"weighted {self.weighted}: must be 0 or 1")
        for status in Status:
            if not 0 <= getattr(self, status.value) <= 1:
                raise UsageError(f"{status.value} {getattr(self, status.value):g}: must be from 0 to 1")

    @property
    def statuses(self) -> dict[str, float]:
        """How much a claim of each status weighs."""
        return {status.value: getattr(self, status.value) for status in Status}

    def shown(self, names: Iterable[str]) -> tuple[str, ...]:
        """The named rules as ``half-life 365 days``, to print with an answer."""
        units = {rule.name: rule.metadata["unit"] for rule in fields(self)}
        return tuple(_shown(name, getattr(self, name), units[name]) for name in names)


def _shown(name: str, value: float, unit: str) -> str:
    return f"{name.replace('_', '-')} {value:g} {unit.removesuffix('s') if value == 1 else unit}".rstrip()


STANCE = ("half_life", *(status.value for status in Status), "threshold", "breaking")
"""The rules that every stance rests on."""
