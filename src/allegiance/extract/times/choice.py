"""Which of the dates of a sentence a claim has, by where both stand in the tree; none where the tree does not say.

A date says when the clause happened that it hangs on. It holds for what stands in that clause and for clauses of the
same tense below it, but not for what merely describes somebody there: "the allies of Iran attacked in 2014" does not
date the alliance.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from allegiance.extract.grammar import antecedent, case, child
from allegiance.extract.lexicon.classes import members
from allegiance.extract.times.forms import Time
from allegiance.extract.times.tense import agree, tense

_DURING = frozenset({"in", "during", "at", "amid", "throughout", "on", "since"})
_WHEN = frozenset({"when", "while", "as", "once"})
_FAR = 3
_DESCRIBING = ("role", "adj", "compound", "prefix", "possessive")
"""Parts of speech whose cues describe somebody, and say nothing of when, unless they are the predicate."""
_BEFORE = frozenset({"nmod:poss", "compound", "amod", "nummod", "nmod:desc"})
_NO_CLAUSES = frozenset({"acl", "amod", "appos", "acl:relcl"})


def choose(cue: Token, times: list[Time], holders: frozenset[int], pos: str = "verb") -> Time | None:
    """The date of a claim: of those that hold for its cue the nearest in the tree.

    A date that stands on a name in brackets, "Nouri al-Maliki (2008-14)", belongs only to that name's own
    offices; ``holders`` are the places of the claim's names. ``pos`` is the part of speech of the cue's frame.
    """
    sentence = cue.sent
    best, nearest = None, 99
    for time in times:
        if not sentence.start <= time.anchor < sentence.end:
            continue
        for extra, owner in _owners(cue.doc[time.anchor], cue):
            if owner.ent_type_ == "PERSON" and owner.i not in holders:
                break
            distance = _distance(cue, owner, pos)
            if distance is not None and distance + extra < nearest:
                best, nearest = time, distance + extra
    return best


def _owners(anchor: Token, cue: Token) -> Iterator[tuple[int, Token]]:
    """The words that a date says the time of, the nearest first.

    A date before a noun or after "of" is of nothing else: "rejected the 2015 deal", "last year's strike".

    First the word above it that is no part of a date; then, where that is an event in which something happens
    ("during the wars of 1958-76"), or a thing made public on the date, or a clause with "when", what this hangs on.
    """
    top = anchor
    while top.head != top.head.head and _of_date(top.head):
        top = top.head
    above = top.head
    names_it = top.dep_ in _BEFORE or (case(top) == "of" and above.pos_ == "NOUN")
    if not names_it or above == cue:
        yield 0, above
    if above.pos_ in ("NOUN", "PROPN") and above.dep_ == "obl" and case(above) in _DURING:
        yield 1, above.head
    elif above.pos_ == "VERB" and above.dep_ == "acl" and above.lemma_ in members("made public"):
        thing = above.head
        if thing.dep_ == "obl" and thing.head.pos_ == "VERB":
            yield 2, thing.head
    elif above.pos_ == "VERB" and above.dep_ == "advcl" and _is_when(above) and agree(above, above.head):
        yield 2, above.head


def _of_date(word: Token) -> bool:
    """Whether a word is part of a date: the autumn of "in the autumn of 1998"."""
    if word.ent_type_ == "DATE" or word.dep_ in ("nummod", "case"):
        return True
    return word.pos_ != "VERB" and word.lemma_ in members("unit of time")


def _is_when(verb: Token) -> bool:
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _WHEN for c in verb.children)


def _distance(cue: Token, owner: Token, pos: str) -> int | None:
    """Steps between two words; ``None`` where the date of the owner says nothing of the cue."""
    if owner == cue:
        return 0
    return _from_above(cue, owner, pos) if owner in cue.ancestors else _from_below(cue, owner, pos)


def _from_above(cue: Token, owner: Token, pos: str) -> int | None:
    """A date of a clause that holds the cue."""
    below, steps = cue, 0
    describing = (pos in _DESCRIBING and not _is_predicate(cue)) or (cue.dep_ in ("acl", "amod") and cue.tag_ == "VBN")
    for above in cue.ancestors:
        steps += 1
        if describing and above.pos_ in ("VERB", "AUX"):
            return None
        if below.dep_ == "appos" or (below.dep_ in _NO_CLAUSES and below != cue and pos in _DESCRIBING):
            return None
        if below.dep_ in ("acl:relcl", "ccomp", "parataxis", "advcl", "conj") and not agree(below, above):
            return None
        if below.dep_ in ("acl:relcl", "ccomp", "parataxis"):
            steps += _FAR
        if above == owner:
            return steps
        below = above
    return None


def _is_predicate(cue: Token) -> bool:
    """Whether a noun or an adjective is said of somebody: "is an ally", "serves as the leader"."""
    return child(cue, "cop") is not None or cue.dep_ in ("xcomp", "advcl") or case(cue) == "as"


def _from_below(cue: Token, owner: Token, pos: str) -> int | None:
    """A date of a part of the cue's phrase, of an infinitive of it, or of the clause that tells of an event noun."""
    below = owner
    for steps, above in enumerate(owner.ancestors, start=1):
        if below.pos_ in ("VERB", "AUX") and not _shares(below, above, cue, pos):
            return None
        if above == cue:
            return steps + 1
        below = above
    return None


def _shares(verb: Token, above: Token, cue: Token, pos: str) -> bool:
    """Whether a clause below the cue happens when the cue does."""
    if verb.dep_ == "advcl":
        marker = child(verb, "mark")
        return tense(verb) is None and tense(above) == "past" and marker is not None and marker.lower_ == "to"
    if verb.dep_ == "acl:relcl" and pos == "noun" and above == cue:
        subject = child(verb, "nsubj", "nsubj:pass")
        return subject is not None and antecedent(subject) == cue
    return verb.dep_ not in ("acl:relcl", "ccomp", "xcomp", "acl", "parataxis", "conj")
