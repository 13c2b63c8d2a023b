from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.language.lemmas import Lemmas, apply, script


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_script_makes_the_lemma_that_it_was_made_from(word: str, lemma: str) -> None:
    assert apply(script(word, lemma), word) == lemma


@pytest.mark.parametrize(
    ("word", "lemma", "expected"),
    [("allies", "ally", "l3:y"), ("Troops", "troop", "l1:"), ("Iran", "Iran", "k0:"), ("went", "go", "l4:go")],
)
def test_scripts_are_short(word: str, lemma: str, expected: str) -> None:
    assert script(word, lemma) == expected


def test_a_script_that_would_leave_nothing_leaves_the_word() -> None:
    assert apply("l9:", "Is") == "is"


def test_known_forms_are_remembered_by_their_tag() -> None:
    lemmas = Lemmas(["left\tVERB\tleave\n", "left\tADJ\tleft\n"])
    assert lemmas.lemma("Left", "VERB", ["l0:"]) == "leave"
    assert lemmas.lemma("left", "ADJ", ["l4:leave"]) == "left"


def test_of_several_scripts_the_first_that_makes_a_known_form_is_taken() -> None:
    lemmas = Lemmas(["ally\tNOUN\tally\n"])
    assert lemmas.lemma("allies", "NOUN", ["l1:", "l3:y"]) == "ally"
    assert lemmas.lemma("zallies", "NOUN", ["l1:", "l3:y"]) == "zallie"


def test_what_one_word_was_read_as_does_not_bind_the_next() -> None:
    lemmas = Lemmas([])
    assert lemmas.lemma("drones", "NOUN", ["l1:", "l0:"]) == "drone"
    assert lemmas.lemma("drones", "NOUN", ["l0:", "l1:"]) == "drones"


def test_names_keep_their_case() -> None:
    assert Lemmas([]).lemma("Iran", "PROPN", ["k0:"]) == "Iran"
