from __future__ import annotations

import re
from dataclasses import replace

import pytest

from allegiance.archive import Archive
from allegiance.errors import UsageError
from allegiance.model import Document, Kind
from conftest import MakeClaim


def test_actors_are_listed_with_their_claims_and_dates_the_most_named_first(filled: Archive) -> None:
    rows = filled.actors().select("name", "kind", "claims", "first", "last").rows()
    assert [tuple(map(str, row)) for row in rows] == [
        ("Badr", "organisation", "2", "2014-06-01", "2020-01-01"),
        ("Iran", "organisation", "1", "2014-06-01", "2014-06-01"),
        ("Iraq", "organisation", "1", "2020-01-01", "2020-01-01"),
    ]


def test_a_claim_of_an_actor_about_itself_counts_once(archive: Archive, make_claim: MakeClaim) -> None:
    text = Document("d", "Badr accused Badr.")
    archive.add([(text, [make_claim(text, "Badr", "ACCUSE", "Badr")])])
    assert archive.actors()["claims"].to_list() == [1]


@pytest.mark.parametrize("name", ["Iran", "IRAN", " iran ", "iran"])
def test_an_actor_is_found_by_its_name_or_id_whatever_the_case(filled: Archive, name: str) -> None:
    assert (filled.find(name).name, filled.find(name).kind) == ("Iran", Kind.ORGANISATION)


@pytest.mark.parametrize(
    ("name", "hint"), [("Irak", "near it: Iraq, Iran"), ("adr", "near it: Badr"), ("Zanzibar", "")]
)
def test_a_name_that_is_not_there_is_told_with_near_ones(filled: Archive, name: str, hint: str) -> None:
    message = f"{name}: no such actor in the archive" + (f"; {hint}" if hint else "")
    with pytest.raises(UsageError, match=f"^{re.escape(message)}$"):
        filled.find(name)


def test_a_name_of_several_actors_is_told_with_their_ids(archive: Archive, make_claim: MakeClaim) -> None:
    text = Document("d", "Iran backs Badr.")
    claim = make_claim(text, "Iran", "ally", "Badr")
    person = replace(claim, id="c2", target=replace(claim.target, id="badr-2", kind=Kind.PERSON))
    archive.add([(text, [claim, person])])
    with pytest.raises(UsageError, match=r"can be Badr \(organisation, badr\) or Badr \(person, badr-2\): give the id"):
        archive.find("Badr")
    assert archive.find("badr-2").kind is Kind.PERSON


def test_an_actor_taken_to_be_another_is_found_as_that_one(filled: Archive) -> None:
    iran, badr = filled.find("Iran"), filled.find("Badr")
    with filled.writing() as connection:
        connection.execute("INSERT INTO identity VALUES (?, ?)", [badr.key, iran.key])
    assert filled.find("Badr") == iran
    assert filled.actors().select("name", "claims").rows() == [("Iran", 2), ("Iraq", 1)]
