"""Abbreviations that a text introduces in brackets: "the Popular Mobilization Forces (PMF)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allegiance.actors.names.abbreviation import letters, stands_for
from allegiance.actors.names.lists import little

WORDS = 12
"""Words before a bracket that can be the name."""

_BRACKET = re.compile(r"\(\s*([A-Z][\w.-]{1,11})\s*[),;]")


def introduced(text: str) -> Iterator[tuple[str, str]]:
    """Names with the abbreviations that stand in brackets after them, as far as these are made of their words.

    >>> list(introduced("In 2014 the Popular Mobilization Forces (PMF) took the town."))
    [('Popular Mobilization Forces', 'PMF')]
    """
    for found in _BRACKET.finditer(text):
        short = letters(found[1])
        if short is None:
            continue
        sentence = re.split(r"[.!?;:]\s", text[max(0, found.start() - 200) : found.start()])[-1]
        words = sentence.split()
        for count in range(1, min(WORDS, len(words)) + 1):
            name = " ".join(words[-count:]).strip(" ,\"'“”‘’(")
            first = name.split(maxsplit=1)[0].casefold() if name else ""
            if first in little().joining or not name[:1].isupper():
                continue
            if stands_for(short, name):
                yield name, found[1]
                break
