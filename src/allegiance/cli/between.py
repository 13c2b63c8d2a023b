"""`allegiance between`: the history of a pair."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.cli.answers import AnswerFormat, show
from allegiance.cli.archive import DEFAULT, ArchiveFile
from allegiance.cli.asking import LIMIT, LimitOption, RuleOption, record, shown
from allegiance.cli.listing import Format


def between(
    a: Annotated[str, typer.Argument(metavar="A", help="An actor, by name or id.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another actor.")],
    *,
    archive: ArchiveFile = DEFAULT,
    form: AnswerFormat = Format.TABLE,
    limit: LimitOption = LIMIT,
    rule: RuleOption = None,
) -> None:
    """Show how two actors stood over time: the claims behind it, on whose word, and words against deeds.

    Of the claims the latest are shown, with their quotes.

    **Examples**

    - `allegiance between Iran "Muqtada al-Sadr"` shows their history

    - `allegiance between Iran "Muqtada al-Sadr" --format markdown >sadr.md` writes it with the quotes as footnotes

    - `allegiance between Iran "Muqtada al-Sadr" --rule half-life=180` lets evidence fade in half a year
    """
    show(record(archive, rule).between(a, b, limit=shown(limit)), form)
