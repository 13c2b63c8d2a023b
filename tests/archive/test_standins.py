from __future__ import annotations

from dataclasses import replace

import pytest

from allegiance.archive import Archive
from allegiance.model import Claim, Document, Kind
from conftest import MakeClaim

OFFICE = "Iraqi prime minister"


@pytest.fixture
def told(archive: Archive, make_claim: MakeClaim) -> Archive:
    """Return an archive in which two men hold an office, one after the other, and three texts speak of it."""

    def held(document: Document, holder: str, since: str) -> Claim:
        claim = make_claim(document, holder, "office", "Iraq", since=since, rule="role.prime-minister@1")
        source, target = replace(claim.source, kind=Kind.PERSON), replace(claim.target, kind=Kind.STATE)
        return replace(claim, source=source, target=target)

    def acted(document: Document) -> Claim:
        claim = make_claim(document, OFFICE, "ACCUSE", "Badr", source_actor=OFFICE)
        return replace(claim, source=replace(claim.source, kind=Kind.PERSON))

    one = Document("d1", "Nouri al-Maliki became prime minister of Iraq in 2006.", date="2015")
    other = Document("d2", "Haider al-Abadi became prime minister of Iraq in 2014.", date="2015")
    found = [(one, [held(one, "Nouri al-Maliki", "2006-05")]), (other, [held(other, "Haider al-Abadi", "2014-09")])]
    for number, date in enumerate(("2013-02", "2016", None), start=3):
        text = Document(f"d{number}", f"The {OFFICE} accused Badr, {number}.", date=date)
        found.append((text, [acted(text)]))
    archive.add(found)
    archive.resolve()
    return archive


def sources(archive: Archive) -> dict[int, str]:
    rows = archive.frame(columns=["document", "source"]).rows()
    names = dict(archive.actors().select("key", "name").rows())
    return {document: names[source] for document, source in rows}


def test_an_office_is_its_holder_at_the_date_of_the_text_and_else_stays_an_office(told: Archive) -> None:
    assert sources(told) == {
        1: "Nouri al-Maliki",
        2: "Haider al-Abadi",
        3: "Nouri al-Maliki",
        4: "Haider al-Abadi",
        5: OFFICE,
    }


def test_asking_for_the_holder_finds_the_claims_of_his_time_only(told: Archive) -> None:
    maliki, office = told.find("Nouri al-Maliki").key, told.find(OFFICE).key
    assert told.frame(touching=[maliki], columns=["document"])["document"].to_list() == [1, 3]
    assert told.frame(touching=[office], columns=["document"])["document"].to_list() == [5]
    badr = told.find("Badr").key
    assert told.frame(actors=[maliki, badr], columns=["document"])["document"].to_list() == [3]


def test_quotes_name_the_holder_and_claims_the_words_of_the_text(told: Archive) -> None:
    keys = told.frame(touching=[told.find("Nouri al-Maliki").key], columns=["claim"])["claim"].to_list()
    assert told.quotes(keys)["source_name"].to_list() == ["Nouri al-Maliki"] * 2
    assert [claim.source.actor for claim in told.claims(keys)] == ["Nouri al-Maliki", OFFICE]


def test_forgetting_the_text_forgets_whom_it_meant(told: Archive) -> None:
    told.forget("d3")
    assert set(sources(told)) == {1, 2, 4, 5}


@pytest.mark.parametrize("quote", ["former prime minister", "deputy prime minister", "ex-prime minister"])
def test_who_held_it_once_or_stands_beside_it_does_not_hold_it(
    archive: Archive, make_claim: MakeClaim, quote: str
) -> None:
    text = Document("d1", f"The {quote} Nouri al-Maliki of Iraq spoke. The {OFFICE} accused Badr.", date="2013")
    office = make_claim(text, "Nouri al-Maliki", "office", "Iraq", rule="role.prime-minister@1")
    act = make_claim(text, OFFICE, "ACCUSE", "Badr", source_actor=OFFICE)
    kinds = {
        office: (Kind.PERSON, Kind.STATE),
        act: (Kind.PERSON, Kind.ORGANISATION),
    }
    archive.add(
        [
            (
                text,
                [
                    replace(c, source=replace(c.source, kind=one), target=replace(c.target, kind=other))
                    for c, (one, other) in kinds.items()
                ],
            )
        ]
    )
    archive.resolve()
    assert archive.find(OFFICE).key in archive.frame(columns=["source"])["source"].to_list()
