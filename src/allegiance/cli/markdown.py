"""A report as Markdown: tables as GitHub reads them, and each quote a footnote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allegiance.alliances.report import Cell, Note, Report, Table

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def markdown(report: Report) -> str:
    """The whole report, ending in one new line."""
    parts = [f"# {_plain(report.title)}", *(_plain(line) for line in report.lines)]
    numbers = report.numbers()
    for table in report.tables:
        if table.title:
            parts.append(f"## {_plain(table.title)}")
        parts.append(_table(table, numbers))
    if report.rules:
        parts.append("\n".join(["Rules:", "", *(f"- {_plain(rule)}" for rule in report.rules)]))
    if report.quotes:
        parts.append("\n".join(_note(number, note) for number, note in enumerate(report.notes(), start=1)))
    return "\n\n".join(parts) + "\n"


def _table(table: Table, numbers: Mapping[str, int]) -> str:
    if not table.rows:
        return f"*{_plain(table.empty)}*"
    lines = [[_plain(column.name) for column in table.columns]]
    lines.append(["---:" if column.number else "---" for column in table.columns])
    lines += [[_cell(cell, numbers) for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(cell: Cell, numbers: Mapping[str, int]) -> str:
    return _plain(cell.text) + "".join(f"[^{number}]" for number in cell.notes(numbers))


def _note(number: int, note: Note) -> str:
    quote = note.quotes[0]
    origin = _plain(quote.origin)
    if quote.url and quote.url.startswith(("http://", "https://")):
        origin = f"[{origin}](<{quote.url.replace('>', '%3E')}>)"
    said = "; ".join(f"{_plain(one.says)}: `{one.claim}`" for one in note.quotes)
    return f"[^{number}]: “{_plain(note.text)}” — {origin} ({said})"


def _plain(text: str) -> str:
    """The text on one line, with what Markdown would read as marks taken literally."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
