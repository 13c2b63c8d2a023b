"""Where a verb's actors stand."""

from __future__ import annotations

from spacy.tokens import Token

from allegiance.extract.arguments import Actor, Arguments
from allegiance.extract.grammar import (
    antecedent,
    case,
    child,
    is_passive,
    logical_objects,
    logical_subjects,
    phrases,
    subjects,
)
from allegiance.extract.lexicon import Frame
from allegiance.vocabulary import relations

_RECIPROCAL = frozenset({"each", "other", "one", "another"})
_AGAINST = ("against", "on", "to", "with")


def _is_reciprocal(token: Token) -> bool:
    """Whether a word is part of "each other" or "one another", whichever of the two the tree puts first."""
    around = token.doc[max(0, token.i - 1) : token.i + 2].text.lower()
    return token.lower_ in _RECIPROCAL and ("each other" in around or "one another" in around)


class VerbRoles:
    """The roles ``subj``, ``obj``, ``iobj``, ``both``, ``comp`` and every preposition, around one verb."""

    def __init__(self, cue: Token, parts: list[Token], frame: Frame, arguments: Arguments) -> None:
        self.cue, self.parts, self.arguments = cue, parts, arguments
        self._targets, self._hostile = frame.target, relations()[frame.relation].sign < 0

    def role(self, name: str) -> list[Actor]:
        """The actors in a role; none where nobody stands there."""
        cue, arguments = self.cue, self.arguments
        if name == "subj":
            return arguments.all(logical_subjects(cue))
        if name == "obj":
            later = [o for part in self.parts if part.pos_ == "VERB" for o in logical_objects(part)]
            return arguments.all([o for o in [*logical_objects(cue), *later] if o not in self.parts])
        if name == "iobj":
            return arguments.all([o for o in cue.children if o.dep_ == "iobj"])
        if name == "both":
            if (self._hostile and self._has_another()) or self._each_other() not in ("", *self._targets, "both"):
                return []
            found = arguments.all((is_passive(cue) and logical_subjects(cue)) or subjects(cue))
            return found if len(found) > 1 else []
        if name == "each other":
            return self.role("both") if self._each_other() in self._targets else []
        if name == "comp":
            return self._complement()
        found = arguments.all(self._phrases(name))
        if not found and name == "of" and self.parts:
            found = arguments.all([*self._phrases("by"), *self._phrases("from")])
        return found

    def _each_other(self) -> str:
        """The role in which "each other" stands: ``obj`` or its preposition; empty where it does not stand."""
        taken = (o for o in self.cue.children if o.dep_ in ("obj", "obl") and _is_reciprocal(o))
        return next(("obj" if o.dep_ == "obj" else case(o) for o in taken), "")

    def _has_another(self) -> bool:
        """Whether somebody else is acted on: "Iran and Turkey opposed it" says nothing of one to the other."""
        return any(not _is_reciprocal(o) for o in self.cue.children if o.dep_ == "obj" and o not in self.parts)

    def _phrases(self, preposition: str) -> list[Token]:
        """Phrases on the verb, on its object, or, in a coordination, on the verb after it."""
        found = list(phrases(self.cue, preposition))
        for part in [*self.parts, *(o for o in self.cue.children if o.dep_ == "obj" and o.i > self.cue.i)]:
            found += phrases(part, preposition)
        if not found:
            for other in self.cue.children:
                if other.dep_ == "conj" and other.pos_ == "VERB" and other.i - self.cue.i <= 3:
                    found += phrases(other, preposition)
        if not found and self.cue.dep_ == "conj" and self.cue.head.pos_ == "VERB":
            found += [phrase for phrase in phrases(self.cue.head, preposition) if phrase.i > self.cue.i]
        if not found and self.cue.dep_ == "acl:relcl":
            found += self._stranded(preposition)
        return found

    def _stranded(self, preposition: str) -> list[Token]:
        """The noun of a relative clause whose preposition it takes: "the militia with which he broke"."""
        taken = (o for o in self.cue.children if o.dep_ == "obl" and case(o) == preposition)
        return [noun for noun in map(antecedent, taken) if noun is not None]

    def _complement(self) -> list[Actor]:
        """The actors a complement clause acts on, or is about: "threatened to attack X", "demanded that X leave"."""
        for other in self.cue.children:
            found: list[Actor] = []
            if other.dep_ == "xcomp":
                held = child(other, "obj")
                on = [*phrases(other, *_AGAINST), *(phrases(held, *_AGAINST) if held is not None else ())]
                found = self.arguments.all([*logical_objects(other), *on])
            elif other.dep_ == "ccomp":
                own = child(other, "nsubj", "nsubj:pass")
                found = self.arguments.at(own) if own is not None else []
                found = found or self.arguments.all(logical_objects(other))
            if found:
                return found
        return []
