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

_WORD = re.compile(r"(?P<word>[^/]+?)(?:=(?P<lemma>[^/]+))?/(?P<tag>[^/]+)(?:/(?P<arc>[a-z:]+(?:>[^/]+)?))?(?:/(?P<entity>[A-Z-]+))?")
_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "DT": "DET", "PDT": "DET", "IN": "ADP", "TO": "PART", "POS": "PART", "RB": "ADV", "RBR": "ADV", "WRB": "ADV", "RP": "ADP",
    "CC": "CCONJ", "CD": "NUM", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON", "WP$": "PRON", "EX": "PRON",
    "MD": "AUX", "SYM": "SYM", "FW": "X",
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
    columns: dict[str, list[str]] = {"tags": [], "pos": [], "lemmas": [], "deps": [], "ents": []}
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
            columns["tags"].append(row["tag"])
            columns["pos"].append(_universal(row["tag"], label))
            columns["lemmas"].append(row["lemma"])
            columns["deps"].append("ROOT" if label == "root" else label)
            columns["ents"].append(_iob(row["entity"], rows[place - 1]["entity"] if place else ""))
    spaces[-1] = False
    return Doc(vocabulary(), words=words, spaces=spaces, heads=heads, **columns)


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
