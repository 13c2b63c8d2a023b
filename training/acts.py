"""Pairs of actors in sentences with what the one does to the other: what the coder is trained on."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy

from allegiance.coder import Pair
from allegiance.language.tokens import tokenizer
from allegiance.vocabulary import relations

NONE = "NONE"
ANSWERS = (NONE, *relations())
"""What the coder chooses from: nothing, or a relation."""

_OLD = {"YIELD": ("CONCEDE", "RETREAT")}
_NLP = spacy.blank("en")
_NLP.tokenizer = tokenizer(_NLP.vocab)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """Source and target as character spans of a text, and the answers that are right of what source does to target.

    ``origin`` names the corpus. Examples of one text must not be divided between training and testing.
    """

    text: str
    source: Span
    target: Span
    right: frozenset[str]
    origin: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with the places of every actor in it, under some key, and what it says of ordered pairs of these."""

    text: str
    spans: Mapping[Any, Sequence[Span]]
    said: Mapping[tuple[Any, Any], frozenset[str]]

    def right(self, source: Span, target: Span) -> frozenset[str]:
        """The answers that are right of two mentions, given by their places."""
        found: frozenset[str] = frozenset()
        for (one, other), names in self.said.items():
            if self._on(source, one) and self._on(target, other):
                found |= names
            if self._on(source, other) and self._on(target, one):
                found |= {name for name in names if relations()[name].symmetric}
        return found or frozenset({NONE})

    def _on(self, span: Span, key: object) -> bool:
        return any(span[0] < end and start < span[1] for start, end in self.spans[key])

    def marked(self, origin: str) -> Iterator[Example]:
        """Every two of the marked actors, at their first places, both ways."""
        for sources in self.spans.values():
            for targets in self.spans.values():
                if sources and targets and (sources[0][1] <= targets[0][0] or targets[0][1] <= sources[0][0]):
                    right = self.right(sources[0], targets[0])
                    yield Example(self.text, sources[0], targets[0], right, origin)


def words(text: str) -> tuple[list[str], list[Span]]:
    """The words of a text as the reader cuts them, with their places."""
    tokens = [token for token in _NLP.make_doc(text) if not token.is_space]
    return [token.text for token in tokens], [(token.idx, token.idx + len(token)) for token in tokens]


def coded(code: str) -> frozenset[str]:
    """The relations that stand for a PLOVER root, with the root itself; ``NONE`` for none."""
    if code == NONE:
        return frozenset({NONE})
    roots = _OLD.get(code, (code,))
    return frozenset(relation.name for relation in relations().values() if relation.plover in roots)


def from_plover(path: Path) -> Iterator[Example]:
    """Hu et al. (2024): one marked pair a row, its root in ``gold_root``."""
    csv.field_size_limit(10**9)
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            text, spans = unmarked(row["marked_sentence"])
            if spans.keys() == {"s", "t"}:
                yield Example(text, spans["s"], spans["t"], coded(row["gold_root"]), "plover")


def unmarked(marked: str) -> tuple[str, dict[str, Span]]:
    """A text without its ``<s>`` and ``<t>``, and where they stood; of several of a kind the first."""
    text, begun = "", 0
    spans: dict[str, Span] = {}
    for piece in re.split(r"(</?[st]>)", marked):
        if re.fullmatch(r"<[st]>", piece):
            begun = len(text)
        elif re.fullmatch(r"</[st]>", piece):
            spans.setdefault(piece[2], (begun, len(text)))
        else:
            text += piece
    return text, spans


def from_marked(path: Path) -> Iterator[Example]:
    """Sentences of this project's own with ``<s>`` and ``<t>``: a root, or a relation where that is a tie."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, spans = unmarked(row["text"])
        yield Example(text, spans["s"], spans["t"], coded(row["root"]), "own")


def from_passages(path: Path) -> Iterator[Passage]:
    """Passages of this project's own whose every actor is marked ``[1 name]``."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, spans = "", {}
        for piece in re.split(r"(\[\d+ [^\[\]]+\])", row["text"]):
            if piece.startswith("[") and piece.endswith("]"):
                number, _, name = piece[1:-1].partition(" ")
                spans.setdefault(int(number), []).append((len(text), len(text) + len(name)))
                text += name
            else:
                text += piece
        said = {(source, target): frozenset({relation}) for source, target, relation in row["claims"]}
        yield Passage(text, spans, said)


def from_annotations(path: Path) -> Iterator[Passage]:
    """The annotated passages that the extractor is developed on."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        names = sorted({claim[side] for claim in row["claims"] for side in ("source", "target")})
        said: dict[tuple[Any, Any], frozenset[str]] = {}
        for claim in row["claims"]:
            pair = claim["source"], claim["target"]
            said[pair] = said.get(pair, frozenset()) | frozenset(claim["accept"])
            if claim["symmetric"]:
                said[pair[::-1]] = said[pair]
        yield Passage(row["text"], {name: _whole_words(row["text"], name) for name in names}, said)


def _whole_words(text: str, name: str) -> list[Span]:
    return [found.span() for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]


def asked(passages: Iterable[Passage], origin: str) -> Iterator[Example]:
    """Every pair that the extractor would ask about in a passage, both ways, with what the passage says of it.

    A mention that stands on none of the marked actors takes part in nothing; of one whose actor may have been marked
    under another name, a pronoun, nothing is known, and it is left out.
    """
    from twos import twos

    from allegiance.extract.lexicon import shipped
    from allegiance.extract.relations import Extraction
    from allegiance.language import reader
    from allegiance.model import Document

    passages = list(passages)
    for passage, doc in zip(passages, reader().pipe(passage.text for passage in passages), strict=True):
        arguments = Extraction(Document("", passage.text), doc, shipped()).arguments
        for sentence in doc.sents:
            for one, other in twos(sentence, arguments):
                if "PRON" in (one.word.pos_, other.word.pos_) or "PRP$" in (one.word.tag_, other.word.tag_):
                    continue
                for source, target in ((one.span, other.span), (other.span, one.span)):
                    yield Example(passage.text, source, target, passage.right(source, target), origin)


def everything(corpora: Path, own: Path, annotations: Path) -> list[Example]:
    """All there is to train on, the first that is known of a pair."""
    found = [*from_plover(corpora / "relations" / "plover-pairs-train.tsv")]
    passages = {"annotations": list(from_annotations(annotations))}
    for path in sorted(own.glob("*.jsonl")):
        if path.stem.startswith("passages"):
            passages[path.stem] = list(from_passages(path))
        else:
            found += from_marked(path)
    for origin, given in passages.items():
        found += asked(given, origin)
        found += (example for passage in given for example in passage.marked(f"{origin}, as marked"))
    unique = {(example.text, example.source, example.target): example for example in reversed(found)}
    return list(reversed(unique.values()))


def pairs(examples: Sequence[Example]) -> list[Pair]:
    """What the coder is given of each example: also how the tree joins the two, and what the lexicon says of them."""
    from allegiance.extract.lexicon import shipped
    from allegiance.extract.paths import between
    from allegiance.extract.relations import Extraction
    from allegiance.extract.votes import vote
    from allegiance.language import reader
    from allegiance.model import Document

    texts: dict[str, list[int]] = {}
    for place, example in enumerate(examples):
        texts.setdefault(example.text, []).append(place)
    made: dict[int, Pair] = {}
    for (text, places), doc in zip(texts.items(), reader().pipe(texts), strict=True):
        claims = Extraction(Document("", text), doc, shipped()).claims()
        for place in places:
            source, target = examples[place].source, examples[place].target
            made[place] = Pair(source, target, between(doc, source, target), *vote(claims, source, target))
    return [made[place] for place in range(len(examples))]


def folds(examples: Sequence[Example], count: int) -> list[int]:
    """The fold of each example, the same for all of one text; corpora are spread evenly."""
    order = {text: i for i, text in enumerate(sorted({example.text for example in examples}, key=hash_of))}
    return [order[example.text] % count for example in examples]


def hash_of(text: str) -> str:
    """A digest that puts texts in an order that has nothing to do with them."""
    return hashlib.sha256(text.encode()).hexdigest()
