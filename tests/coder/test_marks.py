from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest
from tokenizers import Tokenizer

from allegiance.coder.marks import LONGEST, MARKERS, Marked, feed, numbers
from allegiance.coder.pairs import Pair, Sentence


@pytest.fixture(scope="module")
def vocabulary() -> Tokenizer:
    return Tokenizer.from_file(str(files("allegiance.language") / "model" / "tokenizer.json"))


def marked(text: str, *pairs: Pair, vocabulary: Tokenizer) -> Marked:
    sentence = Sentence.of_text(text, [])
    return numbers(sentence.words, sentence.places, pairs, vocabulary)


def read(found: Marked, vocabulary: Tokenizer) -> list[list[str]]:
    """The pieces of each marker of each pair, joined."""

    def joined(places: list[int]) -> str:
        return "".join(str(vocabulary.id_to_token(found.ids[place])).removeprefix("##") for place in places)

    return [[joined(places) for places in pair] for pair in found.pairs]


def test_each_marker_has_its_pieces(vocabulary: Tokenizer) -> None:
    there = Pair((0, 4), (11, 22), path=[(5, 10)])
    turned = Pair((11, 22), (0, 4))
    found = marked("Iran armed the Houthis.", there, turned, vocabulary=vocabulary)
    assert len(found.ids) == len(found.shapes)
    assert read(found, vocabulary) == [["iran", "thehouthis", "armed"], ["thehouthis", "iran", "[CLS]"]]


def test_a_word_that_a_span_cuts_belongs_to_it(vocabulary: Tokenizer) -> None:
    found = marked("Iranians marched.", Pair((0, 4), (9, 16)), vocabulary=vocabulary)
    assert read(found, vocabulary)[0][:2] == ["iranians", "marched"]


@pytest.mark.parametrize("before", [0, 400, 2000])
def test_of_a_long_text_the_part_around_both_is_read(vocabulary: Tokenizer, before: int) -> None:
    start = 3 * before
    text = "so " * before + "Iran armed Yemen" + " and so" * 2000
    found = marked(text, Pair((start, start + 4), (start + 11, start + 16)), vocabulary=vocabulary)
    assert len(found.ids) == LONGEST
    assert read(found, vocabulary)[0][:2] == ["iran", "yemen"]


def test_an_actor_too_far_from_the_rest_is_marked_by_the_start_of_the_text(vocabulary: Tokenizer) -> None:
    text = "Iran " + "so " * 1000 + "Yemen and Oman"
    end = len(text)
    far, near = Pair((0, 4), (end - 4, end)), Pair((end - 14, end - 9), (end - 4, end))
    found = marked(text, far, near, vocabulary=vocabulary)
    assert len(found.ids) == LONGEST
    assert found.pairs[0][0] == [0]


def test_markers_see_the_text_and_their_partners_and_nothing_else_sees_them(vocabulary: Tokenizer) -> None:
    longer = marked("Iran armed Yemen, and Oman watched.", Pair((0, 4), (11, 16)), vocabulary=vocabulary)
    there, turned = Pair((0, 4), (11, 16), path=[(5, 10)]), Pair((11, 16), (0, 4))
    both = marked("Iran armed Yemen.", there, turned, vocabulary=vocabulary)
    given = feed([longer, both])
    seen, length = given["seen"][1, 0] == 0, given["ids"].shape[1]
    assert given["spans"].shape == (2, 2 * MARKERS, length)
    assert not seen[:length, length:].any()
    assert seen[:, : len(both.ids)].all()
    assert not seen[:, len(both.ids) : length].any()
    pair = np.kron(np.eye(2, dtype=bool), np.ones((MARKERS, MARKERS), dtype=bool))
    assert (seen[length:, length:] == pair).all()
    assert given["spans"][1].sum(axis=1) == pytest.approx(1)
    assert given["spans"][0].sum(axis=1).tolist() == pytest.approx([1, 1, 1, 0, 0, 0])
