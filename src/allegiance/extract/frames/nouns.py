"""Where the actors of an event noun stand: on the noun itself, or on the light verb that it is the object of."""

from __future__ import annotations

from spacy.tokens import Token

from allegiance.extract.arguments import Actor, Arguments
from allegiance.extract.grammar import case, first_conjunct, logical_objects, logical_subjects, phrases, with_conjuncts
from allegiance.extract.lexicon import Frame, Lexicon
from allegiance.extract.lexicon.classes import members
from allegiance.extract.mentions import base_of_prefix
from allegiance.language.tokens import HYPHENS
from allegiance.model import Kind


def is_ended(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the verb over an event noun puts an end to it: "suspended aid", "lifted the siege"."""
    over = lexicon.lights.get(noun.head.lemma_.lower(), ())
    return noun.dep_ in ("obj", "nsubj:pass") and any(kind == "end" for _, kind in over)


class NounRoles:
    """The roles ``agent``, ``patient``, ``mutual`` and every preposition, around one event noun."""

    def __init__(self, cue: Token, frame: Frame, arguments: Arguments, lexicon: Lexicon) -> None:
        self.arguments, self.lexicon = arguments, lexicon
        wanted = {*frame.source, *frame.target}
        patient = not wanted.isdisjoint({"patient", "obj"})
        self._of_is_free = "of" not in wanted and not patient
        self._patient_elsewhere = patient and next(phrases(cue, "of"), None) is None
        self._noun = cue

    def role(self, name: str) -> list[Actor]:
        """The actors in a role; none where nobody stands there."""
        if name in ("agent", "subj"):
            return self._agent()
        if name in ("patient", "obj"):
            return self._patient()
        if name == "mutual":
            return self._mutual()
        found = self.arguments.all([*self._phrases(name), *self._verb_phrases(name)])
        if not found and name in ("against", "on", "at", "to", "toward", "towards"):
            found = self._prefixed("anti") or self.arguments.all([*self._phrases("at"), *self._verb_phrases("at")])
        if not found and name in ("for", "with", "of"):
            found = self._prefixed("pro")
        return found

    def _phrases(self, *prepositions: str) -> list[Token]:
        """Phrases on the noun, on what it does ("erupted between"), or on another in its coordination."""
        found = list(phrases(self._noun, *prepositions))
        if not found and self._noun.dep_ in ("nsubj", "nsubj:pass"):
            verb = self._noun.head
            happens = verb.lemma_ in members("happening") and self._noun.dep_ == "nsubj"
            after = phrases(verb, *prepositions)
            found = [phrase for phrase in after if self._noun.i < phrase.i and (happens or phrase.i < verb.i)]
        if not found:
            others = with_conjuncts(first_conjunct(self._noun))
            found = [phrase for other in others if other != self._noun for phrase in phrases(other, *prepositions)]
        return found

    def _prefixed(self, prefix: str) -> list[Actor]:
        """What stands behind a prefix: "an anti-US march" is a march against the US."""
        found = self.arguments.found
        modifiers = (c for c in self._noun.children if c.dep_ in ("amod", "compound") and c.i in found)
        return [Actor(found[c.i]) for c in modifiers if c.lower_.startswith(prefix) and base_of_prefix(c) is not None]

    def _owners(self) -> list[Token]:
        return [other for other in self._noun.children if other.dep_ == "nmod:poss"]

    def _modifiers(self) -> list[Actor]:
        """Names, peoples and nations that stand before the noun: "US airstrikes", "the Saudi-Iranian feud"."""
        found: list[Actor] = []
        for other in sorted(self._noun.children, key=lambda c: c.i):
            if other.dep_ in ("compound", "amod", "nmod:desc", "nmod", "obl:unmarked") and other.i < self._noun.i:
                for word in sorted([other, *(c for c in other.subtree if c != other)], key=lambda c: c.i):
                    mention = self.arguments.found.get(word.i)
                    if mention is not None and base_of_prefix(word) is None and mention.named:
                        found.append(Actor(mention))
                    elif mention is not None and word.dep_ == "compound" and mention.kind is not Kind.PERSON:
                        found.append(Actor(mention, 1))
        return found

    def _led(self) -> list[Actor]:
        """Who leads an event does it: "the US-led invasion"."""
        for other in self._noun.children:
            if other.dep_ in ("amod", "compound") and other.i >= 2 and other.nbor(-1).text in HYPHENS:
                first = self.arguments.found.get(other.i - 2)
                if first is not None and other.pos_ in ("VERB", "ADJ"):
                    return [Actor(first)]
        return []

    def _light(self) -> list[tuple[Token, str]]:
        """Light verbs over the noun, each with what it makes of its subject: ``agent`` or ``patient``."""
        noun = self._noun.head if self._noun.dep_ == "conj" else self._noun
        verb, label = noun.head, noun.dep_
        lights = self.lexicon.lights
        found = []
        for particle, kind in lights.get(verb.lemma_.lower(), ()):
            taken = case(self._noun) == " ".join(particle) or any(
                c.dep_ == "compound:prt" and c.lower_ in particle for c in verb.children
            )
            if (taken or not particle) and label in (
                ("obj", "nsubj:pass", "obl", "nmod") if particle else ("obj", "nsubj:pass")
            ):
                found.append((verb, kind))
        clauses = (other for other in self._noun.children if other.dep_ in ("acl:relcl", "acl"))
        found += [(c, "agent") for c in clauses if any(not p for p, _ in lights.get(c.lemma_.lower(), ()))]
        return found

    def _doers(self, kind: str) -> list[Actor]:
        for verb, given in self._light():
            if given == kind or (given == "end" and kind == "agent"):
                found = self.arguments.all([s for s in logical_subjects(verb) if s.i != self._noun.i])
                if found:
                    return found
        return []

    def _agent(self) -> list[Actor]:
        """Who did it: a by-phrase, a leader, a possessor, a nation before the noun, the subject of a light verb."""
        owners = [] if self._patient_elsewhere else self.arguments.all(self._owners())
        return (
            self.arguments.all(self._phrases("by"))
            or self._led()
            or owners
            or self._modifiers()[:1]
            or self._doers("agent")
            or (self.arguments.all(list(phrases(self._noun, "of", "from"))) if self._of_is_free else [])
            or self._helped()
        )

    def _helped(self) -> list[Actor]:
        """Whom somebody helps in it: "supports the government in the fight against the rebels".

        In what is done "in support of" or "on behalf of" somebody, without an article, the doer of it is meant.
        """
        above = self._noun.head
        if case(self._noun) not in ("in", "on") or self._noun.dep_ not in ("obl", "nmod"):
            return []
        if above.pos_ == "VERB":
            bare = case(self._noun) == "on" or all(c.dep_ not in ("det", "nmod:poss") for c in self._noun.children)
            return self.arguments.all(logical_subjects(above) if bare else logical_objects(above))
        return self.arguments.all(list(phrases(above, "for", "to"))) or self.arguments.at(above)

    def _patient(self) -> list[Actor]:
        """To whom it was done: an of-phrase, else a possessor or a name before the noun if somebody else did it."""
        by = next(phrases(self._noun, "by"), None) is not None
        owners = self.arguments.all(self._owners()) if by or not self._doers("agent") else []
        found = self.arguments.all(self._phrases("of")) or owners or self._doers("patient")
        if found:
            return found
        modifiers = self._modifiers()
        return modifiers[-1:] if by or self._led() or len(modifiers) > 1 else []

    def _verb_phrases(self, preposition: str) -> list[Token]:
        return [phrase for verb, _ in self._light() for phrase in phrases(verb, preposition)]

    def _mutual(self) -> list[Actor]:
        for preposition in ("between", "among", "of", "by"):
            found = self.arguments.all(self._phrases(preposition) or self._verb_phrases(preposition))
            if len(found) > 1:
                return found
        owners = self.arguments.all(self._owners())
        if len(owners) > 1:
            return owners
        modifiers = self._modifiers()
        named = [actor for actor in modifiers if actor.found.named]
        if len(modifiers) > 1:
            return named if len(named) > 1 else modifiers
        doers = self._doers("agent")
        return doers if len(doers) > 1 else []
