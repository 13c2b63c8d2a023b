from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from allegiance.language.names import NEVER, spans, transitions

TAGS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")
TABLE = transitions(TAGS)


def scores(*rows: dict[str, float]) -> NDArray[np.float32]:
    """Log probabilities: those given, and next to nothing for the other tags."""
    return np.array([[row.get(tag, -20.0) for tag in TAGS] for row in rows], dtype=np.float32)


def test_a_name_goes_on_only_after_its_own_type() -> None:
    allowed = {(TAGS[a], TAGS[b]) for a, b in zip(*np.nonzero(TABLE != NEVER), strict=True)}
    assert ("B-ORG", "I-ORG") in allowed
    assert ("I-ORG", "I-ORG") in allowed
    assert ("O", "I-ORG") not in allowed
    assert ("B-PERSON", "I-ORG") not in allowed
    assert all((before, after) in allowed for before in TAGS for after in TAGS if after[0] != "I")


def test_names_are_given_with_their_first_word_the_word_after_them_and_their_type() -> None:
    rows = scores({"B-PERSON": 0}, {"I-PERSON": 0}, {"O": 0}, {"B-ORG": 0}, {"B-ORG": 0})
    assert list(spans(rows, TAGS, TABLE)) == [(0, 2, "PERSON"), (3, 4, "ORG"), (4, 5, "ORG")]


def test_a_name_whose_beginning_was_missed_gets_one_or_is_dropped_whichever_is_likelier() -> None:
    begun = scores({"O": -0.5, "B-ORG": -1.0}, {"I-ORG": -0.1, "O": -3.0})
    assert list(spans(begun, TAGS, TABLE)) == [(0, 2, "ORG")]
    dropped = scores({"O": -0.1, "B-ORG": -3.0}, {"I-ORG": -0.5, "O": -1.0})
    assert list(spans(dropped, TAGS, TABLE)) == []


def test_a_sentence_cannot_begin_inside_a_name() -> None:
    assert list(spans(scores({"I-ORG": 0, "B-PERSON": -5}), TAGS, TABLE)) == [(0, 1, "PERSON")]


def test_no_words_have_no_names() -> None:
    assert list(spans(np.zeros((0, len(TAGS)), dtype=np.float32), TAGS, TABLE)) == []


@given(st.lists(st.lists(st.floats(-30, 0, width=32), min_size=5, max_size=5), max_size=8))
def test_names_never_overlap_and_stay_inside_the_sentence(rows: list[list[float]]) -> None:
    array = np.array(rows, dtype=np.float32).reshape(-1, len(TAGS))
    end = 0
    for start, stop, kind in spans(array, TAGS, TABLE):
        assert end <= start < stop <= len(rows)
        assert kind in {"PERSON", "ORG"}
        end = stop
