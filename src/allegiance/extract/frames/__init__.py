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
from allegiance.extract.mentions import Found

Pair = tuple[Actor, Actor]
Find = Callable[[str], list[Actor]]

_BECOMING = frozenset(
    "turn become evolve develop transform degenerate descend morph grow escalate deteriorate harden mutate sour".split()
)


def pairs(cue: Token, parts: list[Token], frame: Frame, arguments: Arguments, lexicon: Lexicon) -> list[Pair]:
    """Every source with every target that a frame finds around its cue; ``parts`` are the cue's other words."""
    if frame.pos == "noun" or (frame.pos == "verb" and cue.pos_ == "NOUN"):
        found = _pairs(frame, NounRoles(cue, frame, arguments, lexicon).role)
        before = None if found else _changed_from(cue)
        return found if before is None else _pairs(frame, NounRoles(before, frame, arguments, lexicon).role)
    return _pairs(frame, _finder(cue, parts, frame, arguments))


def _finder(cue: Token, parts: list[Token], frame: Frame, arguments: Arguments) -> Find:
    if frame.pos == "verb":
        return VerbRoles(cue, parts, arguments).role
    if frame.pos == "role":
        return NounInRole(cue, parts, arguments).role
    if frame.pos == "adj":
        return AdjectiveRoles(cue, arguments).role
    return CompoundRoles(cue, arguments).role


def _pairs(frame: Frame, find: Find) -> list[Pair]:
    if frame.target in (("both",), ("mutual",)):
        return _each_other(find(frame.target[0]))
    sources = _first(frame.source, find)
    targets = _first(frame.target, find)
    if not targets and "with" in frame.target and frame.pos == "verb" and len(sources) > 1:
        return _each_other(find("both"))
    return [(s, t) for s in sources for t in targets if not _same(s.found, t.found)]


def _changed_from(noun: Token) -> Token | None:
    """The noun that became this one and lends it its actors: "the alliance of A with B turned into a rivalry"."""
    verb = noun.head
    if verb.lemma_ not in _BECOMING or noun.dep_ not in ("obl", "xcomp", "obj", "nmod"):
        return None
    return next((own for own in logical_subjects(verb) + subjects(verb) if own.pos_ == "NOUN"), None)


def _first(roles: tuple[str, ...], find: Find) -> list[Actor]:
    return next((actors for actors in map(find, roles) if actors), [])


def _each_other(actors: list[Actor]) -> list[Pair]:
    return [(a, b) for i, a in enumerate(actors) for b in actors[i + 1 :] if not _same(a.found, b.found)]


def _same(one: Found, other: Found) -> bool:
    return one.head == other.head or (one.start, one.end) == (other.start, other.end)
