from __future__ import annotations

from datetime import date

import pytest

from allegiance.archive import Archive, Filter
from allegiance.model import Document, Status
from conftest import MakeClaim


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), [1, 2]),
        (Filter(relation="sponsor"), [1]),
        (Filter(relation="ally"), []),
        (Filter(status=Status.REPORTED), [2]),
        (Filter(status=Status.DENIED), []),
        (Filter(publisher="The Lantern"), [1, 2]),
        (Filter(publisher="The Candle"), []),
        (Filter(document="d1"), [1, 2]),
        (Filter(document="d2"), []),
        (Filter(since=date(2014, 6, 2)), [2]),
        (Filter(until=date(2014, 6, 2)), [1]),
        (Filter(since=date(2014, 6, 1), until=date(2020, 1, 1), relation="ASSAULT"), [2]),
    ],
)
def test_claims_are_picked_out(filled: Archive, wanted: Filter, found: list[int]) -> None:
    assert filled.search(wanted) == found


def test_claims_of_an_actor_are_those_on_either_side(filled: Archive) -> None:
    assert filled.search(Filter(actor=filled.find("Badr").key)) == [1, 2]
    assert filled.search(Filter(actor=filled.find("Iraq").key)) == [2]


def test_claims_come_by_date_and_those_without_one_last(archive: Archive, make_claim: MakeClaim) -> None:
    dates = ["2016", None, "2014-06"]
    for number, since in enumerate(dates):
        text = Document(f"d{number}", "Iran backs Badr.")
        archive.add([(text, [make_claim(text, "Iran", "ally", "Badr", since=since)])])
    assert archive.search(Filter()) == [3, 1, 2]
    assert archive.search(Filter(since=date(2000, 1, 1))) == [3, 1]
