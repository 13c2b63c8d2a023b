"""`allegiance turns`: where the stance of a pair changed sign."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.cli.answers import AnswerFormat, show
from allegiance.cli.archive import DEFAULT, ArchiveFile
from allegiance.cli.asking import LIMIT, LimitOption, RuleOption, record, shown
from allegiance.cli.listing import Format


def turns(
    a: Annotated[str | None, typer.Argument(metavar="A", help="Only turns of this actor.")] = None,
    b: Annotated[str | None, typer.Argument(metavar="B", help="Only turns between the two.")] = None,
    *,
    archive: ArchiveFile = DEFAULT,
    form: AnswerFormat = Format.TABLE,
    limit: LimitOption = LIMIT,
    rule: RuleOption = None,
) -> None:
    """Show where friends became foes or foes friends: between which evidence, how surely, and after what.

    The surest turns are shown, in the order of time.

    **Examples**

    - `allegiance turns` shows the surest turns of all pairs

    - `allegiance turns Iran "Muqtada al-Sadr"` shows those of one pair

    - `allegiance turns Iran --rule before=30` shows Iran's, with what happened in the month before each
    """
    show(record(archive, rule).turns(a, b, limit=shown(limit)), form)
