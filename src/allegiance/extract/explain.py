"""What the extractor saw in each sentence: mentions, tree, the cues that made claims and those that made none, and why.

Nothing is decided here: an ``Extraction`` is run, and what its parts did is written down, sentence by sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Span, Token

from allegiance.extract import cues, frames, voice
from allegiance.extract.arguments import Actor
from allegiance.extract.lexicon import Frame, Lexicon, shipped
from allegiance.extract.reasons import Reason
from allegiance.extract.relations import Extraction, Verdict
from allegiance.jsonlines import claim_to_dict
from allegiance.language import Reader, reader
from allegiance.model import Claim, Document, Kind


@dataclass(frozen=True, slots=True)
class Word:
    """A word in the tree. ``head`` is the number of the word above it in the sentence, from 1; 0 above the root."""

    text: str
    lemma: str
    tag: str
    fine: str
    label: str
    head: int


@dataclass(frozen=True, slots=True)
class Named:
    """A mention, or a pronoun. ``back_to`` is the actor's name where the text does not say it, ``None`` for nobody."""

    text: str
    start: int
    end: int
    kind: Kind | None
    back_to: str | None


@dataclass(frozen=True, slots=True)
class Fired:
    """A cue that made a claim; ``marks`` are the words that lowered its status, each with what it lowered it to."""

    cue: str
    words: tuple[int, ...]
    frame: Frame
    claim: Claim
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A cue that made none, with the mentions that were found on either side."""

    cue: str
    words: tuple[int, ...]
    frame: Frame
    reason: Reason
    sources: tuple[Named, ...]
    targets: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence, ``text[start:end]`` of its document. ``words`` of cues count from 1 as those of the tree."""

    text: str
    start: int
    end: int
    mentions: tuple[Named, ...]
    words: tuple[Word, ...]
    fired: tuple[Fired, ...]
    refused: tuple[Refused, ...]


def explain(document: Document, *, lexicon: Lexicon | None = None, language: Reader | None = None) -> list[Explained]:
    """Every sentence of a document, explained."""
    return of((Extraction(document, (language or reader())(document.text), lexicon or shipped())))


def of(extraction: Extraction) -> list[Explained]:
    """Every sentence of an extraction, explained."""
    looked = sorted(_looked_at(extraction), key=lambda item: item.words)
    explained = []
    for sentence in extraction.doc.sents:
        words = {token.i: number for number, token in enumerate(_words(sentence), start=1)}
        if words:
            explained.append(_sentence(extraction, sentence, words, [item for item in looked if item.words[0] in words]))
    return explained


def _sentence(
    extraction: Extraction, sentence: Span, words: dict[int, int], looked: Iterable[Fired | Refused]
) -> Explained:
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    end = sentence.end_char - len(text) + len(text.rstrip())
    looked = [_numbered(item, words) for item in looked]
    return Explained(
        text=extraction.doc.text[start:end],
        start=start,
        end=end,
        mentions=tuple(_mentions(extraction, sentence)),
        words=tuple(
            Word(t.text, t.lemma_, t.pos_, t.tag_, t.dep_, 0 if t.head == t else words.get(t.head.i, 0))
            for t in _words(sentence)
        ),
        fired=tuple(item for item in looked if isinstance(item, Fired)),
        refused=tuple(item for item in looked if isinstance(item, Refused)),
    )


def _words(sentence: Span) -> Iterator[Token]:
    return (token for token in sentence if not token.is_space)
