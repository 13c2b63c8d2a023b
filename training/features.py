"""Sentences to padded tensors, and the answers each head chooses from."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from corpora import Sentence
from entities import TAGS
from network import Sizes
from tokenizers import Tokenizer
from torch import Tensor

from allegiance.language.lemmas import INFLECTED, script
from allegiance.language.pieces import pieces, shape, told_apart

POSITIONS, LONGEST = 256, 110
SKIP = -100


@dataclass(frozen=True, slots=True)
class Answers:
    """The names behind the numbers of each head; what the shipped model needs to be read."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemmas: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...] = TAGS

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> Answers:
        """Every answer seen in the trees; of lemma scripts those seen at least three times."""
        trees = [(sentence.words, sentence.tree) for sentence in sentences if sentence.tree]
        scripts = Counter(
            script(word, lemma) for words, tree in trees for word, lemma in zip(words, tree.lemmas, strict=True)
        )
        return cls(
            upos=tuple(sorted({tag for _, tree in trees for tag in tree.upos})),
            xpos=tuple(sorted({tag for _, tree in trees for tag in tree.xpos})),
            lemmas=tuple(sorted(found for found, count in scripts.items() if count > 2)),
            labels=tuple(sorted({label for _, tree in trees for label in tree.labels})),
        )

    def sizes(self, vocabulary: int) -> Sizes:
        return Sizes(
            vocabulary=vocabulary, positions=POSITIONS, upos=len(self.upos), xpos=len(self.xpos),
            lemmas=len(self.lemmas), labels=len(self.labels), names=len(self.names),
        )  # fmt: skip

    def write(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=0), encoding="utf-8")


def remembered_lemmas(sentences: Iterable[Sentence], cues: Iterable[tuple[str, str, str]], target: Path) -> None:
    """Write the forms of the trees, each with its commonest lemma, and those of the lexicon's words."""
    seen: dict[tuple[str, str], Counter[str]] = {}
    for form, tag, lemma in cues:
        seen.setdefault((form, tag), Counter())[lemma] += 1
    for sentence in sentences:
        if sentence.tree:
            for word, tag, lemma in zip(sentence.words, sentence.tree.upos, sentence.tree.lemmas, strict=True):
                if tag in INFLECTED and word.isalpha():
                    seen.setdefault((word.lower(), tag), Counter())[lemma.lower()] += 1
    lines = (f"{form}\t{tag}\t{counts.most_common(1)[0][0]}\n" for (form, tag), counts in sorted(seen.items()))
    target.write_text("".join(lines), encoding="utf-8")


def latin_vocabulary(source: Path, target: Path) -> list[int]:
    """Write a tokenizer that keeps only pieces in Latin letters, digits and signs; give the kept rows."""
    whole = json.loads(source.read_text(encoding="utf-8"))
    ranked = sorted(whole["model"]["vocab"].items(), key=lambda item: item[1])
    kept = [
        (piece, row)
        for piece, row in ranked
        if not piece.startswith("[unused") and all(ord(character) < 0x250 for character in piece)
    ]
    whole["model"]["vocab"] = {piece: number for number, (piece, _) in enumerate(kept)}
    numbers = whole["model"]["vocab"]
    for token in whole["added_tokens"]:
        token["id"] = numbers[token["content"]]
    whole["post_processor"], whole["padding"], whole["truncation"] = None, None, None
    target.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    return [row for _, row in kept]


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence as numbers. ``firsts`` begins with 0, the sentence's start; heads count from there too."""

    ids: list[int]
    shapes: list[int]
    firsts: list[int]
    upos: list[int]
    xpos: list[int]
    lemmas: list[int]
    heads: list[int]
    labels: list[int]
    names: list[list[bool]] | None


def items(sentences: Sequence[Sentence], answers: Answers, tokenizer: Tokenizer) -> list[Item]:
    """Numbers for every sentence that fits; longer ones are left out."""
    number = {kind: {value: i for i, value in enumerate(getattr(answers, kind))} for kind in asdict(answers)}
    start, end = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    made = []
    for sentence in sentences:
        ids, shapes, firsts = [start], [0], [0]
        for word, word_pieces in zip(sentence.words, pieces(told_apart(sentence.words), tokenizer), strict=True):
            firsts.append(len(ids))
            ids += word_pieces
            shapes += [shape(word)] * len(word_pieces)
        if len(ids) >= POSITIONS or len(firsts) > LONGEST:
            continue
        none, tree = [SKIP] * len(sentence.words), sentence.tree
        scripts = [script(*pair) for pair in zip(sentence.words, tree.lemmas, strict=True)] if tree else []
        made.append(Item(
            ids=[*ids, end], shapes=[*shapes, 0], firsts=firsts,
            upos=[number["upos"].get(tag, SKIP) for tag in tree.upos] if tree else none,
            xpos=[number["xpos"].get(tag, SKIP) for tag in tree.xpos] if tree else none,
            lemmas=[number["lemmas"].get(found, SKIP) for found in scripts] if tree else none,
            heads=list(tree.heads) if tree else none,
            labels=[number["labels"].get(label, SKIP) for label in tree.labels] if tree else none,
            names=[[tag in allowed for tag in answers.names] for allowed in sentence.names] if sentence.names else None,
        ))  # fmt: skip
    return made


def batches(made: Sequence[Item], pieces_a_batch: int, chance: random.Random | None) -> list[list[Item]]:
    """Sentences of like length together, at most ``pieces_a_batch`` with padding; shuffled if ``chance`` is given."""
    shift = (lambda: chance.random() * 4) if chance else (lambda: 0.0)
    groups: list[list[Item]] = []
    widest = 0
    for item in sorted(made, key=lambda item: len(item.ids) + shift()):
        widest = max(widest, len(item.ids))
        if not groups or widest * (len(groups[-1]) + 1) > pieces_a_batch:
            groups.append([])
            widest = len(item.ids)
        groups[-1].append(item)
    if chance:
        chance.shuffle(groups)
    return groups


@dataclass(frozen=True, slots=True)
class Batch:
    """B sentences, P pieces, W words: ids and shapes (B, P), firsts (B, 1 + W), answers (B, W), names (B, W, n)."""

    ids: Tensor
    shapes: Tensor
    firsts: Tensor
    upos: Tensor
    xpos: Tensor
    lemmas: Tensor
    heads: Tensor
    labels: Tensor
    names: Tensor
    real: Tensor


def collate(group: Sequence[Item], names: int) -> Batch:
    def pad(rows: Iterable[list[int]], value: int) -> Tensor:
        return torch.nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], True, value)

    firsts = pad((item.firsts for item in group), -1)
    allowed = torch.zeros(len(group), firsts.shape[1] - 1, names, dtype=torch.bool)
    for row, item in enumerate(group):
        if item.names:
            allowed[row, : len(item.names)] = torch.tensor(item.names)
    return Batch(
        ids=pad((item.ids for item in group), 0), shapes=pad((item.shapes for item in group), 0),
        firsts=firsts.clamp_min(0), names=allowed, real=firsts >= 0,
        **{
            kind: pad((getattr(item, kind) for item in group), SKIP)
            for kind in ("upos", "xpos", "lemmas", "heads", "labels")
        },
    )  # fmt: skip
