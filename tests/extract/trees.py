"""Docs written down by hand, so that a test of a rule depends on no model.

A sentence is a row of words, each ``word=lemma/TAG/label>head/ENTITY``:

    Kenya/NNP/nsubj>armed/PLACE armed=arm/VBD/root the/DT/det>rebels rebels=rebel/NNS/obj>armed ./.

The lemma may be left out where it is the word (in small letters, but for names); the head is the nearest other word
of that form, or a place in the sentence counted from 1; punctuation needs no more than its tag; words of one name
repeat its label, and ``B-ORG`` begins another one beside it. Universal tags follow from the fine ones.
"""

from __future__ import annotations

import re
from functools import cache

import spacy
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

_WORD = re.compile(
    r"(?P<word>[^/]+?)(?:=(?P<lemma>[^/]+))?/(?P<tag>[^/]+)(?:/(?P<arc>[a-z:]+(?:>[^/]+)?))?(?:/(?P<entity>[A-Z-]+))?"
)
_POS = {
    tag: pos
    for pos, tags in {
        "NOUN": "NN NNS", "PROPN": "NNP NNPS", "ADJ": "JJ JJR JJS", "DET": "DT PDT", "ADP": "IN RP", "PART": "TO POS",
        "ADV": "RB RBR WRB", "CCONJ": "CC", "NUM": "CD", "PRON": "PRP PRP$ WP WDT WP$ EX", "AUX": "MD", "SYM": "SYM",
    }.items()
    for tag in tags.split()
}  # fmt: skip
_CLOSING = frozenset({",", ".", ":", "''", "-RRB-", "POS", "HYPH"})
_OPENING = frozenset({"``", "-LRB-", "HYPH"})


@cache
def vocabulary() -> Vocab:
    """English words with what is known of their form: which are punctuation, which are alphabetic."""
    return spacy.blank("en").vocab


def tree(*sentences: str) -> Doc:
    """The Doc of some sentences."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    pos: list[str] = []
    lemmas: list[str] = []
    deps: list[str] = []
    ents: list[str] = []
    heads: list[int] = []
    for sentence in sentences:
        rows = [_fields(item) for item in sentence.split()]
        forms = [row["word"] for row in rows]
        first = len(words)
        for place, row in enumerate(rows):
            label, _, head = row["arc"].partition(">")
            if spaces and row["tag"] in _CLOSING:
                spaces[-1] = False
            words.append(row["word"])
            spaces.append(row["tag"] not in _OPENING)
            heads.append(first + (place if label == "root" else _head(forms, place, head)))
            tags.append(row["tag"])
            pos.append(_universal(row["tag"], label))
            lemmas.append(row["lemma"])
            deps.append("ROOT" if label == "root" else label)
            ents.append(_iob(row["entity"], rows[place - 1]["entity"] if place else ""))
    spaces[-1] = False
    return Doc(vocabulary(), words, spaces, tags=tags, pos=pos, lemmas=lemmas, heads=heads, deps=deps, ents=ents)


def word(doc: Doc, text: str) -> Token:
    """The first word of a Doc with this form."""
    return next(token for token in doc if token.text == text)


def _fields(item: str) -> dict[str, str]:
    match = _WORD.fullmatch(item)
    assert match, f"not a word of a tree: {item}"
    found = {name: value or "" for name, value in match.groupdict().items()}
    found["arc"] = found["arc"] or "punct"
    if not found["lemma"]:
        found["lemma"] = found["word"] if found["tag"].startswith("NNP") else found["word"].lower()
    return found


def _head(forms: list[str], place: int, head: str) -> int:
    if head.isdigit() and head not in forms:
        return int(head) - 1
    others = [other for other, form in enumerate(forms) if form == head and other != place]
    if not head:
        return 0 if place else min(1, len(forms) - 1)
    assert others, f"no head {head!r} among {forms}"
    return min(others, key=lambda other: (abs(other - place), other))


def _universal(tag: str, label: str) -> str:
    if label.startswith("aux") or label == "cop":
        return "AUX"
    if label == "mark":
        return "PART" if tag == "TO" else "SCONJ"
    return "VERB" if tag.startswith("VB") else _POS.get(tag, "PUNCT")


def _iob(entity: str, before: str) -> str:
    if not entity:
        return "O"
    if entity.startswith("B-"):
        return entity
    return f"{'I' if before.removeprefix('B-') == entity else 'B'}-{entity}"
