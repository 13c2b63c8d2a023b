"""Who a pronoun or a definite description stands for, inside one document.

Rules over number, kind and nearness, in the manner of Lappin and Leass (1994): the subject of the same or the
sentence before comes first. Gives, for the place of a word, the mention it goes back to; names that are parts of
longer names ("Sadr" of "Muqtada al-Sadr") and abbreviations go to the longer one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from allegiance.extract.grammar import first_conjunct
from allegiance.extract.mentions import Found, base_of_prefix
from allegiance.model import Kind

WINDOW = 3
"""Sentences back in which a pronoun's antecedent is looked for."""

_SINGULAR_PERSON = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_THING = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "as", "ul", "de", "van", "von", "-", "the"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_GROUPS = frozenset(
    {Kind.ARMED_GROUP, Kind.PARTY, Kind.MOVEMENT, Kind.ORGANISATION, Kind.GOVERNMENT, Kind.INTERNATIONAL, Kind.MEDIA}
)


def resolve(doc: Doc, found: dict[int, Found]) -> dict[int, int]:
    """Places of words to the place of the head of the mention they go back to."""
    links = _parts_of_names(found)
    links.update(_abbreviations(doc, found))
    ordered = sorted(found)
    sentence = {token.i: number for number, span in enumerate(doc.sents) for token in span}
    for token in doc:
        if token.pos_ == "PRON" or token.tag_ == "PRP$":
            target = _pronoun(token, found, ordered, sentence)
        elif token.i in found and not found[token.i].named:
            target = _description(token, found, ordered, sentence)
        else:
            continue
        if target is not None:
            links[token.i] = target
    return {place: _end_of_chain(place, links) for place in links}


def _end_of_chain(place: int, links: dict[int, int]) -> int:
    seen = {place}
    while place in links and links[place] not in seen:
        place = links[place]
        seen.add(place)
    return place


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s’'.-]+", name.lower()) if word and word not in _PARTICLES]


def _parts_of_names(found: dict[int, Found]) -> dict[int, int]:
    """One-word names to the person's name that has the word; the name used most wins, then the first."""
    full: dict[tuple[str, ...], list[int]] = {}
    for place in sorted(found):
        mention = found[place]
        words = tuple(_words(mention.text))
        if mention.kind is Kind.PERSON and mention.named and len(words) > 1:
            full.setdefault(words, []).append(place)
    best: dict[str, tuple[int, int]] = {}
    for words, places in full.items():
        for word in words:
            best[word] = max(best.get(word, (0, 0)), (len(places), -places[0]))
    links = {}
    for place, mention in found.items():
        words = tuple(_words(mention.text))
        if mention.named and mention.kind in _MAYBE_PERSON and len(words) == 1 and words[0] in best:
            links[place] = -best[words[0]][1]
    return links


_MAYBE_PERSON = frozenset({Kind.PERSON, Kind.ORGANISATION})


def _abbreviations(doc: Doc, found: dict[int, Found]) -> dict[int, int]:
    """Short names in brackets go to the long one before them: "Popular Mobilization Forces (PMF)"."""
    text, short, links = doc.text, dict[str, int](), dict[int, int]()
    before: Found | None = None
    for place in sorted(found):
        mention = found[place]
        if mention.named and mention.text.isupper() and mention.text not in short and before is not None:
            between = text[before.end : mention.start].strip(" \"'“‘")
            if between == "(" and mention.start - before.end <= 4 and _abbreviates(mention.text, before.text):
                short[mention.text] = before.head
        if mention.text in short:
            links[place] = short[mention.text]
        elif mention.named:
            before = mention
    return links


def _abbreviates(short: str, name: str) -> bool:
    letters = iter(name.lower())
    return len(name) > len(short) and all(letter in letters for letter in short.lower() if letter.isalpha())


def _pronoun(token: Token, found: dict[int, Found], ordered: list[int], sentence: dict[int, int]) -> int | None:
    word = token.lower_
    candidates = _before(token, ordered, sentence)
    if word in _SINGULAR_PERSON:
        fitting = [p for p in candidates if found[p].kind is Kind.PERSON and not found[p].plural]
    elif word in _THING:
        fitting = [p for p in candidates if found[p].kind is not Kind.PERSON and not found[p].plural]
    elif word in _PLURAL:
        fitting = [
            p for p in candidates if found[p].plural or found[p].kind in _GROUPS or found[p].kind is Kind.POPULATION
        ]
    else:
        return None
    return _best(token, fitting, found, sentence)


def _description(token: Token, found: dict[int, Found], ordered: list[int], sentence: dict[int, int]) -> int | None:
    """A bare description goes back to the last name of its kind: "the militia"; one with modifiers stays itself."""
    if not any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in token.children):
        return None
    mention = found[token.i]
    if any(
        c.dep_ in ("amod", "nmod:poss", "acl:relcl", "acl", "nmod", "appos", "compound", "conj") for c in token.children
    ):
        return None
    if mention.plural:
        return None
    fitting = [
        p
        for p in _before(token, ordered, sentence)
        if found[p].named
        and not found[p].plural
        and (found[p].kind is mention.kind or (mention.kind in _GROUPS and found[p].kind is Kind.ORGANISATION)
             or (token.lemma_ in ("group", "organisation", "organization") and found[p].kind in _GROUPS))
        and (mention.kind is not Kind.GOVERNMENT)
    ]  # fmt: skip
    return _best(token, fitting, found, sentence)


def _before(token: Token, ordered: list[int], sentence: dict[int, int]) -> list[int]:
    """Places of mentions in this and the sentences before it, in order; what follows a prefix is none."""
    here, doc = sentence.get(token.i, 0), token.doc
    near = []
    for place in reversed(ordered[: bisect_left(ordered, token.i)]):
        if here - sentence.get(place, 0) >= WINDOW:
            break
        if base_of_prefix(doc[place]) is None:
            near.append(place)
    return near[::-1]


def _best(token: Token, fitting: Iterable[int], found: dict[int, Found], sentence: dict[int, int]) -> int | None:
    """The most salient place that can be meant; of two alike the first."""
    doc, here = token.doc, sentence.get(token.i, 0)
    possible = [place for place in fitting if not _excluded(token, doc[place])]
    return max(possible, default=None, key=lambda p: _salience(token, doc[p], found[p], here - sentence.get(p, 0)))


def _excluded(token: Token, other: Token) -> bool:
    return _same_clause_arguments(token, other) or (token.pos_ == "NOUN" and other in token.ancestors)


def _salience(token: Token, other: Token, mention: Found, sentences_back: int) -> float:
    """How much a mention stands out: near ones, subjects and names before others, as in Lappin and Leass (1994)."""
    score = -1.5 * sentences_back - (token.i - other.i) / 100
    if other.dep_ in ("nsubj", "nsubj:pass"):
        score += 0.3 if other.head.dep_ == "acl:relcl" else 1.5
    elif other.dep_ == "ROOT":
        score += 1.0
    elif token.dep_ == "obj" and other.dep_ == "obj":
        score += 2.0
    else:
        score += {"amod": -2.0, "compound": -2.0, "nmod:desc": -2.0, "nmod:poss": -0.3}.get(other.dep_, 0.0)
    if mention.named:
        score += 1.5
    if token.dep_ == "nmod:poss" and token.head.dep_ == "conj" and token.head.head == other:
        score += 3.0
    return score


def _same_clause_arguments(one: Token, other: Token) -> bool:
    """Two arguments of one verb are two actors, unless one is a possessive or a reflexive."""
    if one.dep_ == "nmod:poss" or one.lower_.endswith(("self", "selves")):
        return one.head == other
    return one.head == first_conjunct(other).head and one.head.pos_ == "VERB"
