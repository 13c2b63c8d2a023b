"""The options that all questions have, and the record that they are asked of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.archive import opened
from allegiance.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from allegiance.alliances.record import Record
    from allegiance.alliances.rules import Rules

LimitOption = Annotated[int, typer.Option("--limit", metavar="N", min=0, help="Show so many rows; 0 for all.")]
RuleOption = Annotated[
    list[str] | None,
    typer.Option(
        "--rule",
        metavar="NAME=VALUE",
        help="Change a setting that the answer names, such as half-life=180. Repeatable.",
    ),
]
LIMIT = 20
"""How many rows are shown where nobody says otherwise."""


def record(archive: Path, rule: Sequence[str] | None = None) -> Record:
    """The record in an archive, to be asked by these rules."""
    from allegiance.alliances.record import Record

    return Record(opened(archive), rules(rule or ()))


def rules(texts: Sequence[str]) -> Rules:
    """The usual rules with changes like ``half-life=180``; `UsageError` for one that there is not."""
    from dataclasses import fields

    from allegiance.alliances.rules import Rules

    known = {field.name.replace("_", "-"): field for field in fields(Rules)}
    changed: dict[str, float] = {}
    for text in texts:
        name, _, value = text.partition("=")
        if name not in known:
            raise UsageError(f"--rule {text}: there is no rule of that name; there are {', '.join(known)}")
        try:
            changed[known[name].name] = int(value) if known[name].type == "int" else float(value)
        except ValueError as error:
            raise UsageError(f"--rule {text}: {value or 'nothing'} is no number that {name} can be") from error
    return Rules(**changed)  # type: ignore[arg-type]


def shown(limit: int) -> int | None:
    """How many rows to show, or ``None`` for all."""
    return limit or None
