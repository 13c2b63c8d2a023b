"""`allegiance coverage`: which conflicts and pairs take how much of the reporting."""

from __future__ import annotations

from allegiance.cli.answers import AnswerFormat, show
from allegiance.cli.archive import DEFAULT, ArchiveFile
from allegiance.cli.asking import LIMIT, LimitOption, record, shown
from allegiance.cli.listing import Format


def coverage(*, archive: ArchiveFile = DEFAULT, form: AnswerFormat = Format.TABLE, limit: LimitOption = LIMIT) -> None:
    """Show which pairs take how much of the reporting, month by month, and which of them are conflicts.

    **Examples**

    - `allegiance coverage` shows the pairs that most documents report on

    - `allegiance coverage --format csv --limit 0 >coverage.csv` writes every pair and month
    """
    show(record(archive).coverage(limit=shown(limit)), form)
