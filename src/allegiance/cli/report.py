"""A report on a terminal: tables as wide as it is, and the quotes under them, numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from allegiance.cli.claims import COLOURS

if TYPE_CHECKING:
    from rich.console import Console

    from allegiance.alliances.report import Cell, Column, Quote, Report, Table

_INDENT = 2


def show(report: Report, console: Console) -> None:
    """Print a report, no line wider than the console."""
    console.print(Text(report.title, style="bold"))
    for line in report.lines:
        console.print(Text(line))
    for table in report.tables:
        console.print()
        if table.title:
            console.print(Text(table.title, style="bold underline"))
        console.print(Padding(_table(table, report), (0, 0, 0, _INDENT)))
    if report.quotes:
        console.print()
        console.print(Text("Quotes", style="bold underline"))
        console.print(Padding(_quotes(report.quotes), (0, 0, 0, _INDENT)))
    if report.rules:
        console.print()
        console.print(Text("Rules: " + "; ".join(report.rules), style="dim"))


def _table(table: Table, report: Report) -> Grid | Text:
    if not table.rows:
        return Text(table.empty, style="dim")
    grid = Grid(box=None, padding=(0, 2, 0, 0), header_style="dim", show_edge=False)
    for number, column in enumerate(table.columns):
        longest = max(len(row[number].text) for row in table.rows)
        _column(grid, column, longest)
    for row in table.rows:
        grid.add_row(*(_cell(cell, report) for cell in row))
    return grid


def _column(grid: Grid, column: Column, longest: int) -> None:
    """Numbers and short words stay on one line; the rest wraps between words."""
    grid.add_column(
        column.name,
        justify="right" if column.number else "left",
        no_wrap=not column.wide and (column.number or longest <= 12),
        ratio=1 if column.wide else None,
        overflow="fold",
    )


def _cell(cell: Cell, report: Report) -> Text:
    text = Text(cell.text, style=COLOURS[cell.sign] if cell.sign is not None else "")
    notes = report.notes(cell)
    if notes:
        text.append(f" [{', '.join(map(str, notes))}]", style="dim")
    return text


def _quotes(quotes: tuple[Quote, ...]) -> Grid:
    grid = Grid(box=None, show_header=False, padding=(0, 1, 0, 0), show_edge=False)
    grid.add_column("number", justify="right", style="dim", no_wrap=True)
    grid.add_column("quote", ratio=1, overflow="fold")
    for number, quote in enumerate(quotes, start=1):
        text = Text.assemble(
            f"“{' '.join(quote.text.split())}” ",
            (f"— {quote.origin}", "dim"),
            "\n",
            (f"{quote.says}; claim {quote.claim}", "dim italic"),
        )
        grid.add_row(f"[{number}]", text)
    return grid
