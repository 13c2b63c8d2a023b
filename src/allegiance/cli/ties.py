"""`allegiance ties`: who stood with whom on a date."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.cli.answers import AnswerFormat, show
from allegiance.cli.archive import DEFAULT, ArchiveFile
from allegiance.cli.asking import LIMIT, LimitOption, RuleOption, record, shown
from allegiance.cli.listing import Format


def ties(
    *,
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="2014, 2014-06 or 2014-06-10; the last day counts.")],
    actor: Annotated[str | None, typer.Option("--actor", metavar="A", help="Only the ties of this actor.")] = None,
    archive: ArchiveFile = DEFAULT,
    form: AnswerFormat = Format.TABLE,
    limit: LimitOption = LIMIT,
    rule: RuleOption = None,
) -> None:
    """Show who stood with whom on a date, and against whom: how firmly, on how old evidence, on how many words.

    **Examples**

    - `allegiance ties --on 2014-06` shows the weightiest ties at the end of June 2014

    - `allegiance ties --on 2014-06 --actor Iran --limit 0` shows all of Iran's

    - `allegiance ties --on 2014-06 --format csv --limit 0 >ties.csv` writes them all as a table for other programs
    """
    show(record(archive, rule).ties(on, actor=actor, limit=shown(limit)), form)
