"""A report on a terminal: tables as wide as it is, and the quotes under them, numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from allegiance.cli.claims import COLOURS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console

    from allegiance.alliances.report import Cell, Column, Note, Report, Table

_INDENT = 2
_SHORT = 12
_MANY = 9


def show(report: Report, console: Console) -> None:
    """Print a report, no line wider than the console."""
    console.print(Text(report.title, style="bold"))
    for line in report.lines:
        console.print(Text(line))
    numbers = report.numbers()
    for table in report.tables:
        console.print()
        if table.title:
            console.print(Text(table.title, style="bold underline"))
        console.print(Padding(_table(table, numbers), (0, 0, 0, _INDENT)))
    if report.quotes:
        console.print()
        console.print(Text("Quotes", style="bold underline"))
        console.print(Padding(_notes(report.notes()), (0, 0, 0, _INDENT)))
    if report.rules:
        console.print()
        console.print(Text("Rules: " + "; ".join(report.rules), style="dim"))


def _table(table: Table, numbers: Mapping[str, int]) -> Grid | Text:
    if not table.rows:
        return Text(table.empty, style="dim")
    gap = 2 if len(table.columns) < _MANY else 1
    grid = Grid(box=None, padding=(0, gap, 0, 0), header_style="dim", show_edge=False)
    cells = [[_cell(cell, numbers) for cell in row] for row in table.rows]
    for number, column in enumerate(table.columns):
        _column(grid, column, max(len(row[number]) for row in cells))
    for row in cells:
        grid.add_row(*row)
    return grid


def _column(grid: Grid, column: Column, longest: int) -> None:
    """Numbers and short words stay on one line; the rest wraps between words, and so do the names of columns."""
    whole = column.number or longest <= _SHORT
    grid.add_column(
        column.name,
        justify="right" if column.number else "left",
        min_width=max([longest if whole else _SHORT, *map(len, column.name.split())]),
        overflow="fold",
    )


def _cell(cell: Cell, numbers: Mapping[str, int]) -> Text:
    text = Text(cell.text, style=COLOURS[cell.sign] if cell.sign is not None else "")
    notes = cell.notes(numbers)
    if notes:
        text.append(f" [{', '.join(map(str, notes))}]", style="dim")
    return text


def _notes(notes: tuple[Note, ...]) -> Grid:
    grid = Grid(box=None, show_header=False, padding=(0, 1, 0, 0), show_edge=False)
    grid.add_column("number", justify="right", style="dim", no_wrap=True)
    grid.add_column("quote", ratio=1, overflow="fold")
    for number, note in enumerate(notes, start=1):
        text = Text.assemble(f"“{note.text}” ", (f"— {note.quotes[0].origin}", "dim"))
        for quote in note.quotes:
            text.append(f"\n{quote.says}; claim {quote.claim}", style="dim italic")
        grid.add_row(f"[{number}]", text)
    return grid
