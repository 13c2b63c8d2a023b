"""Where the actors of a role noun stand: who the leader, the ally or the brother is, and whose."""

from __future__ import annotations

from spacy.tokens import Token

from allegiance.extract.arguments import Actor, Arguments
from allegiance.extract.grammar import (
    case,
    child,
    first_conjunct,
    is_passive,
    logical_objects,
    logical_subjects,
    phrases,
    subjects,
    with_conjuncts,
)
from allegiance.extract.lexicon import Frame
from allegiance.extract.lexicon.classes import members
from allegiance.extract.mentions import base_of_prefix

_OF_NAMED = frozenset({"office", "leads", "member"})
"""Relations that say nothing of a holder without a name: "Peru's prime minister" holds an office of Peru."""
_BEFORE = ("compound", "amod", "nmod:desc", "nmod")


class NounInRole:
    """The roles ``holder`` (who it is said of), ``body`` (whose it is) and every preposition, around one role noun."""

    def __init__(self, cue: Token, parts: list[Token], frame: Frame, arguments: Arguments) -> None:
        self.cue, self.parts, self.arguments = cue, parts, arguments
        self._needs_name, self._is_kin = frame.relation in _OF_NAMED, frame.relation == "kin"

    def role(self, name: str) -> list[Actor]:
        """The actors in a role; none where nobody stands there."""
        if name == "holder":
            return self._named() or self._said_of() or self._described()
        if name == "body":
            return self._body()
        return self.arguments.all(list(phrases(self.cue, name)))

    def _named(self) -> list[Actor]:
        """The name beside the role: "Iran's general, Soleimani", "PMF leader Abu Mahdi", "X, the founder of Y"."""
        found = self.arguments.found
        top = first_conjunct(self.cue) if self.cue.head.pos_ in ("NOUN", "PROPN") else self.cue
        for title in (self.cue, top):
            names = [c for c in title.children if c.dep_ in ("appos", "flat") and c.i in found and found[c.i].named]
            if names:
                return self.arguments.all(names)
        beside = self._after_comma()
        if beside is not None:
            return self.arguments.at(beside)
        above = top.head
        if top.dep_ not in ("compound", "appos", "flat", "nmod:desc", "nmod", "amod") or (
            top.dep_ == "nmod" and case(top)
        ):
            return []
        if above.pos_ == "PRON":
            return self.arguments.at(above)
        return [Actor(found[above.i])] if above.i in found and found[above.i].named else []

    def _after_comma(self) -> Token | None:
        """The name after the comma where the tree made two subjects of one: "Iran's new ally, Sadr, is ..."."""
        doc, place = self.cue.doc, self.cue.i
        if place + 2 >= len(doc) or doc[place + 1].text != ",":
            return None
        name = doc[place + 2]
        mention = self.arguments.found.get(name.i)
        twice = self.cue.dep_ == name.dep_ == "nsubj" or name.dep_ == "appos"
        return name if mention is not None and mention.named and twice else None

    def _said_of(self) -> list[Actor]:
        """The subject it is said of: "X is the leader of Y", "X serves as the leader of Y"."""
        top = first_conjunct(self.cue)
        above = top.head
        if child(top, "cop") is not None or (top.dep_ == "xcomp" and above.pos_ in ("VERB", "AUX")):
            own = child(top, "nsubj")
            found = self.arguments.at(own) if own is not None else self.arguments.all(subjects(top))
            return [actor for actor in found if actor.found.head != self.cue.i]
        if top.dep_ in ("obl", "nmod", "advcl", "xcomp") and case(top) == "as":
            if above.pos_ == "VERB" and (is_passive(above) or above.lemma_ in members("making")):
                return self.arguments.all(logical_objects(above))
            return self.arguments.all(logical_subjects(above))
        return []

    def _described(self) -> list[Actor]:
        """The phrase itself, if it says more than the role: "its governmental ally"."""
        mention = self.arguments.found.get(self.cue.i)
        if (
            mention is None
            or self._needs_name
            or (" " not in mention.text and not self._is_kin)
            or self.cue.dep_ in ("compound", "appos", "amod", "flat")
        ):
            return []
        owned = any(c.dep_ == "nmod:poss" for c in self.cue.children) or next(phrases(self.cue, "of", "to"), None)
        return [Actor(mention, 1)] if owned else []

    def _body(self) -> list[Actor]:
        of = list(phrases(self.cue, "of")) or [c for c in self.cue.children if c.dep_ == "nmod:poss"]
        if of:
            return self.arguments.all(of)
        before = sorted((c for c in self.cue.children if c.dep_ in _BEFORE and c.i < self.cue.i), key=lambda c: -c.i)
        found = self._mentions([word for c in before if c not in self.parts for word in with_conjuncts(c)])
        if not found and self.cue.dep_ in ("compound", "nmod:desc", "flat"):
            beside = [c for c in self.cue.head.children if c.dep_ in (*_BEFORE, "nmod:poss") and c.i < self.cue.i]
            found = self._mentions(beside[::-1])
        return found[:1]

    def _mentions(self, words: list[Token]) -> list[Actor]:
        found = self.arguments.found
        return [Actor(found[word.i]) for word in words if word.i in found and base_of_prefix(word) is None]
