from __future__ import annotations

import pytest

from extract.rows import said
from extract.trees import tree

CLASH = "clash,verb,both,both,ASSAULT"
TWO = "Mali/NNP/nsubj>met/PLACE met=meet/VBD/root Chad/NNP/obj>met/PLACE ./."
PERSONS = "Lena/NNP/nsubj>met/PERSON met=meet/VBD/root Oren/NNP/obj>met/PERSON ./."
CLASHED = "clashed=clash/VBD/root ./."


@pytest.mark.parametrize(
    "subject",
    [
        "Both/DT/det>sides sides=side/NNS/nsubj>clashed",
        "The/DT/det>countries two/CD/nummod>countries countries=country/NNS/nsubj>clashed",
        "The/DT/det>two two/CD/nsubj>clashed",
        "Both/DT/nsubj>clashed",
    ],
)
def test_two_sides_are_the_two_that_were_named(subject: str) -> None:
    assert said(tree(TWO, f"{subject} {CLASHED}"), CLASH) == ["Mali > Chad"]


def test_two_men_are_persons_and_two_groups_are_none() -> None:
    men = "The/DT/det>men two/CD/nummod>men men=man/NNS/nsubj>clashed"
    armies = "The/DT/det>armies two/CD/nummod>armies armies=army/NNS/nsubj>clashed"
    assert said(tree(PERSONS, f"{men} {CLASHED}"), CLASH) == ["Lena > Oren"]
    assert said(tree(TWO, f"{men} {CLASHED}"), CLASH) == []
    assert said(tree(PERSONS, f"{armies} {CLASHED}"), CLASH) == []


def test_where_three_or_one_are_named_nobody_is_meant() -> None:
    sides = f"Both/DT/det>sides sides=side/NNS/nsubj>clashed {CLASHED}"
    three = TWO.replace(" ./.", " in/IN/case>Peru Peru/NNP/obl>met/PLACE ./.")
    one = "Mali/NNP/nsubj>fell/PLACE fell=fall/VBD/root ./."
    assert said(tree(three, sides), CLASH) == []
    assert said(tree(one, sides), CLASH) == []


def test_sides_that_are_told_apart_by_more_words_are_not_looked_for() -> None:
    of = f"Both/DT/det>sides sides=side/NNS/nsubj>clashed of/IN/case>town town/NN/nmod>sides {CLASHED}"
    assert said(tree(TWO, of), CLASH) == []
