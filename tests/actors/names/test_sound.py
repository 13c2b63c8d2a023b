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


def test_a_long_word_with_one_slip_is_a_little_less_than_alike() -> None:
    assert alike("Soleimani", "Soleimanni") >= 0.8
    assert alike("Prigozhin", "Prigozhn") == 0.9 or alike("Prigozhin", "Prigozhn") >= 0.8
    assert alike("Badr", "Bader") >= 0.8


@pytest.mark.parametrize("word", ["", "'", "12", "x" * 10_000, "ع", "𝕏", "\u202e"])
def test_any_string_can_be_heard(word: str) -> None:
    assert 1 <= len(hear(word)) <= HEARINGS
    assert 0 <= alike(word, "Badr") <= 1
