"""`allegiance extract`: the claims of documents, as JSON lines or as a table; nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.lexicon import ActorFiles, LexiconFiles, chosen
from allegiance.cli.output import complain, results

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allegiance.errors import DocumentError
    from allegiance.model import Claim, Document


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Text, HTML or JSON-lines files, folders, globs, or - for standard input."),
    ],
    *,
    table: Annotated[
        bool, typer.Option("--table", help="Show a table for people, one block for each pair of actors.")
    ] = False,
    lexicon: LexiconFiles = None,
    actors: ActorFiles = None,
) -> None:
    """Print the claims that documents make, each with the sentence that it quotes.

    A claim is one JSON object on one line. What cannot be read is named on standard error, the rest is read, and
    the exit status is then 1.

    **Examples**

    - `allegiance extract report.txt` prints the claims of one text

    - `allegiance extract reports/ 'archive/2020-*.html'` reads a folder and what a glob matches

    - `allegiance extract --table examples/` shows who stands with whom

    - `cat news.jsonl | allegiance extract - >claims.jsonl` reads one document a line

    - `allegiance extract --lexicon mine.csv --actors nouns.csv reports/` reads with cues and actors of your own
    """
    from allegiance.documents import read
    from allegiance.extract import extract as extract_claims

    skipped = 0

    def skip(error: DocumentError) -> None:
        nonlocal skipped
        skipped += 1
        complain(str(error))

    found = extract_claims(read(paths, on_error=skip), lexicon=chosen(lexicon, actors))
    if table:
        _show(found)
    else:
        _print(found)
    if skipped:
        raise typer.Exit(1)


def _print(found: Iterable[tuple[Document, list[Claim]]]) -> None:
    from allegiance.jsonlines import claim_to_line

    out = results()
    for _, claims in found:
        for claim in claims:
            out.write(claim_to_line(claim).encode() + b"\n")
        out.flush()


def _show(found: Iterable[tuple[Document, list[Claim]]]) -> None:
    from rich.console import Console

    from allegiance.cli.table import pairs

    Console(highlight=False).print(pairs(found))
