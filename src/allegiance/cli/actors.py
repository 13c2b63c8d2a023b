"""`allegiance actors`: who is in an archive; what can be done to actors are commands under it."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.cli.archive import DEFAULT, ArchiveFile, opened
from allegiance.cli.identity import resolve, shown
from allegiance.cli.judging import adopt, judgements, kind, merge, rename, split, undo
from allegiance.cli.listing import Format, FormatOption, show
from allegiance.cli.review import review

_HELP = """\
List the actors of an archive, the one with most claims first: what kind each is, and the dates of its first and last
claim.

**Examples**

- `allegiance actors --archive iraq.duckdb` lists them all

- `allegiance actors --limit 20 --format csv` lists the twenty that are named most
"""

actors = typer.Typer(help=_HELP, invoke_without_command=True, rich_markup_mode="markdown")


@actors.callback()
def listed(
    context: typer.Context,
    *,
    archive: ArchiveFile = DEFAULT,
    limit: Annotated[int | None, typer.Option(metavar="N", min=0, help="List no more than so many.")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the actors, unless a command follows."""
    if context.invoked_subcommand is None:
        with opened(archive) as kept:
            rows = kept.actors().drop("key")
        show(rows if limit is None else rows.head(limit), form)


actors.command("show")(shown)
actors.command("resolve")(resolve)
actors.command("merge")(merge)
actors.command("split")(split)
actors.command("rename")(rename)
actors.command("kind")(kind)
actors.command("undo")(undo)
actors.command("judgements")(judgements)
actors.command("adopt")(adopt)
actors.command("review")(review)
