"""From a word in an argument's place to the actors that stand there."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from allegiance.extract.grammar import antecedent, phrases, with_conjuncts
from allegiance.extract.lexicon.classes import members
from allegiance.extract.mentions import Found, base_of_prefix
from allegiance.model import Kind

_OWNERS = frozenset({Kind.ARMED_GROUP, Kind.GOVERNMENT, Kind.PARTY})
"""Descriptions that own what they stand before: "militia positions", "police station"."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention in an argument's place. ``far`` counts the steps from the place to it; each makes it less sure."""

    found: Found
    far: int = 0


class Arguments:
    """The mentions of one document, asked for by place."""

    def __init__(
        self, found: dict[int, Found], links: dict[int, int], both: dict[int, tuple[int, int]], events: frozenset[str]
    ) -> None:
        self.found = found
        self.links = links
        self._both = both
        self._events = events

    def at(self, token: Token) -> list[Actor]:
        """The actors at a word and those coordinated with it, through titles, parts and possessors."""
        if token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and token.pos_ == "PRON"):
            stands_for = antecedent(token)
            return self.at(stands_for) if stands_for is not None else []
        actors: list[Actor] = []
        for word in with_conjuncts(token):
            two = self._both.get(word.i)
            actors += [Actor(self.found[place], 1) for place in two] if two else self._one(word, 0)
        return _unique(actors)

    def all(self, tokens: list[Token]) -> list[Actor]:
        return _unique([actor for token in tokens for actor in self.at(token)])

    def _one(self, token: Token, far: int) -> list[Actor]:
        if far > 3:
            return []
        if token.pos_ == "PRON" or token.tag_ == "PRP$":
            return [Actor(self._pronoun(token), far)] if token.i in self.links else []
        if token.tag_ in ("WDT", "WP", "WP$"):
            stands_for = antecedent(token)
            return self._one(stands_for, far) if stands_for is not None else []
        examples = self._examples(token, far)
        if examples:
            return examples
        if token.lemma_ in members("part"):
            whole = [
                actor
                for part in phrases(token, "of")
                for word in with_conjuncts(part)
                for actor in self._one(word, far)
            ]
            if whole:
                return whole
        mention = self.found.get(token.i)
        if mention is not None and token.dep_ != "amod" and base_of_prefix(token) is None:
            named = None if mention.named else self._apposed(token)
            return [Actor(name, far) for name in named] if named else [Actor(mention, far)]
        if mention is not None and far == 0 and token.dep_ == "amod":
            return [Actor(mention, far)]
        named = self._apposed(token)
        if named:
            return [Actor(name, far) for name in named]
        return self._inside(token, far)

    def _pronoun(self, token: Token) -> Found:
        stands_for = self.found[self.links[token.i]]
        return Found(
            stands_for.head, token.idx, token.idx + len(token), token.text,
            stands_for.kind, stands_for.named, stands_for.plural, stands_for.state,
        )  # fmt: skip

    def _examples(self, token: Token, far: int) -> list[Actor]:
        """The names in "leaders such as X and Y" stand for the leaders."""
        if token.tag_ not in ("NNS", "NNPS"):
            return []
        for other in token.children:
            if other.i > token.i and other.dep_ in ("nmod", "appos", "obl", "acl") and _introduces(other):
                names = [self.found[word.i] for word in with_conjuncts(other) if word.i in self.found]
                if names:
                    return [Actor(name, far) for name in names]
        return []

    def _apposed(self, token: Token) -> list[Found]:
        """The names beside a description, "Iran's general, Qassem Soleimani", and those coordinated with them."""
        titles = [token, *(c for c in token.children if c.dep_ == "conj" and c.pos_ == "NOUN" and c.i - token.i <= 4)]
        for title in titles:
            for other in title.children:
                if other.dep_ in ("appos", "flat") and other.i in self.found and self.found[other.i].named:
                    return [self.found[other.i], *self._conjuncts(other)]
        if token.dep_ == "conj" and token.head.pos_ == "NOUN" and token.head.i < token.i:
            for other in token.head.children:
                if other.dep_ in ("appos", "flat") and token.i < other.i <= token.i + 3 and other.i in self.found:
                    return [self.found[other.i]]
        return []

    def _conjuncts(self, token: Token) -> list[Found]:
        """Names coordinated with a name, through their titles: "..., X and party leader Y"."""
        found = []
        for word in with_conjuncts(token)[1:]:
            mention = self.found.get(word.i)
            if mention is not None:
                found += [mention] if mention.named else (self._apposed(word) or [mention])
        return found

    def _inside(self, token: Token, far: int) -> list[Actor]:
        """Actors that own a thing or make up a group: "the tents of protesters", "US positions", "Iran's demand"."""
        for label in ("nmod:poss", "compound", "amod", "nmod:desc", "obl:unmarked"):
            owners = [other for other in token.children if other.dep_ == label]
            actors = [
                actor
                for owner in owners
                for word in with_conjuncts(owner)
                if base_of_prefix(word) is None
                for actor in self._one_owner(word, far + 1)
            ]
            if actors:
                return actors
        prepositions = ("by",) if token.lemma_ in self._events else ("of", "by", "from", "among")
        for part in phrases(token, *prepositions):
            actors = [actor for word in with_conjuncts(part) for actor in self._one(word, far + 1)]
            actors = [actor for actor in actors if not actor.found.place]
            if actors:
                return actors
        return self._where(token, far) if far == 0 else []

    def _where(self, token: Token, far: int) -> list[Actor]:
        """The place of a thing, where nobody owns it: "attacked a base in Kamuya"."""
        for part in phrases(token, "in", "at", "near"):
            mention = self.found.get(part.i)
            if mention is not None and mention.named and (mention.place or mention.state is not None):
                return [Actor(mention, far + 2)]
        return []

    def _one_owner(self, token: Token, far: int) -> list[Actor]:
        mention = self.found.get(token.i)
        if mention is not None and (mention.named or mention.kind in _OWNERS or token.dep_ == "nmod:poss"):
            named = [] if mention.named else self._apposed(token)
            return [Actor(name, far) for name in named] if named else [Actor(mention, far)]
        if token.dep_ in ("nmod:poss", "compound"):
            return self._one(token, far)
        return []


def _introduces(token: Token) -> bool:
    return any(c.dep_ == "case" and c.lower_ in ("such", "including", "like") for c in token.children)


def _unique(actors: list[Actor]) -> list[Actor]:
    seen: set[tuple[int, int]] = set()
    kept = []
    for actor in actors:
        key = (actor.found.start, actor.found.end)
        if key not in seen:
            seen.add(key)
            kept.append(actor)
    return kept
