"""A frame as a table for people, JSON lines, CSV or Markdown."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.output import results

if TYPE_CHECKING:
    import polars as pl


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


FormatOption = Annotated[Format, typer.Option("--format", help="A table for people, JSON lines, CSV or Markdown.")]


def show(rows: pl.DataFrame, form: Format) -> None:
    """Print the rows on standard output, under the names of their columns."""
    if form is Format.TABLE:
        _table(rows)
        return
    out = results()
    if form is Format.CSV:
        out.write(rows.write_csv().encode())
    for row in rows.iter_rows(named=True) if form is Format.JSON else ():
        out.write(json.dumps(row, ensure_ascii=False, default=str).encode() + b"\n")
    if form is Format.MARKDOWN:
        out.write(_markdown(rows).encode())
    out.flush()


def _words(row: tuple[object, ...]) -> list[str]:
    return ["" if value is None else " ".join(str(value).split()) for value in row]


def _markdown(rows: pl.DataFrame) -> str:
    lines = [rows.columns, ["---"] * rows.width, *(_words(row) for row in rows.iter_rows())]
    return "".join(f"| {' | '.join(word.replace('|', '&#124;') for word in line)} |\n" for line in lines)


def _table(rows: pl.DataFrame) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name, kind in rows.schema.items():
        table.add_column(name.replace("_", " "), justify="right" if kind.is_numeric() else "left", overflow="fold")
    for row in rows.iter_rows():
        table.add_row(*(Text(word) for word in _words(row)))
    Console(highlight=False).print(table)
