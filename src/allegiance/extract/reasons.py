"""Why a cue makes no claim."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """What stands between a cue and a claim."""

    NO_SOURCE = "no source found"
    NO_TARGET = "no target found"
    NOT_TWO = "no two actors found"
    ONE_ACTOR = "source and target are one actor"
    KINDS = "kinds do not fit the relation"
    SENSE = "another sense beside such a word"
    GENERIC = "speaks of a kind, not of somebody"
    GOVERNED = "said already by the cue that governs it"
    REPEATED = "said already by another cue"
    LONGER = "a longer cue speaks for it"
