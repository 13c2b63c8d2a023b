"""`allegiance vacuum`: what changed around an actor who is gone."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.cli.answers import AnswerFormat, show
from allegiance.cli.archive import DEFAULT, ArchiveFile
from allegiance.cli.asking import LIMIT, LimitOption, RuleOption, record, shown
from allegiance.cli.listing import Format


def vacuum(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="An actor, by name or id.")],
    *,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day, instead of the one told.")] = None,
    archive: ArchiveFile = DEFAULT,
    form: AnswerFormat = Format.TABLE,
    limit: LimitOption = LIMIT,
    rule: RuleOption = None,
) -> None:
    """Show what changed around an actor who was killed, fell or resigned: who lost a tie, who gained one.

    **Examples**

    - `allegiance vacuum "Qassem Soleimani"` shows the vacuum that his death left

    - `allegiance vacuum "Saddam Hussein" --on 2003-04-09` takes the day that is given

    - `allegiance vacuum "Qassem Soleimani" --rule after=90` looks at three months only
    """
    show(record(archive, rule).vacuum(actor, on=on, limit=shown(limit)), form)
