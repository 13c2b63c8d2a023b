"""`allegiance explain`: what is read in a sentence, and why no more."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.dates import check_date
from allegiance.cli.lexicon import ActorFiles, LexiconFiles, chosen
from allegiance.cli.output import results
from allegiance.errors import UsageError

if TYPE_CHECKING:
    from allegiance.extract.explain import Explained


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="One or more sentences, or - for standard input.")],
    *,
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help='The date of publication, for "last week": 2020, 2020-01-03.')
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a JSON object for each sentence, on one line.")
    ] = False,
    lexicon: LexiconFiles = None,
    actors: ActorFiles = None,
) -> None:
    """Show what is read in each sentence: its actors, its tree, the cues that make claims, and those that make none.

    Each cue that makes no claim comes with the reason. To change what is read, write a lexicon of your own.

    **Examples**

    - `allegiance explain "Iran backs the militia, but denied that it had armed it."` explains one sentence

    - `allegiance explain --date 2020-01-03 "Clashes erupted last week between Iran and Iraq."` dates it

    - `allegiance explain --lexicon mine.csv "Iran shepherded the militia."` tries out a cue of your own

    - `allegiance explain --json - <report.txt` explains a text, one sentence a line
    """
    from allegiance.documents.identity import content_id
    from allegiance.extract.explain import explain as explained
    from allegiance.model import Document

    words = chosen(lexicon, actors)
    check_date("--date", date)
    # The bytes of an argument that are not UTF-8 come as lone surrogates.
    data = sys.stdin.buffer.read() if text == "-" else text.encode("utf-8", "surrogateescape")
    text = data.decode("utf-8", "replace").strip()
    if not text:
        raise UsageError("there is no text to explain")
    sentences = explained(Document(id=content_id(text), text=text, date=date), lexicon=words)
    if as_json:
        _print(sentences)
    else:
        _show(sentences)


def _print(sentences: list[Explained]) -> None:
    from allegiance.extract.explain import to_dict

    out = results()
    for sentence in sentences:
        out.write(json.dumps(to_dict(sentence), ensure_ascii=False).encode() + b"\n")
    out.flush()


def _show(sentences: list[Explained]) -> None:
    from rich.console import Console

    from allegiance.cli.sentence import show

    console = Console(highlight=False)
    for number, sentence in enumerate(sentences, start=1):
        show(sentence, number, console)
