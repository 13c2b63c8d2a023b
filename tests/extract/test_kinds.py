from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from allegiance.extract import kinds
from allegiance.extract.lexicon import PARTS_OF_SPEECH
from allegiance.extract.mentions import Found
from allegiance.model import Kind
from allegiance.vocabulary import relations


def mention(text: str, kind: Kind, *, plural: bool = False, state: str | None = None) -> Found:
    return Found(0, 0, len(text), text, kind, named=True, plural=plural, state=state)


ORSK, VASK = mention("Lena Orsk", Kind.PERSON), mention("Oren Vask", Kind.PERSON)
FRONT = mention("Lango Front", Kind.ARMED_GROUP)


@pytest.mark.parametrize(
    ("relation", "source", "target"),
    [("kin", ORSK, FRONT), ("leads", ORSK, VASK), ("splinter", FRONT, VASK), ("office", ORSK, VASK)],
)
def test_a_kind_that_a_side_refuses_makes_no_claim(relation: str, source: Found, target: Found) -> None:
    assert not kinds.fit(relations()[relation], "verb", source, target)


@pytest.mark.parametrize(("relation", "source", "target"), [("kin", ORSK, VASK), ("leads", ORSK, FRONT)])
def test_other_kinds_may_stand_there(relation: str, source: Found, target: Found) -> None:
    assert kinds.fit(relations()[relation], "verb", source, target)


def test_many_persons_may_be_led() -> None:
    elders = mention("Lango elders", Kind.PERSON, plural=True)
    assert kinds.fit(relations()["leads"], "verb", ORSK, elders)


def test_a_place_that_was_taken_for_a_person_is_not_refused_as_one() -> None:
    assert kinds.fit(relations()["office"], "role", ORSK, mention("Dominica", Kind.PERSON))


def test_a_town_takes_no_side() -> None:
    town = Found(0, 0, 4, "Daro", Kind.POPULATION, named=True, plural=False, place=True)
    assert not kinds.fit(relations()["ally"], "verb", FRONT, town)
    assert kinds.fit(relations()["ASSAULT"], "verb", FRONT, town)
    assert not kinds.fit(relations()["ASSAULT"], "verb", town, FRONT)


def test_every_row_names_a_relation_a_side_and_parts_of_speech() -> None:
    rows = csv.DictReader((files("allegiance.extract.lexicon") / "kinds.csv").read_text("utf-8").splitlines())
    for row in rows:
        assert row["relation"] in relations()
        assert row["side"] in ("source", "target")
        assert set(row["pos"].split("|")) <= {*PARTS_OF_SPEECH, "possessive"}
