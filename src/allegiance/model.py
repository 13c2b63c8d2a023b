"""The words of Allegiance as frozen dataclasses: no I/O, no models, no rules.

Offsets are character positions in a document's cleaned text, start included, end excluded. Dates are EDTF
(ISO 8601-2) strings whose length is their precision: ``2006``, ``2019-10``, ``2020-01-03``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    STATE = "state"
    GOVERNMENT = "government body"
    PARTY = "party"
    ARMED_GROUP = "armed group"
    MOVEMENT = "movement"
    POPULATION = "population"
    ORGANISATION = "organisation"
    INTERNATIONAL = "international organisation"
    MEDIA = "media"


class Status(StrEnum):
    """How far the text vouches for a claim."""

    STATED = "stated"
    REPORTED = "reported"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Document:
    """One text. ``id`` is a hash of ``text`` unless the input brought its own; ``date`` is EDTF, of publication."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch ``text[start:end]`` of a document that names an actor."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a claim: the actor, as far as the document tells who it is, and the mention it was read from."""

    actor: str
    id: str
    kind: Kind
    mention: Mention


@dataclass(frozen=True, slots=True)
class Claim:
    """Document D says that SOURCE stands in RELATION to TARGET, from SINCE to UNTIL, with this STATUS.

    ``sign`` is +1, 0 or -1; ``weight`` is on the Goldstein scale, -10 to 10; ``plover`` is a PLOVER event root;
    ``confidence`` is a probability; ``rule`` names the cue and its version, ``noun.alliance@1``.
    """

    id: str
    document: str
    quote: str
    start: int
    end: int
    source: Party
    target: Party
    relation: str
    sign: int
    weight: float
    plover: str | None
    since: str | None
    until: str | None
    status: Status
    according_to: str | None
    confidence: float
    rule: str
