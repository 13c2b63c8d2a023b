from __future__ import annotations

import csv
from importlib.resources import files
from io import StringIO

import pytest

from allegiance.geography import states


@pytest.mark.parametrize(
    ("word", "state"),
    [("peru", "Peru"), ("us", "United States"), ("u.s.", "United States"), ("united kingdom", "United Kingdom")],
)
def test_a_state_is_known_by_its_names_and_short_forms(word: str, state: str) -> None:
    assert states().names[word] == state


@pytest.mark.parametrize(
    ("word", "state"), [("kenyan", "Kenya"), ("iraqi", "Iraq"), ("dutch", "Netherlands"), ("thai", "Thailand")]
)
def test_a_state_is_known_by_its_adjective(word: str, state: str) -> None:
    assert states().demonyms[word] == state


@pytest.mark.parametrize(("town", "state"), [("quito", "Ecuador"), ("nairobi", "Kenya"), ("tehran", "Iran")])
def test_a_capital_stands_for_its_state(town: str, state: str) -> None:
    assert states().capitals[town] == state


def test_all_ways_lead_to_the_same_name_of_a_state() -> None:
    known = states()
    named = set(known.names.values())
    assert set(known.demonyms.values()) <= named
    assert set(known.capitals.values()) <= named


def test_every_word_is_in_small_letters_and_at_least_two_long() -> None:
    known = states()
    for words in (known.names, known.demonyms, known.capitals):
        assert all(word == word.lower() and len(word) > 1 for word in words)


def test_words_for_a_state_lead_to_one_name() -> None:
    table = files("allegiance.geography") / "states.csv"
    rows = list(csv.DictReader(StringIO(table.read_text(encoding="utf-8"), newline="")))
    assert {row["kind"] for row in rows} == {"names", "demonyms", "capitals"}
    assert {row["state"] for row in rows} <= set(states().names.values())
