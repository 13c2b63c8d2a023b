from __future__ import annotations

import pytest

from allegiance.actors.names.abbreviation import letters, made_of, stands_for
from allegiance.actors.names.introduced import introduced


@pytest.mark.parametrize(
    ("name", "found"),
    [("PMF", "pmf"), ("P.K.K.", "pkk"), ("LeT", "let"), ("IRGC-QF", "irgcqf"), ("Hamas", None), ("A", None)],
)
def test_abbreviations_are_known_by_their_capitals(name: str, found: str | None) -> None:
    assert letters(name) == found


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("pmf", "Popular Mobilization Forces"),
        ("aqi", "Al-Qaeda in Iraq"),
        ("sciri", "Supreme Council for the Islamic Revolution in Iraq"),
        ("osce", "Organization for Security and Co-operation in Europe"),
        ("mujao", "Mouvement pour l'Unicité et le Jihad en Afrique de l'Ouest"),
        ("unsc", "UN Security Council"),
        ("pflpgc", "Popular Front for the Liberation of Palestine – General Command"),
    ],
)
def test_the_words_of_a_name_make_its_abbreviation(short: str, name: str) -> None:
    assert stands_for(short, name) > 0.8
    assert short in made_of(name) or " UN " in f" {name} "


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("aqi", "Al-Qaeda in the Islamic Maghreb"),
        ("isi", "Islamic Army in Iraq"),
        ("aah", "Ansar Allah"),
        ("kdp", "Kurdistan Democratic Party of Iran"),
        ("pmf", "PMF"),
        ("x" * 10_000, "Popular Mobilization Forces"),
    ],
)
def test_letters_that_are_missing_or_left_over_make_none(short: str, name: str) -> None:
    assert stands_for(short, name) == 0


def test_a_name_of_endless_little_words_makes_no_abbreviations() -> None:
    assert made_of("of the " * 2000) == frozenset()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2014 the Popular Mobilization Forces (PMF) took it.", [("Popular Mobilization Forces", "PMF")]),
        ("The Islamic Army in Iraq (IAI), too.", [("Islamic Army in Iraq", "IAI")]),
        ("Nothing stands for it (PMF).", []),
        ("He came on Monday (see below) and left.", []),
    ],
)
def test_brackets_introduce_abbreviations(text: str, found: list[tuple[str, str]]) -> None:
    assert list(introduced(text)) == found
