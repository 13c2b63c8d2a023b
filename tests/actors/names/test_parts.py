from __future__ import annotations

import pytest

from allegiance.actors.names.parts import MOST, Part, compose, similarity, words
from allegiance.actors.names.persons import LEAST


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Muqtada al-Sadr", ["muqtada", "sadr"]),
        ("Abu Bakr al-Baghdadi", ["abu bakr", "baghdadi"]),
        ("Abubakr Baghdadi", ["abu bakr", "baghdadi"]),
        ("Abd al-Aziz al-Hakim", ["abd aziz", "hakim"]),
        ("Abdulaziz Hakim", ["abd aziz", "hakim"]),
        ("Sirajuddin Haqqani", ["din siraj", "haqqani"]),
        ("Siraj al-Din Haqqani", ["din siraj", "haqqani"]),
        ("Hassan Nasr Allah", ["hassan", "llah nasr"]),
        ("Hassan Nasrallah", ["hassan", "llah nasr"]),
        ("Abdullah Saleh", ["llah abd", "saleh"]),
        ("Mohammed bin Salman", ["mohammed", "ibn salman"]),
        ("Abu Abd al-Rahman", ["abu abdrahman"]),
        ("Umm Sayyaf", ["umm sayyaf"]),
        ("Ben Bernanke", ["ben", "bernanke"]),
        ("محمد بن سلمان", ["محمد", "ibn سلمان"]),
        ("عبد العزيز الحكيم", ["abd عزيز", "حكيم"]),
        ("حسن نصر الله", ["حسن", "llah نصر"]),
        ("L. Paul Bremer", ["l", "paul", "bremer"]),
    ],
)
def test_the_words_of_a_name_are_put_together(name: str, parts: list[str]) -> None:
    assert [part.text for part in compose(words(name))] == parts


def test_only_so_many_words_are_looked_at() -> None:
    assert len(compose(words("Badr " * 1000))) <= MOST


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        (Part("hasan"), Part("husayn"), False),
        (Part("mohammed"), Part("mahmoud"), False),
        (Part("hamed"), Part("hamid"), True),
        (Part("mahdi"), Part("mahdi", "abu"), False),
        (Part("salman", "ibn"), Part("salman"), True),
        (Part("aziz", "abd"), Part("aziz"), False),
        (Part("j"), Part("jalal"), True),
        (Part("q"), Part("jalal"), False),
        (Part("almutlaq"), Part("mutlak"), True),
    ],
)
def test_given_names_and_ties_tell_parts_apart(left: Part, right: Part, *, alike: bool) -> None:
    assert (similarity(left, right) >= LEAST) is alike
    assert similarity(left, right) == similarity(right, left)
