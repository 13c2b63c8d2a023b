from __future__ import annotations

import pytest

from allegiance.geography import How, atlas
from allegiance.geography.atlas import fold


@pytest.mark.parametrize(
    ("name", "state", "how"),
    [
        ("Iran", "Iran", How.NAME),
        ("the Islamic Republic of Iran", "Iran", How.NAME),
        ("Iranian", "Iran", How.ADJECTIVE),
        ("Tehran", "Iran", How.CAPITAL),
        ("ایران", "Iran", How.NAME),
        ("إيران", "Iran", How.NAME),
        ("Иран", "Iran", How.NAME),
        ("伊朗", "Iran", How.NAME),
        ("Türkiye", "Turkey", How.NAME),
        ("Ивory", None, None),
        ("Mosul", "Iraq", How.CITY),
        ("الموصل", "Iraq", How.CITY),
        ("Alger", "Algeria", How.CAPITAL),
    ],
)
def test_a_state_is_found_by_its_names_in_many_languages(name: str, state: str | None, how: How | None) -> None:
    place = atlas().find(name)
    assert (place.state, place.how) == (state, how) if place is not None else (state, how) == (None, None)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("USSR", "Soviet Union"),
        ("Union of Soviet Socialist Republics", "Soviet Union"),
        ("German Democratic Republic", "East Germany"),
        ("Burma", "Myanmar"),
        ("Upper Volta", "Burkina Faso"),
        ("Zaire", "Democratic Republic of the Congo"),
        ("South Yemen", "South Yemen"),
    ],
)
def test_former_states_are_their_own_and_renamed_ones_are_what_they_became(name: str, state: str) -> None:
    place = atlas().find(name)
    assert place is not None
    assert place.state == state


def test_a_capital_stands_for_its_state_and_another_city_does_not() -> None:
    capital, city = atlas().find("Baghdad"), atlas().find("Basra")
    assert capital is not None
    assert city is not None
    assert (capital.acts, city.acts) == (True, False)


def test_cities_can_be_left_out() -> None:
    assert atlas().find("Basra", cities=False) is None


@pytest.mark.parametrize(("word", "state"), [("Iraqi", "Iraq"), ("Iraq", "Iraq"), ("Baghdad", None), ("Badr", None)])
def test_a_word_before_a_noun_names_a_state_by_name_or_adjective(word: str, state: str | None) -> None:
    assert atlas().adjective(word) == state


@pytest.mark.parametrize("name", ["", " ", ".", "x" * 10_000, "\u202e"])
def test_what_is_no_name_is_nowhere(name: str) -> None:
    assert atlas().find(name) is None


def test_folding_takes_off_marks_case_and_full_stops() -> None:
    assert [fold(name) for name in ("Türkiye", "U.S.", "  Côte  d’Ivoire ")] == ["turkiye", "us", "cote d'ivoire"]
