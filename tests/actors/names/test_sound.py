from __future__ import annotations

import pytest

from allegiance.actors.names.sound import HEARINGS, alike, hear, keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muqtada", "Moqtada"),
        ("Muqtada", "مقتدى"),
        ("Gaddafi", "Qadhafi"),
        ("Gaddafi", "القذافي".removeprefix("ال")),
        ("Zarqawi", "Zarkaoui"),
        ("Kadhimi", "Kazemi"),
        ("Netanyahu", "נתניהו"),
        ("Yitzhak", "יצחק"),
        ("Barzani", "بارزانی"),
        ("Karayılan", "Qereyîlan"),
        ("Prigozhin", "Пригожин"),
        ("Jumblatt", "Junblat"),
        ("Rahmon", "Рахмон"),
        ("Jolani", "Golani"),
    ],
)
def test_spellings_of_one_sound_are_alike(one: str, other: str) -> None:
    assert alike(one, other) >= 0.85
    assert alike(one, other) == alike(other, one)
    assert keys(one) & keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Douri", "Dari"), ("Masoud", "Masrour"), ("Khomeini", "Khamenei"), ("Badr", "Sadr"), ("Husayn", "Hasan")],
)
def test_other_sounds_are_less_alike(one: str, other: str) -> None:
    assert alike(one, other) < 0.8


@pytest.mark.parametrize("slip", ["Berdkhanovich", "Berdixanovich", "Bedrikhanovich", "Berdikhanovicha"])
def test_a_long_word_with_one_slip_is_doubtful(slip: str) -> None:
    assert alike("Berdikhanovich", slip) >= 0.7


@pytest.mark.parametrize(("one", "other"), [("Badrani", "Sadrami"), ("Prigozhin", "Prigzohn"), ("Maher", "Mager")])
def test_two_slips_or_one_in_a_short_word_are_too_many(one: str, other: str) -> None:
    assert alike(one, other) == 0


def test_marks_that_the_type_lacked_make_no_other_word() -> None:
    assert alike("Akşener", "Aksener") >= 0.9
    assert keys("Akşener") & keys("Aksener")


@pytest.mark.parametrize("word", ["", "'", "12", "x" * 10_000, "ع", "𝕏", "\u202e"])
def test_any_string_can_be_heard(word: str) -> None:
    assert 1 <= len(hear(word)) <= HEARINGS
    assert 0 <= alike(word, "Badr") <= 1
