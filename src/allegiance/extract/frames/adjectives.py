"""Where the actors of an adjective, a compound or a prefix stand."""

from __future__ import annotations

from spacy.tokens import Token

from allegiance.extract.arguments import Actor, Arguments
from allegiance.extract.grammar import child, phrases, subjects


class AdjectiveRoles:
    """The roles ``head`` (what the adjective is said of) and every preposition: "loyal to"."""

    def __init__(self, cue: Token, arguments: Arguments) -> None:
        self.cue, self.arguments = cue, arguments

    def role(self, name: str) -> list[Actor]:
        """The actors in a role; none where nobody stands there."""
        if name == "head":
            return self._head()
        found = list(phrases(self.cue, name))
        if not found and self.cue.pos_ == "VERB":
            found = [o for o in self.cue.children if o.dep_ == "obl:agent" and name == "by"]
        return self.arguments.all(found)

    def _head(self) -> list[Actor]:
        cue = self.cue
        if cue.dep_ in ("amod", "acl", "acl:relcl", "appos") and child(cue, "nsubj", "nsubj:pass") is None:
            return self.arguments.at(cue.head)
        return self.arguments.all(subjects(cue))


class CompoundRoles:
    """The roles of "Iran-backed militia" (``first``, ``head``) and of "pro-Iran militia" (``base``, ``head``)."""

    def __init__(self, cue: Token, arguments: Arguments) -> None:
        self.cue, self.arguments = cue, arguments

    def role(self, name: str) -> list[Actor]:
        """The actors in a role; none where nobody stands there."""
        cue, found = self.cue, self.arguments.found
        if name == "head":
            mention = found.get(cue.head.i) if cue.dep_ in ("amod", "compound", "acl", "nmod", "conj") else None
            if mention is not None and mention.head != cue.i:
                return self.arguments.at(cue.head)
            return self.arguments.all(subjects(cue)) if child(cue, "cop") is not None else []
        if name == "base":
            return [Actor(found[cue.i])] if cue.i in found else []
        place = cue.i - 2
        if place < 0:
            return []
        first = found.get(place)
        return [Actor(first)] if first is not None else []
