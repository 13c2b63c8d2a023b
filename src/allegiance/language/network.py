"""The network at run time: batches of sentences as numbers in, answers for each word out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Self

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

from allegiance.errors import DataError
from allegiance.language.lemmas import Lemmas
from allegiance.language.pieces import pieces, shape, special, told_apart
from allegiance.language.trees import decode

FILES = ("read.onnx", "label.onnx", "tokenizer.json", "answers.json", "lemmas.tsv")
"""What a folder with a model holds."""

BATCH = 2500
"""Word pieces in a batch, padding included: enough to fill the processor's vectors, and few enough for its cache."""

LONGEST = 250
"""Pieces of a sentence that are read, its two ends included; words that would go beyond are read by their first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of the W words of one sentence; heads count words from 1, 0 is the root."""

    upos: list[str]
    xpos: list[str]
    lemmas: list[str]
    heads: NDArray[np.int64]
    labels: list[str]
    names: NDArray[np.float32]


class Network:
    """The shipped model. Reads sentences as lists of words; what it says of one does not depend on the others."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Load the files in ``folder``; ``threads`` is how many each pass may use, 0 for all there are."""
        if missing := [name for name in FILES if not (folder / name).is_file()]:
            raise DataError(f"the language model in {folder} lacks {', '.join(missing)}")
        answers = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
        self.name_tags: tuple[str, ...] = tuple(answers["names"])
        self._answers: dict[str, list[str]] = answers
        self._lemmas = Lemmas.load(folder / "lemmas.tsv")
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._start, self._end = special(self._tokenizer, "[CLS]"), special(self._tokenizer, "[SEP]")
        self._known: dict[str, tuple[list[int], int]] = {}
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._read = ort.InferenceSession(str(folder / "read.onnx"), options, providers=["CPUExecutionProvider"])
        self._label = ort.InferenceSession(str(folder / "label.onnx"), options, providers=["CPUExecutionProvider"])

    @classmethod
    def shipped(cls, threads: int = 0) -> Self:
        """The model inside the package."""
        with as_file(files("allegiance.language") / "model") as folder:
            return cls(folder, threads)

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Reading]:
        """One reading a sentence, in their order; each has at least one word and at most ``LONGEST - 2``."""
        found: list[Reading | None] = [None] * len(sentences)
        for group, feed in self.batches(sentences):
            for place, reading in zip(group, self._batch([sentences[i] for i in group], feed), strict=True):
                found[place] = reading
        return [reading for reading in found if reading is not None]

    def batches(self, sentences: Sequence[Sequence[str]]) -> Iterator[tuple[list[int], dict[str, Any]]]:
        """Places of sentences of like length with what the graph is fed for them."""
        numbered = [self._numbers(words) for words in sentences]
        group: list[int] = []
        for place in sorted((i for i, words in enumerate(sentences) if words), key=lambda i: len(numbered[i][0])):
            if group and len(numbered[place][0]) * (len(group) + 1) > BATCH:
                yield group, _feed([numbered[i] for i in group])
                group = []
            group.append(place)
        if group:
            yield group, _feed([numbered[i] for i in group])

    def forward(self, feed: dict[str, Any]) -> tuple[list[NDArray[Any]], NDArray[np.int64]]:
        """One pass through both graphs with the best heads as they come: what a reading costs at the least."""
        outputs = self._read.run(None, feed)
        heads = outputs[4].argmax(axis=2)
        return outputs, self._label.run(None, {"label_word": outputs[5], "label_head": outputs[6], "heads": heads})[0]

    def _batch(self, sentences: list[Sequence[str]], feed: dict[str, Any]) -> Iterator[Reading]:
        upos, xpos, lemma, names, arcs, word, head = self._read.run(None, feed)
        heads = np.zeros(arcs.shape[:2], dtype=np.int64)
        for row, words in enumerate(sentences):
            heads[row, : len(words)] = decode(arcs[row, : len(words), : len(words) + 1])
        labels = self._label.run(None, {"label_word": word, "label_head": head, "heads": heads})[0]
        answers = self._answers
        for row, words in enumerate(sentences):
            inside = slice(len(words))
            tags = [answers["upos"][i] for i in upos[row, inside].tolist()]
            scripts = [map(answers["lemmas"].__getitem__, found) for found in lemma[row, inside].tolist()]
            yield Reading(
                upos=tags,
                xpos=[answers["xpos"][i] for i in xpos[row, inside].tolist()],
                lemmas=[self._lemmas.lemma(*word) for word in zip(words, tags, scripts, strict=True)],
                heads=heads[row, inside],
                labels=[answers["labels"][i] for i in labels[row, inside].tolist()],
                names=names[row, inside],
            )

    def _numbers(self, words: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
        """Ids and shapes of a sentence's pieces and the place of each word's first one."""
        words = told_apart(words)
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        if new:
            if len(self._known) > 200_000:
                self._known.clear()
                new = list(dict.fromkeys(words))
            for word, found in zip(new, pieces(new, self._tokenizer), strict=True):
                self._known[word] = (found, int(shape(word)))
        ids, shapes, firsts = [self._start], [0], [0]
        for word in words:
            found, form = self._known[word]
            if len(ids) + len(found) + len(words) - len(firsts) >= LONGEST:
                found = found[:1]
            firsts.append(len(ids))
            ids += found
            shapes += [form] * len(found)
        return [*ids, self._end], [*shapes, 0], firsts


def _feed(group: list[tuple[list[int], list[int], list[int]]]) -> dict[str, Any]:
    pieces_long = max(len(ids) for ids, _, _ in group)
    words_long = max(len(firsts) for _, _, firsts in group)
    feed = {
        "ids": np.zeros((len(group), pieces_long), dtype=np.int64),
        "shapes": np.zeros((len(group), pieces_long), dtype=np.int64),
        "firsts": np.zeros((len(group), words_long), dtype=np.int64),
    }
    for row, (ids, shapes, firsts) in enumerate(group):
        feed["ids"][row, : len(ids)] = ids
        feed["shapes"][row, : len(shapes)] = shapes
        feed["firsts"][row, : len(firsts)] = firsts
    return feed
