"""The word lists of names hold what the code expects of them."""

from __future__ import annotations

import csv
import tomllib
from importlib.resources import files

import pytest

from allegiance.actors.names.lists import given, given_states, little, near, offices, optional, terms
from allegiance.actors.names.offices import office
from allegiance.geography import How, atlas

FOLDER = files("allegiance.actors.names") / "data"
CSV = {path.name: path.read_text("utf-8") for path in FOLDER.iterdir() if path.name.endswith(".csv")}
SOUNDS = tomllib.loads((FOLDER / "sounds.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(CSV))
def test_every_row_of_a_list_is_full_and_stands_once(name: str) -> None:
    rows = list(csv.reader(CSV[name].splitlines(), quoting=csv.QUOTE_NONE))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len({row[0] for row in rows}) == len(rows)
    assert all(cell == cell.strip() for row in rows for cell in row)


def test_given_names_are_told_apart_in_all_their_spellings() -> None:
    for one, other in (("hasan", "husayn"), ("muhammad", "mahmud"), ("kamal", "kamil"), ("hamad", "ahmad")):
        shared = [form for form, names in given().items() if {one, other} <= names]
        assert shared == []
    assert given()["hamed"] == {"hamid", "hamad"}


def test_terms_say_the_same_in_several_languages() -> None:
    assert len({term.language for term in terms().values()}) >= 5
    concepts = {concept for term in terms().values() for concept in term.concepts}
    assert optional() <= concepts
    assert {word for pair in near() for word in pair} <= concepts


def test_a_sound_is_a_sign_that_the_keys_and_vowels_know() -> None:
    signs = {sign for table in ("latin", "arabic", "hebrew") for row in SOUNDS[table].values() for sign in "".join(row)}
    assert signs <= set("bptdkgqGjCSZxhlmnrfvszwyAEIU-")
    assert set(SOUNDS["keys"]) <= signs


def test_little_words_are_in_small_letters() -> None:
    for words in (little().articles, little().joining, little().son, little().kunya, little().suffixes):
        assert all(word == word.lower() for word in words)


def test_every_office_is_one() -> None:
    assert all(office(f"{' '.join(words)} of Iraq") for words in offices())


def test_names_that_people_share_with_states_are_names_of_states_or_cities() -> None:
    for name in given_states():
        place = atlas().find(name)
        assert place is not None
        assert place.how in (How.NAME, How.CAPITAL)
