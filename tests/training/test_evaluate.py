from __future__ import annotations

import importlib
from typing import Any

import numpy as np

from allegiance.language.network import Reading

corpora: Any = importlib.import_module("corpora")
evaluate: Any = importlib.import_module("evaluate")
TAGS = ("O", "B-PERSON", "I-PERSON", "B-PLACE", "I-PLACE", "B-FACILITY", "I-FACILITY")


class Answering:
    """A network that gives prepared answers."""

    name_tags = TAGS

    def __init__(self, *readings: Reading) -> None:
        self._readings = list(readings)

    def read(self, sentences: list[list[str]]) -> list[Reading]:
        assert len(sentences) == len(self._readings)
        return self._readings


def sentence(*names: set[str]) -> Any:
    tree = corpora.Tree(("PROPN", "VERB"), ("NNP", "VBD"), ("Iran", "leave"), (2, 0), ("nsubj", "root"))
    return corpora.Sentence(("Iran", "left"), tree, tuple(map(frozenset, names)))


def reading(*tags: str, labels: tuple[str, str] = ("nsubj", "root")) -> Reading:
    names = np.full((len(tags), len(TAGS)), -9, dtype=np.float32)
    for row, tag in enumerate(tags):
        names[row, TAGS.index(tag)] = 0
    return Reading(["PROPN", "VERB"], ["NNP", "VB"], ["Iran", "leave"], np.array([2, 0]), list(labels), names)


def test_scores_are_shares_of_words_in_percent() -> None:
    made = evaluate.score(Answering(reading("B-PLACE", "O", labels=("obj", "root"))), [sentence({"B-PLACE"}, {"O"})])
    assert (made.tags, made.lemmas, made.unlabelled, made.labelled) == (50, 100, 100, 50)
    assert made.names["ALL"] == 100


def test_a_facility_counts_as_a_place_and_a_wrong_type_counts_twice() -> None:
    given = [sentence({"B-PLACE", "B-FACILITY"}, {"O"}), sentence({"B-PLACE"}, {"O"})]
    said = Answering(reading("B-FACILITY", "O"), reading("B-PERSON", "O"))
    found = evaluate.names_f1(said, given, evaluate.read(said, given))
    assert found["ALL"] == 50
    assert found["PERSON"] == 0


def test_sentences_without_annotated_names_do_not_count() -> None:
    bare = corpora.Sentence(("Iran", "left"), None, None)
    said = Answering(reading("B-PLACE", "O"))
    assert evaluate.names_f1(said, [bare], evaluate.read(said, [bare]))["ALL"] == 0


def test_a_word_that_may_be_outside_every_name_is_no_name() -> None:
    assert evaluate.gold_spans(sentence({"O", "B-NORP"}, {"B-PERSON"})) == [(1, 2, "PERSON")]
