"""The command `allegiance`: its options, its commands, and how it ends."""

from __future__ import annotations

import logging
import sys
from typing import Annotated

import typer

from allegiance import __version__
from allegiance.cli.actors import actors
from allegiance.cli.explain import explain
from allegiance.cli.extract import extract
from allegiance.cli.forget import forget
from allegiance.cli.output import complain
from allegiance.cli.read import read
from allegiance.cli.search import claims
from allegiance.errors import AllegianceError

_HELP = """\
Read political text and keep a sourced, dated record of who stands with whom.

Results go to standard output, messages to standard error. The exit status is 0 if all went well, 1 if something
could not be read and was skipped, 2 if nothing could be done.

**Examples**

- `allegiance extract --table examples/` shows who stands with whom in a folder of texts

- `allegiance extract report.html >claims.jsonl` writes the claims of a page as JSON lines

- `allegiance explain "Iran backs the militia."` shows what is read in a sentence, and why

- `allegiance read reports/ --archive iraq.duckdb` keeps the claims of a folder in an archive

- `zcat news.jsonl.gz | allegiance extract -` reads documents as JSON lines from a pipe
"""

app = typer.Typer(
    name="allegiance",
    help=_HELP,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
app.command("extract")(extract)
app.command("explain")(explain)
app.command("read")(read)
app.command("forget")(forget)
app.command("claims")(claims)
app.add_typer(actors, name="actors")


def main() -> None:
    """Run the command line; an error that ends it is one line on standard error, and exit status 2."""
    try:
        app()
    except AllegianceError as error:
        complain(str(error))
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - the signature is Typer's
    if wanted:
        typer.echo(f"allegiance {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[  # noqa: ARG001 - its callback acts
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and end.")
    ] = False,
) -> None:
    # What trafilatura logs of broken pages is reported as an error of the document.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
