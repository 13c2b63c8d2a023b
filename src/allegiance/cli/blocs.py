"""`allegiance blocs`: who stands on which side on a date."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.cli.answers import AnswerFormat, show
from allegiance.cli.archive import DEFAULT, ArchiveFile
from allegiance.cli.asking import LIMIT, LimitOption, RuleOption, record, shown
from allegiance.cli.listing import Format
from allegiance.errors import UsageError

_COUNTS = {"2": 2, "any": 0}


def blocs(
    *,
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="2014, 2014-06 or 2014-06-10; the last day counts.")],
    count: Annotated[
        str, typer.Option("--blocs", metavar="N", help="2 for two sides in each network, any for as many as fit best.")
    ] = "2",
    archive: ArchiveFile = DEFAULT,
    form: AnswerFormat = Format.TABLE,
    limit: LimitOption = LIMIT,
    rule: RuleOption = None,
) -> None:
    """Show the blocs of a date: the sides that leave the fewest ties across the grain, and whether that is proven.

    With them come the actors who sit awkwardly, the ties across the grain, the triads that are out of balance, and
    enemies of enemies who have no tie yet.

    **Examples**

    - `allegiance blocs --on 2014-06` shows the two sides of June 2014

    - `allegiance blocs --on 2014-06 --blocs any` shows as many blocs as the ties want

    - `allegiance blocs --on 2014-06 --rule weighted=1 --rule seconds=600` counts strong ties more, and takes its time
    """
    if count not in _COUNTS:
        raise UsageError(f"--blocs {count}: must be 2 or any")
    with_count = [*(rule or ()), f"blocs={_COUNTS[count]}"]
    show(record(archive, with_count).blocs(on, limit=shown(limit)), form)
