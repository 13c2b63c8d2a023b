"""A report as HTML for a notebook: no script, no style sheet but its own few rules, everything escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allegiance.alliances.report import Cell, Note, Report, Table

_COLOURS = {1: "#1a7f37", 0: "#9a6700", -1: "#cf222e"}
_MUTED = "color: gray; font-size: smaller"


def to_html(report: Report) -> str:
    """The whole report as one ``<div>``."""
    parts = [f"<h4>{escape(report.title)}</h4>"]
    parts += [f"<p>{escape(line)}</p>" for line in report.lines]
    numbers = report.numbers()
    parts += [_table(table, numbers) for table in report.tables]
    if report.quotes:
        parts.append(f"<ol>{''.join(_note(note) for note in report.notes())}</ol>")
    if report.rules:
        parts.append(f'<p style="{_MUTED}">{"; ".join(escape(rule) for rule in report.rules)}</p>')
    return f"<div>{''.join(parts)}</div>"


def _table(table: Table, numbers: Mapping[str, int]) -> str:
    title = f"<p><b>{escape(table.title)}</b></p>" if table.title else ""
    if not table.rows:
        return f'{title}<p style="{_MUTED}">{escape(table.empty)}</p>'
    sides = ["right" if column.number else "left" for column in table.columns]
    head = "".join(
        f'<th style="text-align: {side}">{escape(column.name)}</th>'
        for side, column in zip(sides, table.columns, strict=True)
    )
    rows = "".join(
        f"<tr>{''.join(_cell(cell, side, numbers) for side, cell in zip(sides, row, strict=True))}</tr>"
        for row in table.rows
    )
    return f"{title}<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(cell: Cell, side: str, numbers: Mapping[str, int]) -> str:
    colour = f"; color: {_COLOURS[cell.sign]}" if cell.sign is not None else ""
    notes = ", ".join(map(str, cell.notes(numbers)))
    return (
        f'<td style="text-align: {side}; vertical-align: top{colour}">'
        f"{escape(cell.text)}{f'<sup>{notes}</sup>' if notes else ''}</td>"
    )


def _note(note: Note) -> str:
    quote = note.quotes[0]
    origin = escape(quote.origin)
    if quote.url and quote.url.startswith(("http://", "https://")):
        origin = f'<a href="{escape(quote.url)}">{origin}</a>'
    said = "; ".join(f"{escape(one.says)}: <code>{escape(one.claim)}</code>" for one in note.quotes)
    return f'<li>“{escape(note.text)}” — {origin} <span style="{_MUTED}">({said})</span></li>'
