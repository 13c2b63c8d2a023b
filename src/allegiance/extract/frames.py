"""Where a cue's frame finds its source and its target in a tree."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from allegiance.extract.arguments import Actor, Arguments
from allegiance.extract.grammar import (
    antecedent,
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
from allegiance.extract.lexicon import Frame, Lexicon
from allegiance.extract.mentions import Found, base_of_prefix
from allegiance.model import Kind

Pair = tuple[Actor, Actor]


def pairs(cue: Token, parts: list[Token], frame: Frame, arguments: Arguments, lexicon: Lexicon) -> list[Pair]:
    """Every source with every target that a frame finds around its cue; ``parts`` are the cue's other words."""
    if frame.pos == "noun" or (frame.pos == "verb" and cue.pos_ == "NOUN"):
        found = _pairs(frame, _Noun(cue, parts, arguments, lexicon, frame).role)
        before = None if found else _changed_from(cue)
        return found if before is None else _pairs(frame, _Noun(before, parts, arguments, lexicon, frame).role)
    find: Callable[[str], list[Actor]]
    if frame.pos == "verb":
        find = _Verb(cue, parts, arguments).role
    elif frame.pos == "role":
        find = _Role(cue, parts, arguments).role
    elif frame.pos == "adj":
        find = _Adjective(cue, parts, arguments).role
    else:
        find = _Compound(cue, arguments).role
    return _pairs(frame, find)


def _pairs(frame: Frame, find: Callable[[str], list[Actor]]) -> list[Pair]:
    if frame.target == ("both",) or frame.target == ("mutual",):
        return _each_other(find("both" if frame.target == ("both",) else "mutual"))
    sources = _first(frame.source, find)
    targets = _first(frame.target, find)
    return [(s, t) for s in sources for t in targets if not _same(s.found, t.found)]


def _changed_from(noun: Token) -> Token | None:
    """The noun that became this one and lends it its actors: "the alliance of A with B turned into a rivalry"."""
    verb = noun.head
    if verb.lemma_ not in _BECOMING or noun.dep_ not in ("obl", "xcomp", "obj", "nmod"):
        return None
    return next((own for own in logical_subjects(verb) + subjects(verb) if own.pos_ == "NOUN"), None)


_BECOMING = frozenset("turn become evolve develop transform degenerate descend morph grow escalate deteriorate harden mutate sour".split())


def _first(roles: tuple[str, ...], find: Callable[[str], list[Actor]]) -> list[Actor]:
    for role in roles:
        actors = find(role)
        if actors:
            return actors
    return []


def _each_other(actors: list[Actor]) -> list[Pair]:
    return [(a, b) for i, a in enumerate(actors) for b in actors[i + 1 :] if not _same(a.found, b.found)]


def _same(one: Found, other: Found) -> bool:
    return one.head == other.head or (one.start, one.end) == (other.start, other.end)


class _Verb:
    def __init__(self, cue: Token, parts: list[Token], arguments: Arguments) -> None:
        self.cue, self.parts, self.arguments = cue, parts, arguments

    def role(self, name: str) -> list[Actor]:
        cue, arguments = self.cue, self.arguments
        if name == "subj":
            return arguments.all(logical_subjects(cue))
        if name == "obj":
            return arguments.all([o for o in logical_objects(cue) if o not in self.parts])
        if name == "iobj":
            return arguments.all([o for o in cue.children if o.dep_ == "iobj"])
        if name == "both":
            found = arguments.all(subjects(cue) if not is_passive(cue) else logical_subjects(cue) or subjects(cue))
            return found if len(found) > 1 else []
        if name == "comp":
            return self._complement()
        return arguments.all(self._phrases(name))

    def _phrases(self, preposition: str) -> list[Token]:
        """Phrases on the verb, on its object, or, in a coordination, on the verb after it."""
        found = list(phrases(self.cue, preposition))
        for part in [*self.parts, *(o for o in self.cue.children if o.dep_ == "obj" and o.i > self.cue.i)]:
            found += phrases(part, preposition)
        if not found:
            for other in self.cue.children:
                if other.dep_ == "conj" and other.pos_ == "VERB" and other.i - self.cue.i <= 3:
                    found += phrases(other, preposition)
        if not found and self.cue.dep_ == "acl:relcl":
            found += self._stranded(preposition)
        return found

    def _stranded(self, preposition: str) -> list[Token]:
        for other in self.cue.children:
            if other.dep_ == "obl" and case(other) == preposition:
                noun = antecedent(other)
                if noun is not None:
                    return [noun]
        return []

    def _complement(self) -> list[Actor]:
        """The actors a complement clause acts on, or is about: "threatened to attack X", "demanded that X leave"."""
        for other in self.cue.children:
            if other.dep_ == "xcomp":
                found = self.arguments.all([*logical_objects(other), *_against(other)])
                if found:
                    return found
            if other.dep_ == "ccomp":
                own = child(other, "nsubj", "nsubj:pass")
                found = self.arguments.at(own) if own is not None else []
                found = found or self.arguments.all(logical_objects(other))
                if found:
                    return found
        return []


def _against(verb: Token) -> list[Token]:
    held = child(verb, "obj")
    return [*phrases(verb, "against", "on", "to", "with"), *(phrases(held, "against", "on", "to", "with") if held else ())]


class _Noun:
    """An event noun: its own phrases and possessors, and what a light verb hands on to it."""

    def __init__(self, cue: Token, parts: list[Token], arguments: Arguments, lexicon: Lexicon, frame: Frame) -> None:
        self.cue, self.parts, self.arguments, self.lexicon = cue, parts, arguments, lexicon
        wanted = {*frame.source, *frame.target}
        patient = not wanted.isdisjoint({"patient", "obj"})
        self._of_is_free = "of" not in wanted and not patient
        self._patient_elsewhere = patient and next(phrases(cue, "of"), None) is None
        self._noun = cue

    def role(self, name: str) -> list[Actor]:
        if name in ("agent", "subj"):
            return self._agent()
        if name in ("patient", "obj"):
            return self._patient()
        if name == "mutual":
            return self._mutual()
        found = self.arguments.all([*self._phrases(name), *self._verb_phrases(name)])
        if not found and name in ("against", "on", "at", "to", "toward", "towards"):
            found = self._prefixed("anti")
        if not found and name in ("for", "with", "of"):
            found = self._prefixed("pro")
        return found

    def _phrases(self, *prepositions: str) -> list[Token]:
        """Phrases on the noun, or on another in its coordination: "clashes and threats between A and B"."""
        found = list(phrases(self._noun, *prepositions))
        if not found:
            others = with_conjuncts(first_conjunct(self._noun))
            found = [phrase for other in others if other != self._noun for phrase in phrases(other, *prepositions)]
        return found

    def _prefixed(self, prefix: str) -> list[Actor]:
        """ "an anti-US march" is a march against the US."""
        return [
            Actor(self.arguments.found[other.i])
            for other in self.cue.children
            if other.dep_ in ("amod", "compound") and other.i in self.arguments.found and base_of_prefix(other) is not None
            and other.lower_.startswith(prefix)
        ]  # fmt: skip

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
        """ "the US-led invasion": who leads an event does it."""
        for other in self._noun.children:
            if other.dep_ in ("amod", "compound") and other.i >= 2 and other.nbor(-1).text in ("-", "‑", "–"):
                first = self.arguments.found.get(other.i - 2)
                if first is not None and other.pos_ in ("VERB", "ADJ"):
                    return [Actor(first)]
        return []

    def _light(self) -> list[tuple[Token, str]]:
        """Light verbs over the noun, each with what it makes of its subject: ``agent`` or ``patient``."""
        verb, label = self._noun.head, self._noun.dep_
        if label == "conj":
            verb, label = self._noun.head.head, self._noun.head.dep_
        if label == "acl:relcl":
            return []
        found = []
        for particle, kind in self.lexicon.lights.get(verb.lemma_.lower(), ()):
            if particle and not (
                case(self._noun) == " ".join(particle)
                or any(c.dep_ == "compound:prt" and c.lower_ == particle[0] for c in verb.children)
            ):
                continue
            if label in ("obj", "nsubj:pass") or (label in ("obl", "nmod") and particle):
                found.append((verb, kind))
        for other in self._noun.children:
            if other.dep_ in ("acl:relcl", "acl") and other.pos_ == "VERB" and any(
                not particle for particle, _ in self.lexicon.lights.get(other.lemma_.lower(), ())
            ):  # fmt: skip
                found.append((other, "agent"))
        return found

    def _doers(self, kind: str) -> list[Actor]:
        for verb, given in self._light():
            if given == kind:
                found = self.arguments.all([s for s in logical_subjects(verb) if s.i != self._noun.i])
                if found:
                    return found
        return []

    def _agent(self) -> list[Actor]:
        by = self.arguments.all(self._phrases("by"))
        if by:
            return by
        led = self._led()
        if led:
            return led
        owners = self.arguments.all(self._owners())
        if owners and not self._patient_elsewhere:
            return owners
        modifiers = self._modifiers()
        if modifiers:
            return modifiers[:1]
        doers = self._doers("agent")
        if doers:
            return doers
        if self._of_is_free:
            of = self.arguments.all(list(phrases(self._noun, "of", "from")))
            if of:
                return of
        return self._of_verb()

    def _of_verb(self) -> list[Actor]:
        """The subject of a verb that the noun stands under as a purpose or a manner, where nothing is nearer."""
        return []

    def _patient(self) -> list[Actor]:
        of = self.arguments.all(self._phrases("of"))
        if of:
            return of
        owners = self.arguments.all(self._owners())
        by = next(phrases(self._noun, "by"), None)
        if owners and (by is not None or not self._doers("agent")):
            return owners
        doers = self._doers("patient")
        if doers:
            return doers
        modifiers = self._modifiers()
        return modifiers[-1:] if by is not None or self._led() or len(modifiers) > 1 else []

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
        if len(modifiers) > 1:
            return modifiers
        doers = self._doers("agent")
        return doers if len(doers) > 1 else []


class _Role:
    """A noun for somebody in a relation: the holder is who it is said of, the body whose it is."""

    def __init__(self, cue: Token, parts: list[Token], arguments: Arguments) -> None:
        self.cue, self.parts, self.arguments = cue, parts, arguments

    def role(self, name: str) -> list[Actor]:
        if name == "holder":
            return self._holder()
        if name == "body":
            return self._body()
        return self.arguments.all(list(phrases(self.cue, name)))

    def _holder(self) -> list[Actor]:
        cue, arguments = self.cue, self.arguments
        named = [c for c in cue.children if c.dep_ in ("appos", "flat") and c.i in arguments.found]
        named = [c for c in named if arguments.found[c.i].named]
        if named:
            return arguments.all(named)
        top = cue
        while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN") and top.head.i < top.i:
            top = top.head
        if top != cue:
            named = [c for c in top.children if c.dep_ in ("appos", "flat") and c.i in arguments.found]
            if named:
                return arguments.all(named)
        above = top.head
        if top.dep_ in ("compound", "appos", "flat", "nmod:desc", "nmod", "amod") and above.i in arguments.found:
            if arguments.found[above.i].named and not (top.dep_ == "nmod" and case(top)):
                return [Actor(arguments.found[above.i])]
        if top.dep_ in ("appos",) and above.pos_ == "PRON":
            return arguments.at(above)
        if child(top, "cop") is not None or (top.dep_ == "xcomp" and above.pos_ in ("VERB", "AUX")):
            own = child(top, "nsubj")
            found = arguments.at(own) if own is not None else arguments.all(subjects(top))
            return [actor for actor in found if actor.found.head != cue.i]
        if top.dep_ in ("obl", "nmod", "advcl", "xcomp") and case(top) == "as":
            verb = above
            passive_or_object = is_passive(verb) if verb.pos_ == "VERB" else False
            who = subjects(verb) if passive_or_object else logical_subjects(verb)
            return arguments.all(who)
        return self._described()

    def _described(self) -> list[Actor]:
        """ "its governmental ally": the phrase itself is the actor, if it says more than the role."""
        mention = self.arguments.found.get(self.cue.i)
        if mention is None or " " not in mention.text or self.cue.dep_ in ("compound", "appos", "amod", "flat"):
            return []
        owners = any(c.dep_ == "nmod:poss" for c in self.cue.children) or next(phrases(self.cue, "of", "to"), None)
        return [Actor(mention, 1)] if owners else []

    def _body(self) -> list[Actor]:
        cue, arguments = self.cue, self.arguments
        of = list(phrases(cue, "of"))
        if of:
            return arguments.all(of)
        owners = [c for c in cue.children if c.dep_ == "nmod:poss"]
        if owners:
            return arguments.all(owners)
        found = []
        for other in sorted(cue.children, key=lambda c: -c.i):
            if other.dep_ in ("compound", "amod", "nmod:desc", "nmod") and other.i < cue.i and other not in self.parts:
                for word in with_conjuncts(other):
                    mention = arguments.found.get(word.i)
                    if mention is not None and base_of_prefix(word) is None:
                        found.append(Actor(mention))
        if found:
            return found[:1]
        if cue.dep_ in ("compound", "nmod:desc", "flat") and cue.head.i in arguments.found:
            for other in cue.head.children:
                if other.dep_ in ("compound", "amod", "nmod:poss", "nmod:desc") and other.i < cue.i and other.i in arguments.found:
                    found.append(Actor(arguments.found[other.i]))
        return found[-1:]


class _Adjective:
    def __init__(self, cue: Token, parts: list[Token], arguments: Arguments) -> None:
        self.cue, self.parts, self.arguments = cue, parts, arguments

    def role(self, name: str) -> list[Actor]:
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


class _Compound:
    """ "Iran-backed militia" and "pro-Iran militia"."""

    def __init__(self, cue: Token, arguments: Arguments) -> None:
        self.cue, self.arguments = cue, arguments

    def role(self, name: str) -> list[Actor]:
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
