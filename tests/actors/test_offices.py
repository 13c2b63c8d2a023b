from __future__ import annotations

from datetime import date

import pytest

from allegiance.actors.names.offices import Office
from allegiance.actors.offices import Holders, Holding, held

PREMIER = Office("prime minister", "Iraq")


def day(year: int, month: int = 1, number: int = 1) -> date:
    return date(year, month, number)


def on(holders: Holders, year: int, month: int = 1) -> str | None:
    return holders.on(PREMIER, day(year, month), day(year, month, 28))


def test_a_term_lasts_until_another_holder_is_named() -> None:
    holders = Holders([Holding(PREMIER, "maliki", since=day(2006, 5)), Holding(PREMIER, "abadi", since=day(2014, 9))])
    assert [on(holders, year, 6) for year in (2004, 2006, 2013, 2015)] == [None, "maliki", "maliki", "abadi"]


def test_a_term_that_ended_is_over() -> None:
    holders = Holders([Holding(PREMIER, "maliki", since=day(2006), until=day(2014, 9))])
    assert [on(holders, year) for year in (2010, 2020)] == ["maliki", None]


def test_texts_that_name_a_holder_cover_the_time_between_them_and_a_little_around() -> None:
    told = [Holding(PREMIER, "maliki", told=day(2012)), Holding(PREMIER, "maliki", told=day(2014))]
    holders = Holders(told)
    assert [on(holders, year, 3) for year in (2010, 2013, 2014, 2016)] == [None, "maliki", "maliki", None]


def test_where_two_are_named_nobody_is() -> None:
    told = [Holding(PREMIER, "maliki", told=day(2014, 8)), Holding(PREMIER, "abadi", told=day(2014, 8))]
    assert on(Holders(told), 2014, 8) is None
    assert Holders(told).on(PREMIER, day(2014), day(2014, 12, 31)) is None


def test_an_office_that_no_claim_is_about_has_no_holder() -> None:
    assert Holders([]).on(PREMIER, day(2013), day(2013)) is None
    assert Holders([Holding(PREMIER, "maliki")]).on(PREMIER, day(2013), day(2013)) is None


@pytest.mark.parametrize(
    ("title", "state", "office"),
    [("prime minister", "Iraq", PREMIER), ("spokesman", "Iraq", None), ("president", "Badr Organization", None)],
)
def test_an_office_is_one_of_a_state(title: str, state: str, office: Office | None) -> None:
    assert held(title, state) == office
