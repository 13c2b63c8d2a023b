"""When two names mean one actor, and how far a predicted claim meets an annotated one. Pure functions, no I/O."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from allegiance.model import Claim, Party, Status
from allegiance.vocabulary import relations

ARTICLES = frozenset({"the", "a", "an"})
AFTER_THE_HEAD = frozenset(
    "of in for from on at to by with against near inside within under over behind around among between "
    "who whom whose which that based loyal allied and or".split()
)
"""Words that begin what follows a phrase's head: "lawyers FOR the bishops", "the army OF Islam"."""


class Level(IntEnum):
    """How far a predicted claim meets a gold one; each level holds the ones below it."""

    NONE = 0
    PAIR = 1
    """Both actors, in whatever relation, direction or status."""
    LOOSE = 2
    """Also the direction, whether it is denied, and the sign."""
    STRICT = 3
    """Also one of the accepted relations."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A claim as a person annotated it. Of names and relations the first is the best."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    accept: tuple[str, ...]
    sign: int
    symmetric: bool
    status: Status
    according_to: str | None
    since: str | None
    until: str | None

    @classmethod
    def parse(cls, fields: Mapping[str, Any]) -> Gold:
        """A gold claim from its JSON object."""
        return cls(
            source=(fields["source"], *fields["source_names"]),
            target=(fields["target"], *fields["target_names"]),
            accept=tuple(fields["accept"]),
            sign=fields["sign"],
            symmetric=fields["symmetric"],
            status=Status(fields["status"]),
            according_to=fields["according_to"],
            since=fields["since"],
            until=fields["until"],
        )


def plain(name: str | None) -> str:
    """A name without case, quotes, closing possessive and leading article, as ``shared/measure`` compares names."""
    text = unicodedata.normalize("NFKC", name or "").replace("’", "'").replace("‘", "'")
    text = " ".join(text.strip(" '\"“”.,;:()").lower().split())
    for article in sorted(ARTICLES):
        text = text.removeprefix(f"{article} ")
    return text.removesuffix("'s").removesuffix("'").strip(" '\"")


def agree(one: str, other: str) -> bool:
    """Whether two names can mean one actor: the same words, or the fewer among the more with the head of these.

    "Muqtada al-Sadr" agrees with "Iraqi cleric Muqtada al-Sadr" and "lawyers" with "lawyers for the bishops", but
    neither "bishops" with the latter nor "Iran" with "Iran's parliament" or "the Iranian parliament".
    """
    fewer, more = sorted((_words(one), _words(other)), key=len)
    if not fewer:
        return False
    return set(fewer) == set(more) or (set(fewer) < set(more) and _head(other, one, more) in fewer)


def named(party: Party, names: tuple[str, ...]) -> bool:
    """Whether one of the names means the party, by its actor or by its words in the text."""
    return any(agree(said, name) for said in (party.actor, party.mention.text) for name in names)


def level(gold: Gold, claim: Claim) -> Level:
    """How far a claim meets a gold claim."""
    straight = named(claim.source, gold.source) and named(claim.target, gold.target)
    turned = named(claim.source, gold.target) and named(claim.target, gold.source)
    if not (straight or turned):
        return Level.NONE
    either_way = gold.symmetric or relations()[claim.relation].symmetric
    if not (straight or either_way) or (claim.status is Status.DENIED) != (gold.status is Status.DENIED):
        return Level.PAIR
    if claim.relation in gold.accept:
        return Level.STRICT
    return Level.LOOSE if claim.sign == gold.sign else Level.PAIR


def same_voice(gold: Gold, claim: Claim) -> bool:
    """Whether both name the same voice, or both none."""
    if gold.according_to is None or claim.according_to is None:
        return gold.according_to is claim.according_to
    return agree(gold.according_to, claim.according_to)


def same_date(gold: Gold, claim: Claim) -> bool:
    """Whether the claim's ``since`` is the gold's or more precise."""
    return gold.since is not None and (claim.since or "").startswith(gold.since)


def _words(name: str) -> list[str]:
    return [word for word in (w.strip(",;:()\"“”'") for w in plain(name).split()) if word and word not in ARTICLES]


def _head(one: str, other: str, words: list[str]) -> str:
    """The head of that of two names which has these words: the last before a comma, bracket or preposition."""
    name = one if _words(one) == words else other
    head = ""
    for word in plain(name).split():
        bare = word.strip(",;:()\"“”'")
        if head and (bare in AFTER_THE_HEAD or word.startswith("(")):
            break
        head = bare or head
        if word.endswith((",", ";", ":")):
            break
    return head
