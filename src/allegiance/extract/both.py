"""Whom "both sides", "the two groups" and "the two" stand for: the only two actors that were named before."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from allegiance.extract.lexicon.classes import members
from allegiance.extract.mentions import Found, base_of_prefix
from allegiance.model import Kind


def resolve(doc: Doc, found: dict[int, Found], links: dict[int, int]) -> dict[int, tuple[int, int]]:
    """Places of words to the places of the two actors that they stand for.

    These are the only two named actors of the nearest sentence before that names any; where it names one or
    three, nobody is meant. Of "the two men" they are persons, of "the two countries" states.
    """
    stands_for: dict[int, tuple[int, int]] = {}
    named: tuple[int, ...] = ()
    for sentence in doc.sents:
        for token in sentence:
            if _is_both(token) and token.i not in links:
                fitting = tuple(place for place in named if _fits(token, found[place]))
                if len(named) == 2 and len(fitting) == 2:
                    stands_for[token.i] = (fitting[0], fitting[1])
        named = _named(sentence, found, links) or named
    return stands_for


def _is_both(token: Token) -> bool:
    """Whether a word is "both" or "the two", or a noun for sides with either before it."""
    if token.lower_ in ("both", "two") and token.dep_ in ("nsubj", "nsubj:pass", "obj", "obl", "nmod"):
        return token.lower_ == "both" or any(c.lower_ == "the" for c in token.children)
    if token.lemma_ not in members("two sides") and token.lemma_ not in members("two persons"):
        return False
    before = {c.lower_ for c in token.children if c.dep_ in ("det", "nummod", "cc:preconj", "amod", "det:predet")}
    more = any(c.dep_ in ("nmod", "acl", "acl:relcl", "nmod:poss", "compound", "appos") for c in token.children)
    return not more and ("both" in before or ("two" in before and not before.isdisjoint(("the", "these", "those"))))


def _fits(token: Token, mention: Found) -> bool:
    if token.lemma_ in members("two persons"):
        return mention.kind is Kind.PERSON
    if token.lemma_ in ("country", "state", "nation", "government", "capital"):
        return mention.kind is Kind.STATE
    groups = token.lemma_ in members("two sides") and token.lemma_ != "side"
    return mention.kind is not Kind.POPULATION and not (groups and mention.kind is Kind.PERSON)


def _named(sentence: Span, found: dict[int, Found], links: dict[int, int]) -> tuple[int, ...]:
    """The actors that a sentence names, each once, in its order; those that pronouns name are among them."""
    places: list[int] = []
    for token in sentence:
        place = links.get(token.i, token.i)
        mention = found.get(place)
        if mention is None or not mention.named or mention.place or base_of_prefix(token) is not None:
            continue
        if mention.text not in (found[other].text for other in places):
            places.append(place)
    return tuple(places)
