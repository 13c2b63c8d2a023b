from __future__ import annotations

import pytest

from allegiance.actors import Actor, Joined, Name, shipped
from allegiance.actors.history import Called, Succession, Use, called
from allegiance.model import Kind


def actor(name: str, entity: str | None = None) -> Actor:
    names = (Joined(Name(name.lower(), name, Kind.ARMED_GROUP), 1, ()),)
    return Actor(name.lower(), name, Kind.ARMED_GROUP, names, entity)


STATE = actor("ISIS", "islamic-state")


@pytest.mark.parametrize(
    ("on", "name"),
    [
        ("2005", "Al-Qaeda in Iraq"),
        ("2007", "Islamic State of Iraq"),
        ("2013-06", "Islamic State of Iraq and Syria"),
        ("2020-01-03", "Islamic State"),
    ],
)
def test_a_group_that_changed_its_name_was_called_so_on_a_date(on: str, name: str) -> None:
    assert [one.name for one in called(STATE, on, gazetteer=shipped())] == [name]


def test_a_year_in_which_the_name_changed_has_both() -> None:
    names = [one.name for one in called(STATE, "2006", gazetteer=shipped())]
    assert names == ["Al-Qaeda in Iraq", "Islamic State of Iraq"]


def test_what_an_actor_came_out_of_is_told_for_the_time_before_it() -> None:
    ties = [Succession("mahdi army", "saraya al-salam", "2014", ("c1",))]
    (found,) = called(actor("Saraya al-Salam", "saraya-al-salam"), "2007", gazetteer=shipped(), successions=ties)
    assert found == Called("mahdi army", "", "documents", None, "2014", ("c1",))


def test_claims_alone_say_that_an_actor_was_not_there_yet() -> None:
    ties = [Succession("old", "new", "2010")]
    assert called(actor("New"), "2007", gazetteer=shipped(), successions=ties)[0].actor == "old"
    assert called(actor("New"), "2012", gazetteer=shipped(), successions=ties) == []


def test_names_in_documents_of_the_time_are_told_after_what_is_known() -> None:
    uses = [Use("isis", "ISI", 4), Use("isis", "al-Qaeda", 9), Use("other", "x", 50)]
    names = [(one.name, one.known_by) for one in called(STATE, "2007", gazetteer=shipped(), uses=uses)]
    assert names == [("Islamic State of Iraq", "gazetteer"), ("al-Qaeda", "documents"), ("ISI", "documents")]


def test_an_actor_without_changes_was_called_what_it_is_while_it_was_there() -> None:
    army = actor("Mahdi Army", "mahdi-army")
    assert [one.name for one in called(army, "2005", gazetteer=shipped())] == ["Mahdi Army"]
    assert called(army, "2015", gazetteer=shipped()) == []
