from __future__ import annotations

import csv
from zlib import crc32

import pytest
from benchmarks.actors import FAMILIES, FOLDER, pairs
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.actors.names.compare import DOUBT, SAME, compare
from allegiance.model import Kind

FILES = ("development", "held-back")


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_name_pairs_are_many_of_every_family_and_both_answers() -> None:
    found = [row for name in FILES for row in rows(name)]
    assert len(found) >= 600
    assert len(rows("held-back")) * 3 >= len(found)
    assert len({frozenset((row["left"], row["right"])) for row in found}) == len(found)
    for family in FAMILIES:
        assert {row["same"] for row in found if row["family"] == family} == {"0", "1"}
    assert {Kind(row["kind"]) for row in found}


def test_no_name_stands_in_both_files_and_the_lot_decides_which() -> None:
    parents: dict[str, str] = {}

    def top(name: str) -> str:
        while parents.setdefault(name, name) != name:
            name = parents[name]
        return name

    found = {name: rows(name) for name in FILES}
    for row in (row for table in found.values() for row in table):
        parents[top(row["left"])] = top(row["right"])
    together: dict[str, list[str]] = {}
    for name in parents:
        together.setdefault(top(name), []).append(name)
    for file, table in found.items():
        for row in table:
            least = min(together[top(row["left"])])
            assert (crc32(f"a{least}".encode()) % 3 == 0) is (file == "held-back")


@pytest.mark.parametrize("file", FILES)
def test_names_are_told_together_and_apart_as_well_as_was_asked(file: str) -> None:
    found = pairs(FOLDER / f"{file}.csv")
    assert found["f1"] >= 0.95
    assert found["lowest"] >= 0.9


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Hamas", "H\u0430mas", Kind.ARMED_GROUP),
        ("Iran", "lran", Kind.STATE),
        ("Muqtada al-Sadr", "Muqtada aI-Sadr", Kind.PERSON),
        ("ISIS", "I\u0405IS", Kind.ARMED_GROUP),
    ],
)
def test_look_alikes_are_never_the_same(one: str, other: str, kind: Kind) -> None:
    assert compare(one, other, kind).score <= DOUBT < SAME


def test_invisible_letters_change_nothing() -> None:
    assert compare("Ha\u200bmas\u202c", "Hamas", Kind.ARMED_GROUP).score == 1


LETTERS = "abcʾ' -.ابتعחשЖж习\u200b\u202e\u200cüş0Iİ"


@settings(max_examples=60, deadline=None)
@given(st.text(LETTERS, max_size=25), st.text(LETTERS, max_size=25), st.sampled_from(Kind))
def test_any_two_strings_can_be_compared_either_way_round(one: str, other: str, kind: Kind) -> None:
    found, back = compare(one, other, kind), compare(other, one, kind)
    assert 0 <= found.score <= 1
    assert found.score == pytest.approx(back.score)


@pytest.mark.parametrize("kind", Kind)
def test_a_name_of_ten_thousand_letters_is_compared(kind: Kind) -> None:
    assert 0 <= compare("Abu al-" * 2_000, "ab" * 5_000, kind).score <= 1
