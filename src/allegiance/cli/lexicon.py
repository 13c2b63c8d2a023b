"""The options `--lexicon` and `--actors`, which several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from allegiance.extract.lexicon import Lexicon

LexiconFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE.csv",
        help="Add your own cues: cue,pos,source,target,relation,example. Relation - removes a cue. Repeatable.",
    ),
]
ActorFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--actors", metavar="FILE.csv", help="Add your own nouns for actors: noun,kind. Kind - removes one. Repeatable."
    ),
]


def chosen(lexicon: list[Path] | None, actors: list[Path] | None) -> Lexicon | None:
    """The shipped lexicon with the files of these options, or ``None`` where there are none."""
    if not lexicon and not actors:
        return None
    from allegiance.extract.lexicon import shipped
    from allegiance.extract.lexicon.own import read

    return read(shipped(), frames=lexicon or (), actors=actors or ())
