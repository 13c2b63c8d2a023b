"""A data frame as an answer: for commands that list what is there rather than work something out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from allegiance.alliances.report import Cell, Column, Quote, Report, Table

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Listing:
    """A frame with a title. ``wide`` names the columns that take the room; ``claims`` the one that holds claim ids."""

    title: str
    frame: pl.DataFrame
    lines: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()
    claims: str | None = None
    quotes: tuple[Quote, ...] = ()

    def to_polars(self) -> pl.DataFrame:
        """The frame itself."""
        return self.frame

    def to_dict(self) -> dict[str, object]:
        """The title, and one object for each row."""
        return {"title": self.title, "rows": self.frame.to_dicts()}

    def report(self) -> Report:
        """One table with the columns of the frame, their names as words."""
        columns = tuple(
            Column(name.replace("_", " "), number=kind.is_numeric(), wide=name in self.wide)
            for name, kind in self.frame.schema.items()
        )
        rows = tuple(
            tuple(Cell(text(value), claims=self._noted(number, row)) for number, value in enumerate(row))
            for row in self.frame.iter_rows()
        )
        return Report(self.title, self.lines, (Table("", columns, rows),), self.quotes)

    def _noted(self, number: int, row: tuple[object, ...]) -> tuple[str, ...]:
        """The last cell of a row points at the quotes of its claims."""
        if self.claims is None or number != len(row) - 1:
            return ()
        ids = row[self.frame.columns.index(self.claims)]
        return (ids,) if isinstance(ids, str) else tuple(ids) if isinstance(ids, list) else ()


def text(value: object) -> str:
    """A value as a person reads it; nothing for what is not known."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return ", ".join(text(part) for part in value)
    return str(value)
