"""A cue with its two sides, before it is a claim."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from allegiance.extract.arguments import Actor
from allegiance.extract.lexicon import Frame


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue with one source and one target that one of its frames found."""

    cue: Token
    frame: Frame
    source: Actor
    target: Actor
