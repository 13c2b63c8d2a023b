from __future__ import annotations

import pytest

from allegiance.actors.names.compare import DOUBT, SAME
from allegiance.actors.names.persons import compare, parse


def same(one: str, other: str) -> bool:
    return compare(parse(one), parse(other)).score >= SAME


@pytest.mark.parametrize(
    "name", ["Ali al-Sistani", "Grand Ayatollah Ali al-Sistani", "Sayyid Ali Sistani", "Mr. Ali Al-Sistani"]
)
def test_titles_before_a_name_are_no_part_of_it(name: str) -> None:
    assert [part.word for part in parse(name).parts] == ["ali", "sistani"]


def test_a_title_alone_stays() -> None:
    assert [part.word for part in parse("President").parts] == ["president"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hussein al-Houthi", "Hussein Badreddin al-Houthi"),
        ("Saddam Hussein", "Saddam Hussein al-Tikriti"),
        ("Mohammad Javad Zarif", "Javad Zarif"),
        ("George W. Bush", "George Walker Bush"),
        ("Xi Jinping", "Jinping Xi"),
    ],
)
def test_what_is_left_out_makes_no_other_person(one: str, other: str) -> None:
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali Abdullah Saleh", "Ahmed Ali Abdullah Saleh"),
        ("George W. Bush", "George H. W. Bush"),
        ("Donald Trump", "Donald Trump Jr."),
        ("Abu Mahdi al-Muhandis", "Mahdi al-Muhandis"),
        ("Mohammed bin Salman", "Mohammed bin Nayef"),
        ("Sadr", "Muqtada al-Sadr"),
        ("M. S.", "Mohammed Salman"),
    ],
)
def test_sons_others_and_mere_surnames_are_not_the_same(one: str, other: str) -> None:
    assert not same(one, other)


def test_a_surname_is_bare_and_a_kunya_is_not() -> None:
    assert parse("Sadr").bare
    assert not parse("Abu Azrael").bare


def test_a_slip_makes_a_doubt_and_between_more_parts_none() -> None:
    two = compare(parse("Ali Badrani"), parse("Ali Sadrani")).score
    three = compare(parse("Ali Hussein Badrani"), parse("Ali Hussein Sadrani")).score
    assert DOUBT <= two < SAME <= three
