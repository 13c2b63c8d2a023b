"""The coder at run time: sentences in batches as numbers in, codes for each pair out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Self

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

from allegiance.coder.answers import NONE, Code, decide
from allegiance.coder.marks import MARKERS, Marked, feed, numbers
from allegiance.coder.pairs import Sentence
from allegiance.errors import DataError

FILES = ("code.onnx", "answers.json")
BATCH = 2500
"""Word pieces and markers in a batch, padding included."""


@dataclass(frozen=True, slots=True)
class Both:
    """What is said of a pair from its source to its target, ``forth``, and from its target to its source."""

    forth: Code
    back: Code


class Coder:
    """The shipped coder. What it says of a pair depends neither on the other pairs nor on the other sentences."""

    def __init__(self, folder: Path, vocabulary: Path, threads: int = 0) -> None:
        """Load the files in ``folder``; ``vocabulary`` is the language model's, ``threads`` 0 for all there are."""
        if missing := [name for name in FILES if not (folder / name).is_file()]:
            raise DataError(f"the coder in {folder} lacks {', '.join(missing)}")
        answers = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
        self.answers: tuple[str, ...] = tuple(answers["answers"])
        self._place = {name: place for place, name in enumerate(self.answers)}
        self._sharpness = 1 / float(answers["temperature"])
        self._tokenizer = Tokenizer.from_file(str(vocabulary))
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session = ort.InferenceSession(str(folder / "code.onnx"), options, providers=["CPUExecutionProvider"])

    @classmethod
    def shipped(cls, threads: int = 0) -> Self:
        """The coder inside the package."""
        with (
            as_file(files("allegiance.coder") / "model") as folder,
            as_file(files("allegiance.language") / "model" / "tokenizer.json") as vocabulary,
        ):
            return cls(folder, vocabulary, threads)

    def code(self, sentences: Sequence[Sentence]) -> list[list[Both]]:
        """The codes of every pair of every sentence, in their order."""
        return [
            [Both(*(decide(dict(zip(self.answers, way, strict=True))) for way in pair)) for pair in chances.tolist()]
            for chances in self.chances(sentences)
        ]

    def chances(self, sentences: Sequence[Sentence]) -> list[NDArray[np.float32]]:
        """For each sentence (P, 2, n): the probabilities of the answers for each pair, forth and back.

        They are calibrated by one temperature (Guo et al., 2017).
        """
        found = [np.zeros((0, 2, len(self.answers)), dtype=np.float32)] * len(sentences)
        for group, given in self.batches(sentences):
            scores = self._session.run(None, given)[0] * self._sharpness
            powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
            chances = powers / powers.sum(axis=-1, keepdims=True)
            for row, place in enumerate(group):
                found[place] = chances[row, : len(sentences[place].pairs)]
        return found

    def batches(self, sentences: Sequence[Sentence]) -> Iterator[tuple[list[int], dict[str, Any]]]:
        """Places of sentences of like length, those with pairs, with what the graph is fed for them."""
        marked = [numbers(one.words, one.places, one.pairs, self._tokenizer) for one in sentences]
        asked = sorted((i for i, one in enumerate(sentences) if one.pairs), key=lambda i: marked[i].cost)
        group: list[int] = []
        for place in asked:
            if group and marked[place].cost * (len(group) + 1) > BATCH:
                yield group, self._feed(group, marked, sentences)
                group = []
            group.append(place)
        if group:
            yield group, self._feed(group, marked, sentences)

    def forward(self, given: dict[str, Any]) -> None:
        """One bare pass: what coding a batch costs at the least."""
        self._session.run(None, given)

    def _feed(
        self, group: Sequence[int], marked: Sequence[Marked], sentences: Sequence[Sentence]
    ) -> dict[str, NDArray[Any]]:
        given = feed([marked[place] for place in group])
        votes = np.zeros((len(group), given["spans"].shape[1] // MARKERS, 2), dtype=np.int64)
        for row, place in enumerate(group):
            for number, pair in enumerate(sentences[place].pairs):
                votes[row, number] = self._place[pair.forth or NONE], self._place[pair.back or NONE]
        return {**given, "votes": votes}


@cache
def coder() -> Coder:
    """The shipped coder, loaded once."""
    return Coder.shipped()
