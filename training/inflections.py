"""Every form of the lexicon's words, so that none of its cues is missed for a lemma that no treebank has."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from lemminflect import getAllInflections


def inflected_cues(lexicon: Path) -> Iterator[tuple[str, str, str]]:
    """Every form of the words of the lexicon with its universal tag and its dictionary form."""
    for word, tag in sorted(set(_cues(lexicon))):
        yield word, tag, word
        for forms in getAllInflections(word, upos=tag).values():
            for form in forms:
                yield form.lower(), tag, word


def _cues(lexicon: Path) -> Iterator[tuple[str, str]]:
    """The words of cues, actors and voices that are inflected; in a cue of several, each may be a noun."""
    tags = {"verb": "VERB", "noun": "NOUN", "role": "NOUN"}
    columns = {"cue": None, "noun": "NOUN", "verb": "VERB"}
    for path in sorted(lexicon.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                for column, fixed in columns.items():
                    words = (row.get(column) or "").lower().split()
                    tag = fixed or tags.get(row.get("pos", ""))
                    if tag and words and words[0].isalpha():
                        yield words[0], tag
                    yield from ((word, "NOUN") for word in words[1:] if tag and word.isalpha() and len(word) > 4)
