from __future__ import annotations

import pytest

from allegiance.actors.names.compare import SAME
from allegiance.actors.names.groups import compare, parse


def score(one: str, other: str) -> float:
    found, back = compare(parse(one), parse(other)), compare(parse(other), parse(one))
    assert found.score == back.score
    return found.score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mahdi Army", "Jaysh al-Mahdi"),
        ("Mahdi Army", "جيش المهدي"),
        ("Kata'ib Hezbollah", "Hezbollah Brigades"),
        ("Harakat al-Nujaba", "Nujaba Movement"),
        ("Iraqi Ministry of Defence", "Ministry of Defense of Iraq"),
        ("Kurdistan Workers' Party", "Partiya Karkerên Kurdistanê"),
        ("Wagner Group", "Wagner"),
        ("1920 Revolution Brigades", "1920s Revolution Brigade"),
        ("Izz ad-Din al-Qassam Brigades", "Ezzedine al-Qassam Brigades"),
    ],
)
def test_names_that_mean_the_same_are_the_same(one: str, other: str) -> None:
    assert score(one, other) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Islamic Army in Iraq", "Islamic State in Iraq"),
        ("Kata'ib Hezbollah", "Hezbollah"),
        ("Al-Qaeda", "Al-Qaeda in Iraq"),
        ("Jund al-Islam", "Jaysh al-Islam"),
        ("45th Brigade", "46th Brigade"),
        ("Free Syrian Army", "Free Iraqi Army"),
        ("Kurdish Hamas", "Hamas"),
        ("First Brigade", "Fourth Brigade"),
    ],
)
def test_branches_numbers_and_other_words_make_other_groups(one: str, other: str) -> None:
    assert score(one, other) < SAME


def test_what_was_seen_is_said() -> None:
    assert compare(parse("Kurdish Hamas"), parse("Hamas")).features == ("1 words alike", "only one is of Kurdistan")
