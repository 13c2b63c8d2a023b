"""What all answers share: they carry rules and quotes, and give themselves as a report, a frame or plain values."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from allegiance.alliances.html import to_html
from allegiance.alliances.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

    from allegiance.alliances.report import Quote, Report

_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days, both included, within which something happened."""

    first: date
    last: date

    @classmethod
    def of(cls, first: int, last: int) -> Span:
        """The span between two days that are counted from 1970-01-01."""
        return cls(_EPOCH + timedelta(days=first), _EPOCH + timedelta(days=last))

    def __str__(self) -> str:
        """As short as it can be: ``2006``, ``2006 to 2008``, ``2020-01``, ``2020-01-03``."""
        first, last = self.first, self.last
        if first == last:
            return first.isoformat()
        starts, ends = 10, 10
        if first.day == 1 and (last + timedelta(days=1)).day == 1:
            starts = ends = 4 if (first.month, last.month) == (1, 12) else 7
        begin, end = first.isoformat()[:starts], last.isoformat()[:ends]
        return begin if begin == end else f"{begin} to {end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(ABC):
    """An answer of the record. ``rules`` are the settings it rests on, ``quotes`` the sentences it shows."""

    rules: Rules
    quotes: tuple[Quote, ...] = ()
    uses: ClassVar[tuple[str, ...]] = ()
    """The names of the rules that matter for this answer."""

    @property
    @abstractmethod
    def rows(self) -> Sequence[object]:
        """The rows of its main table, each a dataclass."""

    @abstractmethod
    def report(self) -> Report:
        """The answer for people."""

    def to_polars(self) -> pl.DataFrame:
        """The main table as a data frame, one row each; a span becomes two columns, claim ids a list."""
        return frame(self.rows)

    def to_dict(self) -> dict[str, object]:
        """All of it as plain values, for JSON; of the rules, those that matter."""
        content = {
            field.name: plain(getattr(self, field.name))
            for field in fields(self)
            if field.name not in {"rules", "quotes"}
        }
        rules = {name: getattr(self.rules, name) for name in self.uses}
        return {**content, "rules": rules, "quotes": plain(self.quotes)}

    def _repr_html_(self) -> str:
        return to_html(self.report())


def plain(value: object) -> Any:
    """A value of an answer with dataclasses as dictionaries and dates as text."""
    if isinstance(value, Span):
        return {"first": value.first.isoformat(), "last": value.last.isoformat()}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def frame(rows: Sequence[object]) -> pl.DataFrame:
    """Rows that are dataclasses as a data frame."""
    import polars as pl

    return pl.DataFrame([_flat(row) for row in rows], infer_schema_length=None)


def _flat(row: Any) -> dict[str, object]:
    values: dict[str, object] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, Span):
            values |= {f"{field.name}_first": value.first, f"{field.name}_last": value.last}
        elif isinstance(value, tuple):
            values[field.name] = [plain(part) for part in value]
        else:
            values[field.name] = value
    return values
