"""Classes of words that the rules ask for by name, from ``classes.csv``: verbs of object control, nouns of parts."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def members(name: str) -> frozenset[str]:
    """The lemmas of a class; raises ``KeyError`` for a class that is not in the file."""
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    text = (files("allegiance.extract.lexicon") / "classes.csv").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        found.setdefault(row["class"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}
