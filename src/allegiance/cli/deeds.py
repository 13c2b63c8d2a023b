"""`allegiance deeds`: words against deeds."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.cli.answers import AnswerFormat, show
from allegiance.cli.archive import DEFAULT, ArchiveFile
from allegiance.cli.asking import LIMIT, LimitOption, RuleOption, record, shown
from allegiance.cli.listing import Format


def deeds(
    a: Annotated[str, typer.Argument(metavar="A", help="The actor who speaks and acts.")],
    b: Annotated[str | None, typer.Argument(metavar="B", help="Only toward this one.")] = None,
    *,
    archive: ArchiveFile = DEFAULT,
    form: AnswerFormat = Format.TABLE,
    limit: LimitOption = LIMIT,
    rule: RuleOption = None,
) -> None:
    """Show how an actor speaks of others and how it acts toward them, year by year, and where the two differ.

    **Examples**

    - `allegiance deeds "Muqtada al-Sadr"` shows whom he speaks well of and acts against

    - `allegiance deeds Iran "United States" --format json` prints one pair for other programs
    """
    show(record(archive, rule).deeds(a, b, limit=shown(limit)), form)
