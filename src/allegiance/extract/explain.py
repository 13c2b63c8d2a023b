"""What the extractor saw in each sentence: mentions, tree, the cues that made claims and those that made none, and why.

Nothing is decided here: an ``Extraction`` is run, and what its parts did is written down, sentence by sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Span, Token

from allegiance.extract import cues, frames, voice
from allegiance.extract.arguments import Actor
from allegiance.extract.lexicon import PARTS_OF_SPEECH, Frame, Lexicon, shipped
from allegiance.extract.reasons import Reason
from allegiance.extract.relations import Extraction, Verdict
from allegiance.jsonlines import claim_to_dict
from allegiance.language import Reader, reader
from allegiance.model import Claim, Document, Kind

_PERSONAL = frozenset({"PRP", "PRP$"})
_CONTENT = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj"}


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
    """A mention, or a pronoun: then ``kind`` and ``actor`` are ``None`` where nobody was found for it.

    ``actor`` is whom the mention goes back to; ``word`` is the number of its head word in the sentence, from 1, or 0
    where it stands in another sentence.
    """

    text: str
    start: int
    end: int
    word: int
    kind: Kind | None
    actor: str | None


@dataclass(frozen=True, slots=True)
class Look:
    """A cue with one of its frames: whom it found on either side, and the claim that it made or why it made none.

    ``marks`` are the words that lowered the status of the claim, each with what it was lowered to.
    """

    cue: str
    words: tuple[int, ...]
    frame: Frame
    sources: tuple[Named, ...]
    targets: tuple[Named, ...]
    outcome: Claim | Reason
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """A verb, noun or adjective that is no cue, neither of a relation nor of a voice, by its number in the sentence.

    ``known`` are the cues that the lexicon has of it nevertheless: other parts of speech, longer ones.
    """

    word: int
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence, ``text[start:end]`` of its document, with what was seen in it, in the order of its words."""

    text: str
    start: int
    end: int
    mentions: tuple[Named, ...]
    words: tuple[Word, ...]
    looks: tuple[Look, ...]
    unknown: tuple[Unknown, ...]


def explain(document: Document, *, lexicon: Lexicon | None = None, language: Reader | None = None) -> list[Explained]:
    """Every sentence of a document, explained."""
    doc = (language or reader())(document.text)
    return explain_extraction(Extraction(document, doc, lexicon or shipped()))


def explain_extraction(extraction: Extraction) -> list[Explained]:
    """Every sentence of an extraction, explained."""
    looks: dict[int, list[_Seen]] = defaultdict(list)
    for seen in _looks(extraction):
        looks[seen[0].sent.start].append(seen)
    sentences = (_Sentence(extraction, span) for span in extraction.doc.sents if span.text.strip())
    return [sentence.explained(looks[sentence.span.start]) for sentence in sentences]


_Seen = tuple[Token, list[Token], Frame, list[Actor], list[Actor], Claim | Reason]


def _looks(extraction: Extraction) -> Iterator[_Seen]:
    """Every cue with every frame: the word, the cue's other words, the frame, both sides and what became of it."""
    verdicts: dict[tuple[int, Frame], list[Verdict]] = defaultdict(list)
    longest: dict[tuple[int, str], int] = defaultdict(int)
    for verdict in extraction.verdicts():
        cue, frame = verdict.candidate.cue, verdict.candidate.frame
        verdicts[cue.i, frame].append(verdict)
        longest[cue.i, frame.pos] = max(longest[cue.i, frame.pos], len(frame.cue))
    for cue, parts, fitting in cues.find(extraction.doc, extraction.lexicon):
        for frame in fitting:
            made = verdicts.pop((cue.i, frame), [])
            for verdict in made:
                yield cue, parts, frame, [verdict.candidate.source], [verdict.candidate.target], verdict.outcome
            if not made:
                found = frames.sides(cue, parts, frame, extraction.arguments, extraction.lexicon)
                shorter = len(frame.cue) < longest[cue.i, frame.pos]
                yield cue, parts, frame, *found, Reason.LONGER if shorter else _missing(frame, *found)
    for (_, frame), without_cue in verdicts.items():
        for verdict in without_cue:
            made_of = verdict.candidate
            yield made_of.cue, [], frame, [made_of.source], [made_of.target], verdict.outcome


def _missing(frame: Frame, sources: list[Actor], targets: list[Actor]) -> Reason:
    """Why a frame found no source with a target."""
    if frame.target in frames.EACH_OTHER and len(sources) < 2:
        return Reason.NOT_TWO
    if not sources:
        return Reason.NO_SOURCE
    return Reason.ONE_ACTOR if targets else Reason.NO_TARGET


class _Sentence:
    """One sentence of an extraction; its words are numbered from 1, white space left out."""

    def __init__(self, extraction: Extraction, span: Span) -> None:
        self.extraction, self.span = extraction, span
        self.tokens = [token for token in span if not token.is_space]
        self.number = {token.i: number for number, token in enumerate(self.tokens, start=1)}

    def explained(self, seen: list[_Seen]) -> Explained:
        looks = tuple(self._look(*one) for one in sorted(seen, key=lambda one: one[0].i))
        start, last = self.tokens[0].idx, self.tokens[-1]
        end = last.idx + len(last)
        return Explained(
            text=self.extraction.document.text[start:end],
            start=start,
            end=end,
            mentions=tuple(self._mentions()),
            words=tuple(
                Word(t.text, t.lemma_, t.pos_, t.tag_, t.dep_, 0 if t.head == t else self.number.get(t.head.i, 0))
                for t in self.tokens
            ),
            looks=looks,
            unknown=tuple(self._unknown({word for look in looks for word in look.words})),
        )

    def _mentions(self) -> Iterator[Named]:
        for token in self.tokens:
            mention = self.extraction.found.get(token.i)
            if mention is not None:
                yield self._named(Actor(mention))
            elif token.i in self.extraction.links:
                yield from map(self._named, self.extraction.arguments.at(token)[:1])
            elif token.tag_ in _PERSONAL and token.dep_ != "expl":
                yield Named(token.text, token.idx, token.idx + len(token), self.number[token.i], None, None)

    def _unknown(self, cue_words: set[int]) -> Iterator[Unknown]:
        lexicon, found = self.extraction.lexicon, self.extraction.found
        for token in self.tokens:
            number, lemma = self.number[token.i], token.lemma_.lower()
            pos = _CONTENT.get(token.pos_)
            if pos is None or token.ent_type_ or token.i in found or number in cue_words:
                continue
            if (pos, lemma) not in lexicon.voices and lemma not in lexicon.lights:
                keys = ((p, word) for p in PARTS_OF_SPEECH for word in dict.fromkeys((lemma, token.lower_)))
                known = (f"{f.pos} {' '.join(f.cue)}" for key in keys for f in lexicon.frames.get(key, ()))
                yield Unknown(number, tuple(dict.fromkeys(known)))

    def _named(self, actor: Actor) -> Named:
        mention = actor.found
        place = self.extraction.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        word = self.number.get(place.root.i, 0) if place is not None else 0
        party = self.extraction.identity.party(mention)
        return Named(party.mention.text, mention.start, mention.end, word, party.kind, party.actor)

    def _look(
        self,
        cue: Token,
        parts: list[Token],
        frame: Frame,
        sources: list[Actor],
        targets: list[Actor],
        outcome: Claim | Reason,
    ) -> Look:
        tokens = sorted([cue, *parts], key=lambda token: token.i)
        marks: list[str] = []
        if isinstance(outcome, Claim):
            marks = voice.of(cue, self.extraction.lexicon).marks
        return Look(
            cue=" ".join(token.text for token in tokens),
            words=tuple(self.number[token.i] for token in tokens if token.i in self.number),
            frame=frame,
            sources=tuple(map(self._named, sources)),
            targets=tuple(map(self._named, targets)),
            outcome=outcome,
            marks=tuple(marks),
        )


def to_dict(sentence: Explained) -> dict[str, Any]:
    """A sentence as plain JSON values; ``docs/explain.md`` describes them."""
    made = [look for look in sentence.looks if isinstance(look.outcome, Claim)]
    refused = [look for look in sentence.looks if isinstance(look.outcome, Reason)]
    return {
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "mentions": [_named_to_dict(mention) for mention in sentence.mentions],
        "words": [
            {"word": w.text, "lemma": w.lemma, "tag": w.tag, "fine": w.fine, "label": w.label, "head": w.head}
            for w in sentence.words
        ],
        "fired": [
            {**_cue_to_dict(look), "marks": list(look.marks), "claim": claim_to_dict(look.outcome)}
            for look in made
            if isinstance(look.outcome, Claim)
        ],
        "refused": [
            {
                **_cue_to_dict(look),
                "reason": str(look.outcome),
                "sources": [_named_to_dict(mention) for mention in look.sources],
                "targets": [_named_to_dict(mention) for mention in look.targets],
            }
            for look in refused
        ],
        "unknown": [{"word": unknown.word, "known": list(unknown.known)} for unknown in sentence.unknown],
    }


def _cue_to_dict(look: Look) -> dict[str, Any]:
    frame = look.frame
    return {
        "cue": look.cue,
        "words": list(look.words),
        "rule": frame.rule,
        "frame": {
            "cue": " ".join(frame.cue),
            "pos": frame.pos,
            "source": list(frame.source),
            "target": list(frame.target),
            "relation": frame.relation,
        },
    }


def _named_to_dict(mention: Named) -> dict[str, Any]:
    return {
        "mention": mention.text,
        "start": mention.start,
        "end": mention.end,
        "word": mention.word,
        "kind": mention.kind,
        "actor": mention.actor,
    }
