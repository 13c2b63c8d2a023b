"""Which stretches of a text name an actor: names, peoples, adjectives of nation, and nouns such as "militia"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from allegiance.extract.lexicon import Lexicon
from allegiance.extract.lexicon.classes import members
from allegiance.geography import states
from allegiance.language.tokens import HYPHENS, PREFIXES
from allegiance.model import Kind

_PREMODIFIERS = frozenset({"amod", "compound", "nummod", "nmod:desc", "flat", "punct", "obl:unmarked", "nmod"})
_SKIPPED_ENTITIES = frozenset({"DATE", "EVENT"})


@dataclass(frozen=True, slots=True)
class Found:
    """A mention: its head word's place, its characters, what the text calls it and what it is.

    ``state`` is the state it stands for, if it stands for one; ``named`` tells a name from a description; ``place``
    marks a city or a region, which things are done to but which takes no side.
    """

    head: int
    start: int
    end: int
    text: str
    kind: Kind
    named: bool
    plural: bool
    state: str | None = None
    place: bool = False


def find(doc: Doc, lexicon: Lexicon) -> dict[int, Found]:
    """Every mention of a document under the place of its head word."""
    found: dict[int, Found] = {}
    inside: set[int] = set()
    for entity in doc.ents:
        if entity.label_ not in _SKIPPED_ENTITIES:
            mention = _name(entity, lexicon)
            if mention is not None:
                found[mention.head] = mention
                inside.update(range(entity.start, entity.end))
    for token in doc:
        if token.i in inside:
            continue
        mention = None
        if token.pos_ in ("NOUN", "PROPN"):
            mention = _seat(token, lexicon) or _description(token, lexicon)
        if mention is None and token.pos_ in ("ADJ", "PROPN", "NOUN", "X"):
            mention = _prefixed(token) or _demonym(token) or _proper(token)
        if mention is not None:
            found[token.i] = mention
    return found


def _name(entity: Span, lexicon: Lexicon) -> Found | None:
    start, end = entity.start_char, entity.end_char
    text = entity.text
    if len(entity) == 1:
        bare = base_of_prefix(entity[0])
        if bare is not None:
            start, text = bare
    if text.lower().startswith("the "):
        start, text = start + 4, text[4:]
    for ending in ("'s", "’s", "'", "’", '"', "”", "-"):
        text = text.removesuffix(ending)
    if not any(character.isalpha() for character in text):
        return None
    while len(words := text.split()) > 1 and words[-1].lower() in _FUNCTION_WORDS:
        text = text[: -len(words[-1])].rstrip()
    end = start + len(text)
    root = entity.root
    state = state_of(text, root)
    kind = _kind(entity, text, state, lexicon)
    plural = (root.tag_ in ("NNS", "NNPS") and kind is not Kind.STATE) or (
        entity.label_ == "NORP" and text.endswith("s")
    )
    if entity.label_ == "NORP" and plural:
        start, text = _with_people_before(entity, start, end)
    place = entity.label_ == "PLACE" and state is None
    return Found(root.i, start, end, text, kind, named=True, plural=plural, state=state, place=place)


def _with_people_before(entity: Span, start: int, end: int) -> tuple[int, str]:
    """The people with an adjective of people before it: "Sunni Iraqis"."""
    first = entity[0]
    if first.i:
        before = first.nbor(-1)
        if before.ent_type_ == "NORP" and before.dep_ in ("amod", "compound") and before.head == entity.root:
            return before.idx, entity.doc[before.i : entity.end].text[: end - before.idx]
    return start, entity.text[start - entity.start_char : end - entity.start_char]


_FUNCTION_WORDS = frozenset("of in for and the on to at by with from".split())


def state_of(text: str, root: Token) -> str | None:
    """The state that a name, an adjective of nation or a capital stands for."""
    known, word = states(), text.lower().strip(".") if len(text) > 4 else text.lower()
    if text in ("us", "Us"):
        return None
    if word in known.names:
        return known.names[word]
    if word in known.demonyms:
        return known.demonyms[word]
    return known.demonyms.get(word.removesuffix("s")) if root.tag_ in ("NNPS", "NNS") else None


_GROUPS = frozenset({Kind.ARMED_GROUP, Kind.PARTY, Kind.MOVEMENT})


def _kind(entity: Span, text: str, state: str | None, lexicon: Lexicon) -> Kind:
    if entity.label_ == "PERSON":
        group = lexicon.name_words.get(text.lower().split()[0]) if " " in text else None
        return Kind(group) if group in _GROUPS and entity[0].pos_ != "NOUN" else Kind.PERSON
    if state is not None:
        people = entity.root.tag_ in ("NNPS", "NNS") and text.lower() not in states().names
        return Kind.POPULATION if people else Kind.STATE
    if entity.label_ == "NORP":
        return Kind.MOVEMENT if text.lower().endswith(("ist", "ists", "ite", "ites")) else Kind.POPULATION
    if entity.label_ == "PLACE":
        return Kind.STATE if text.lower() in states().capitals else Kind.POPULATION
    words = text.lower().replace("-", " ").split()
    for word in reversed(words):
        kind = lexicon.name_words.get(word) or lexicon.actors.get(word) or lexicon.actors.get(word.removesuffix("s"))
        if kind and kind not in ("person", "state"):
            return Kind(kind)
    return Kind.ORGANISATION


def _seat(token: Token, lexicon: Lexicon) -> Found | None:
    """A seat of government that the name tagger passed over: "the Kremlin"."""
    for length in (3, 2, 1):
        start = token.i - length + 1
        if start >= 0:
            span = token.doc[start : token.i + 1]
            seat = lexicon.seats.get(span.text.lower())
            if seat is not None and span.text[:1].isupper():
                start, end = span.start_char, span.end_char
                name, kind = seat
                return Found(token.i, start, end, span.text, Kind(kind), named=True, plural=False, state=name)
    return None


def _description(token: Token, lexicon: Lexicon) -> Found | None:
    """A common noun for an actor with the modifiers before it: "armed militias", "the Iraqi parliament"."""
    lemma = token.lemma_.lower()
    kind = None
    if token.i:
        before = token.nbor(-1)
        kind = lexicon.actors.get(f"{before.lower_} {lemma}") or lexicon.actors.get(f"{before.lemma_.lower()} {lemma}")
    kind = kind or lexicon.actors.get(lemma) or lexicon.actors.get(token.lower_)
    if kind is None or _is_title(token):
        return None
    return _phrase(token, Kind(kind))


def _phrase(token: Token, kind: Kind) -> Found:
    first = token
    for other in sorted((c for c in token.children if c.i < token.i), key=lambda c: -c.i):
        if other.dep_ not in _PREMODIFIERS or other.lower_ in members("quantifier") or other.tag_ == "CD":
            break
        if token.pos_ == "PROPN" and not other.text[:1].isupper():
            break
        if other.dep_ == "nmod" and _has_case(other):
            break
        edge = other.left_edge
        if edge.i < other.i and any(c.dep_ in ("det", "cc", "case") for c in other.children):
            break
        first = edge
    owner = next((c for c in token.children if c.dep_ == "nmod:poss" and c.pos_ in ("PROPN", "NOUN")), None)
    if owner is not None and owner.left_edge.i < first.i and first.i - owner.left_edge.i <= 6:
        first = owner.left_edge
    plural = token.tag_ in ("NNS", "NNPS")
    around = token.doc[max(0, first.i - 1) : token.i + 1]
    quoted = _QUOTED.search(around.text)
    if quoted is not None:
        start, end = (around.start_char + place for place in quoted.span(1))
        return Found(token.i, start, end, quoted[1], kind, named=True, plural=plural)
    while first.i < token.i and (first.is_punct or first.dep_ in ("det", "case")):
        first = first.nbor(1)
    span = token.doc[first.i : token.i + 1]
    return Found(token.i, span.start_char, span.end_char, span.text, kind, named=False, plural=plural)


_QUOTED = re.compile(r"[‘'\"“]([A-Z][^‘’'\"“”]+)[’'\"”] \w+$")
"""A name in quotation marks before what it names: the 'Blue Shirts' organisation."""


def _has_case(token: Token) -> bool:
    return any(c.dep_ == "case" for c in token.children)


def _is_title(token: Token) -> bool:
    """A title before its name is not an actor of its own: "Prime Minister" in "Prime Minister Haider al-Abadi"."""
    if (
        token.dep_ in ("compound", "nmod:desc", "flat", "nmod")
        and token.head.ent_type_ == "PERSON"
        and token.i < token.head.i
    ):
        return not _has_case(token)
    return False


_HYPHEN = re.compile(f"[{HYPHENS}]")


def base_of_prefix(token: Token) -> tuple[int, str] | None:
    """Where the name begins in "pro-Iran", and the name; ``None`` for other words."""
    prefix, *rest = _HYPHEN.split(token.text, maxsplit=1)
    if rest and rest[0][:1].isupper() and prefix.lower() in PREFIXES:
        return token.idx + len(prefix) + 1, rest[0]
    return None


def _prefixed(token: Token) -> Found | None:
    bare = base_of_prefix(token)
    if bare is None:
        return None
    start, text = bare
    state = state_of(text, token)
    kind = Kind.STATE if state else Kind.ORGANISATION
    return Found(token.i, start, start + len(text), text, kind, named=True, plural=False, state=state)


def _proper(token: Token) -> Found | None:
    """A proper noun that the name tagger passed over and that stands where a name stands."""
    if token.pos_ != "PROPN" or not token.text[:1].isupper() or not token.is_alpha or token.ent_type_:
        return None
    if (
        token.dep_ in ("compound", "flat", "amod", "nmod:desc", "goeswith", "list")
        or len(token) < 3
        or _is_title(token)
    ):
        return None
    if token.lower_[:3] in _CALENDAR and token.lower_ in _CALENDAR[token.lower_[:3]]:
        return None
    phrase = _phrase(token, Kind.ORGANISATION)
    return replace(phrase, named=True)


_CALENDAR = {
    word[:3]: (word, word[:3])
    for word in (
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday"
    ).split()
}


def _demonym(token: Token) -> Found | None:
    state = state_of(token.text, token) if token.text[:1].isupper() else None
    if state is None:
        return None
    plural = token.tag_ in ("NNS", "NNPS")
    kind = Kind.POPULATION if plural else Kind.STATE
    return Found(token.i, token.idx, token.idx + len(token), token.text, kind, named=True, plural=plural, state=state)
