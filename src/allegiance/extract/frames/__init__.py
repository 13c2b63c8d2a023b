"""Where a cue's frame finds its source and its target in a tree."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from allegiance.extract.arguments import Actor, Arguments
from allegiance.extract.frames.adjectives import AdjectiveRoles, CompoundRoles
from allegiance.extract.frames.nouns import NounRoles
from allegiance.extract.frames.roles import NounInRole
from allegiance.extract.frames.verbs import VerbRoles
from allegiance.extract.grammar import logical_subjects, subjects
from allegiance.extract.lexicon import Frame, Lexicon
from allegiance.extract.lexicon.classes import members
from allegiance.extract.mentions import Found

Pair = tuple[Actor, Actor]
Sides = tuple[list[Actor], list[Actor]]
Find = Callable[[str], list[Actor]]

EACH_OTHER = (("both",), ("mutual",))
"""The targets of frames whose actors all stand on one side of the cue and do it to each other."""


def pairs(cue: Token, parts: list[Token], frame: Frame, arguments: Arguments, lexicon: Lexicon) -> list[Pair]:
    """Every source with every target that a frame finds around its cue; ``parts`` are the cue's other words."""
    found = _pairs(frame, _finder(cue, parts, frame, arguments, lexicon))
    before = None if found or not _as_noun(cue, frame) else _changed_from(cue)
    return found if before is None else _pairs(frame, _finder(before, parts, frame, arguments, lexicon))


def sides(cue: Token, parts: list[Token], frame: Frame, arguments: Arguments, lexicon: Lexicon) -> Sides:
    """Who stands in a frame's source and who in its target, each by itself; of ``EACH_OTHER`` all are in both."""
    return _sides(frame, _finder(cue, parts, frame, arguments, lexicon))


def _as_noun(cue: Token, frame: Frame) -> bool:
    return frame.pos == "noun" or (frame.pos == "verb" and cue.pos_ == "NOUN")


def _finder(cue: Token, parts: list[Token], frame: Frame, arguments: Arguments, lexicon: Lexicon) -> Find:
    if _as_noun(cue, frame):
        return NounRoles(cue, frame, arguments, lexicon).role
    if frame.pos == "verb":
        return VerbRoles(cue, parts, frame, arguments).role
    if frame.pos == "role":
        return NounInRole(cue, parts, frame, arguments).role
    if frame.pos == "adj":
        return AdjectiveRoles(cue, arguments).role
    return CompoundRoles(cue, arguments).role


def _sides(frame: Frame, find: Find) -> Sides:
    if frame.target in EACH_OTHER:
        actors = find(frame.target[0])
        return actors, actors
    return _first(frame.source, find), _first(frame.target, find)


def _pairs(frame: Frame, find: Find) -> list[Pair]:
    sources, targets = _sides(frame, find)
    if frame.target in EACH_OTHER:
        return _each_other(sources)
    if not targets and frame.pos == "verb" and len(sources) > 1:
        return _each_other(find("each other") or (find("both") if "with" in frame.target else []))
    return [(s, t) for s in sources for t in targets if not _same(s.found, t.found)]


def _changed_from(noun: Token) -> Token | None:
    """The noun that became this one and lends it its actors: "the alliance of A with B turned into a rivalry"."""
    verb = noun.head
    if verb.lemma_ not in members("becoming") or noun.dep_ not in ("obl", "xcomp", "obj", "nmod"):
        return None
    return next((own for own in logical_subjects(verb) + subjects(verb) if own.pos_ == "NOUN"), None)


def _first(roles: tuple[str, ...], find: Find) -> list[Actor]:
    return next((actors for actors in map(find, roles) if actors), [])


def _each_other(actors: list[Actor]) -> list[Pair]:
    return [(a, b) for i, a in enumerate(actors) for b in actors[i + 1 :] if not _same(a.found, b.found)]


def _same(one: Found, other: Found) -> bool:
    return one.head == other.head or (one.start, one.end) == (other.start, other.end)
