from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from allegiance.language.trees import decode, is_tree


def _scores(words: int) -> st.SearchStrategy[NDArray[np.float32]]:
    """Whole numbers give ties, the others none."""
    value = st.one_of(st.integers(-9, 0).map(float), st.floats(-30, 0, width=32))
    cells = st.lists(value, min_size=words * (words + 1), max_size=words * (words + 1))
    return cells.map(lambda row: np.array(row, dtype=np.float32).reshape(words, words + 1))


def _follows_to_root(heads: NDArray[np.int64]) -> bool:
    for word in range(1, len(heads) + 1):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = int(heads[word - 1])  # noqa: PLW2901 - it climbs
    return True


def _total(arcs: NDArray[np.float32], heads: NDArray[np.int64]) -> float:
    return float(arcs[np.arange(len(arcs)), heads].astype(np.float64).sum())


@given(st.integers(1, 12).flatmap(_scores))
def test_any_scores_give_a_tree_with_one_root(arcs: NDArray[np.float32]) -> None:
    heads = decode(arcs)
    assert np.count_nonzero(heads == 0) == 1
    assert _follows_to_root(heads)


@given(st.integers(1, 4).flatmap(_scores))
def test_the_tree_is_the_best_there_is(arcs: NDArray[np.float32]) -> None:
    every = (np.array(heads) for heads in product(range(len(arcs) + 1), repeat=len(arcs)))
    best = max(_total(arcs, heads) for heads in every if is_tree(heads))
    assert _total(arcs, decode(arcs)) == pytest.approx(best, abs=1e-6)


def test_the_tree_of_five_words_is_the_best_of_all_trees() -> None:
    chance = np.random.default_rng(5)
    trees = [heads for heads in map(np.array, product(range(6), repeat=5)) if is_tree(heads)]
    assert len(trees) == 625
    for _ in range(30):
        arcs = chance.normal(scale=4, size=(5, 6)).astype(np.float32)
        assert _total(arcs, decode(arcs)) == pytest.approx(max(_total(arcs, heads) for heads in trees))


def test_a_long_sentence_with_scores_by_chance_has_one_root_and_no_cycle() -> None:
    arcs = np.random.default_rng(1).normal(scale=3, size=(80, 81)).astype(np.float32)
    heads = decode(arcs)
    assert is_tree(heads)
    assert _follows_to_root(heads)


@given(st.lists(st.integers(0, 6), min_size=6, max_size=6).map(np.array))
def test_a_tree_is_what_leads_from_every_word_to_one_root(heads: NDArray[np.int64]) -> None:
    assert is_tree(heads) == (np.count_nonzero(heads == 0) == 1 and _follows_to_root(heads))
