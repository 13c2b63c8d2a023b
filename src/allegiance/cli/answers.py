"""How every answer is printed: as a table for people, JSON, CSV, or Markdown with its quotes as footnotes."""

from __future__ import annotations

import io
import json
import os
from datetime import date
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from allegiance.cli.listing import Format
from allegiance.cli.output import results

if TYPE_CHECKING:
    import polars as pl

    from allegiance.alliances.report import Report


AnswerFormat = Annotated[
    Format, typer.Option("--format", help="A table for people, or JSON, CSV, or Markdown with footnoted quotes.")
]
_WIDTH = 100


class Answer(Protocol):
    """What can be printed: every answer of `allegiance.alliances`."""

    def report(self) -> Report:
        """The answer for people."""

    def to_polars(self) -> pl.DataFrame:
        """Its main table as a data frame."""

    def to_dict(self) -> dict[str, object]:
        """All of it as plain values."""


def show(answer: Answer, form: Format) -> None:
    """Print an answer on standard output."""
    out = results()
    if form is Format.JSON:
        out.write(json.dumps(answer.to_dict(), ensure_ascii=False, indent=2, default=_plain).encode() + b"\n")
    elif form is Format.CSV:
        out.write(_csv(answer.to_polars()))
    elif form is Format.MARKDOWN:
        from allegiance.cli.markdown import markdown

        out.write(markdown(answer.report()).encode())
    else:
        _table(answer.report())
    out.flush()


def _table(report: Report) -> None:
    from rich.console import Console

    from allegiance.cli.report import show as show_report

    console = Console(highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console = Console(highlight=False, width=_WIDTH)
    show_report(report, console)


def _csv(frame: pl.DataFrame) -> bytes:
    """The frame as CSV; a list is its parts with spaces between, a structure is JSON."""
    import polars as pl

    columns = []
    for name, kind in frame.schema.items():
        column = pl.col(name)
        if kind == pl.List(pl.String):
            columns.append(column.list.join(" "))
        elif isinstance(kind, pl.List | pl.Struct):
            texts = [None if value is None else json.dumps(_deep(value), ensure_ascii=False) for value in frame[name]]
            columns.append(pl.lit(pl.Series(name, texts, dtype=pl.String)))
        else:
            columns.append(column)
    buffer = io.BytesIO()
    frame.select(columns).write_csv(buffer)
    return buffer.getvalue()


def _deep(value: object) -> object:
    import polars as pl

    return json.loads(json.dumps(value.to_list() if isinstance(value, pl.Series) else value, default=_plain))


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
