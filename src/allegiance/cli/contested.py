"""`allegiance contested`: claims that cannot both hold."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.cli.answers import AnswerFormat, show
from allegiance.cli.archive import DEFAULT, ArchiveFile
from allegiance.cli.asking import LIMIT, LimitOption, RuleOption, record, shown
from allegiance.cli.listing import Format


def contested(
    *,
    actor: Annotated[str | None, typer.Option("--actor", metavar="A", help="Only what concerns this actor.")] = None,
    archive: ArchiveFile = DEFAULT,
    form: AnswerFormat = Format.TABLE,
    limit: LimitOption = LIMIT,
    rule: RuleOption = None,
) -> None:
    """Show claims that cannot both hold: friend and foe, two holders of one office, asserted and denied.

    Each has two sides, with their voices and publishers. Nothing is decided, and nothing left out.

    **Examples**

    - `allegiance contested` shows what the sources do not agree on

    - `allegiance contested --actor Iran` shows what concerns Iran

    - `allegiance contested --rule together=7` takes claims of one week for claims of one time
    """
    show(record(archive, rule).contested(actor, limit=shown(limit)), form)
