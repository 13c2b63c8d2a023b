"""Who a pronoun or a definite description stands for, inside one document.

Rules over number, kind and nearness, in the manner of Lappin and Leass (1994): the subject of the same or the
sentence before comes first. Gives, for the place of a word, the mention it goes back to; names that are parts of
longer names ("Sadr" of "Muqtada al-Sadr") and abbreviations go to the longer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Token

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
    """One-word names of persons to the fullest name that has the word; the name used most wins, then the first."""
    full: dict[tuple[str, ...], list[int]] = {}
    for place in sorted(found):
        mention = found[place]
        if mention.kind is Kind.PERSON and mention.named and len(_words(mention.text)) > 1:
            full.setdefault(tuple(_words(mention.text)), []).append(place)
    links = {}
    for place in sorted(found):
        mention = found[place]
        words = _words(mention.text)
        if not mention.named or mention.state is not None:
            continue
        if len(words) == 1:
            fitting = [(len(places), -places[0], places[0]) for name, places in full.items() if words[0] in name]
            if fitting:
                links[place] = max(fitting)[2]
    return links


def _abbreviations(doc: Doc, found: dict[int, Found]) -> dict[int, int]:
    """Short names in brackets go to the long one before them: "Popular Mobilization Forces (PMF)"."""
    short: dict[str, int] = {}
    links = {}
    for place in sorted(found):
        mention = found[place]
        text = doc.text
        opening = text[: mention.start].rstrip("\"'“‘")
        if (mention.named and opening.endswith("(") and mention.text.isupper()) or mention.text in short:
            if mention.text not in short:
                before = [p for p in found if found[p].end <= len(opening) - 1 and found[p].named]
                long = max(before, default=None)
                if (
                    long is not None
                    and len(opening) - found[long].end <= 3
                    and _abbreviates(mention.text, found[long].text)
                ):
                    short[mention.text] = long
            if mention.text in short:
                links[place] = short[mention.text]
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
    here = sentence.get(token.i, 0)
    doc = token.doc
    return [
        place
        for place in ordered
        if place < token.i and here - sentence.get(place, 0) < WINDOW and base_of_prefix(doc[place]) is None
    ]


def _best(token: Token, fitting: Iterable[int], found: dict[int, Found], sentence: dict[int, int]) -> int | None:
    doc, here = token.doc, sentence.get(token.i, 0)
    best, highest = None, -1.0
    for place in fitting:
        other = doc[place]
        if _same_clause_arguments(token, other) or (token.pos_ == "NOUN" and other in token.ancestors):
            continue
        score = 3.0 - 1.5 * (here - sentence.get(place, 0)) + place / (token.i + 1)
        if other.dep_ in ("nsubj", "nsubj:pass"):
            score += 1.5
        elif token.dep_ == "obj" and other.dep_ == "obj":
            score += 2.0
        elif other.dep_ in ("amod", "compound", "nmod:desc"):
            score -= 2.0
        elif other.dep_ == "nmod:poss":
            score -= 0.3
        if found[place].named:
            score += 0.5
        if token.dep_ == "nmod:poss" and token.head.dep_ == "conj" and token.head.head == other:
            score += 3.0
        if score > highest:
            best, highest = place, score
    return best


def _same_clause_arguments(one: Token, other: Token) -> bool:
    """Two arguments of one verb are two actors, unless one is a possessive or a reflexive."""
    if one.dep_ == "nmod:poss" or one.lower_.endswith(("self", "selves")):
        return one.head == other
    return one.head == other.head and one.head.pos_ == "VERB"
