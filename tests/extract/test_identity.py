from __future__ import annotations

from spacy.tokens import Doc

from allegiance.extract.identity import identifier
from allegiance.model import Kind, Party
from extract.rows import reading
from extract.trees import tree


def parties(doc: Doc, *, speaks: bool = False) -> list[Party]:
    read = reading(doc)
    return [read.identity.party(read.found[place], speaks=speaks) for place in sorted(read.found)]


def test_a_state_goes_by_its_usual_name_whatever_the_text_calls_it() -> None:
    doc = tree(
        "Iranian/JJ/amod>jets/NORP jets=jet/NNS/nsubj>hit hit/VBD/root US/NNP/compound>bases/PLACE "
        "bases=base/NNS/obj>hit ./."
    )
    made = {party.mention.text: (party.actor, party.kind) for party in parties(doc)}
    assert made["Iranian"] == ("Iran", Kind.STATE)
    assert made["US"] == ("United States", Kind.STATE)


def test_an_organ_acts_for_its_state_and_another_noun_does_not() -> None:
    doc = tree(
        "The/DT/det>embassy Peruvian/JJ/amod>embassy/NORP embassy/NN/nsubj>met met=meet/VBD/root "
        "the/DT/det>party Peruvian/JJ/amod>party/NORP party/NN/obj>met ./."
    )
    made = {party.mention.text: (party.actor, party.kind) for party in parties(doc)}
    assert made["Peruvian party"] == ("Peruvian party", Kind.PARTY)
    assert made["Peruvian embassy"] == ("Peru", Kind.STATE)


def test_a_capital_that_speaks_is_its_state_and_one_that_is_bombed_is_a_town() -> None:
    doc = tree("Quito/NNP/nsubj>fell/PLACE fell=fall/VBD/root ./.")
    assert [p.actor for p in parties(doc, speaks=True)] == ["Ecuador"]
    assert [p.actor for p in parties(doc)] == ["Quito"]


def test_a_seat_has_the_name_and_the_kind_of_whom_it_stands_for() -> None:
    doc = tree("Turtle/NNP/compound>Bay Bay/NNP/nsubj>fell fell=fall/VBD/root ./.")
    assert ("United Nations", Kind.INTERNATIONAL) in [(p.actor, p.kind) for p in parties(doc)]


def test_a_surname_has_the_name_and_the_id_of_the_person_and_its_own_mention() -> None:
    doc = tree(
        "Lena/NNP/nsubj>left/PERSON Orsk/NNP/flat>Lena/PERSON left=leave/VBD/root ./.",
        "Orsk/NNP/nsubj>fled/PERSON fled=flee/VBD/root ./.",
    )
    full, short = parties(doc)
    assert (short.actor, short.id, short.mention.text) == ("Lena Orsk", full.id, "Orsk")


def test_a_name_has_one_kind_of_apostrophe_and_no_line_breaks() -> None:
    curly = tree("Sana’a/NNP/compound>Front/ORG Front/NNP/nsubj>fled/ORG fled=flee/VBD/root ./.")
    straight = tree("Sana'a/NNP/compound>Front/ORG Front/NNP/nsubj>fled/ORG fled=flee/VBD/root ./.")
    assert parties(curly)[0].id == parties(straight)[0].id
    assert parties(curly)[0].mention.text == "Sana’a Front"


def test_an_id_depends_on_the_name_without_its_case_and_on_the_kind() -> None:
    assert identifier("Amal", Kind.PARTY) == identifier("AMAL", Kind.PARTY)
    assert identifier("Amal", Kind.PARTY) != identifier("Amal", Kind.PERSON)
