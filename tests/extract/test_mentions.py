from __future__ import annotations

import pytest
from spacy.tokens import Doc

from allegiance.extract.mentions import Found, find
from allegiance.model import Kind
from extract.rows import lexicon
from extract.trees import tree


def mentions(doc: Doc) -> list[Found]:
    found = find(doc, lexicon())
    for mention in found.values():
        assert mention.text in doc.text[mention.start : mention.end]
    return sorted(found.values(), key=lambda mention: mention.start)


def first(sentence: str) -> Found:
    return mentions(tree(sentence))[0]


def names(doc: Doc) -> list[str]:
    return [mention.text for mention in mentions(doc)]


KINDS = {
    "Kenya/NNP/nsubj>fled/PLACE fled=flee/VBD/root": ("Kenya", Kind.STATE),
    "Kenyan/JJ/amod>jets/NORP jets=jet/NNS/nsubj>fled fled=flee/VBD/root": ("Kenyan", Kind.STATE),
    "Kenyans=Kenyan/NNPS/nsubj>fled/NORP fled=flee/VBD/root": ("Kenyans", Kind.POPULATION),
    "Oren/NNP/nsubj>fled/PERSON Vask/NNP/flat>Oren/PERSON fled=flee/VBD/root": ("Oren Vask", Kind.PERSON),
    "Peronists=Peronist/NNPS/nsubj>fled/NORP fled=flee/VBD/root": ("Peronists", Kind.MOVEMENT),
    "Hausa/NNPS/nsubj>fled/NORP fled=flee/VBD/root": ("Hausa", Kind.POPULATION),
    "Lango/NNP/compound>Front/ORG Front/NNP/nsubj>fled/ORG fled=flee/VBD/root": ("Lango Front", Kind.ARMED_GROUP),
    "Farmers=Farmer/NNPS/compound>Party/ORG Party/NNP/nsubj>fled/ORG fled=flee/VBD/root": ("Farmers Party", Kind.PARTY),
    "Sertao/NNP/compound>Tribune/ORG Tribune/NNP/nsubj>fled/ORG fled=flee/VBD/root": ("Sertao Tribune", Kind.MEDIA),
    "militias=militia/NNS/nsubj>fled fled=flee/VBD/root": ("militias", Kind.ARMED_GROUP),
    "parliament/NN/nsubj>met met=meet/VBD/root": ("parliament", Kind.GOVERNMENT),
    "protesters=protester/NNS/nsubj>fled fled=flee/VBD/root": ("protesters", Kind.MOVEMENT),
}


@pytest.mark.parametrize("sentence", KINDS)
def test_a_mention_has_the_kind_of_what_it_names(sentence: str) -> None:
    found = first(sentence)
    assert (found.text, found.kind) == KINDS[sentence]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Lango/NNP/compound>Brigades/ORG Brigades=Brigade/NNPS/nsubj>fled/ORG fled=flee/VBD/root", Kind.ARMED_GROUP),
        ("United/NNP/amod>Nations/ORG Nations=Nation/NNPS/nsubj>fled/ORG fled=flee/VBD/root", Kind.INTERNATIONAL),
    ],
    ids=["brigades", "nations"],
)
def test_a_word_in_a_name_may_mean_another_kind_than_the_noun(sentence: str, kind: Kind) -> None:
    assert first(sentence).kind is kind


def test_states_are_known_by_name_adjective_and_people() -> None:
    doc = tree(
        "Omani/JJ/amod>envoys/NORP envoys=envoy/NNS/nsubj>told told=tell/VBD/root Peru/NNP/obj>told/PLACE "
        "that/IN/mark>fled Somalis=Somali/NNPS/nsubj>fled/NORP fled=flee/VBD/ccomp>told ./."
    )
    states = {mention.text: mention.state for mention in mentions(doc) if mention.state}
    assert states == {"Omani": "Oman", "Peru": "Peru", "Somalis": "Somalia"}


def test_a_seat_of_government_is_found_where_the_tagger_passed_it_over() -> None:
    seat = first("the/DT/det>Kremlin Kremlin/NNP/nsubj>fell fell=fall/VBD/root ./.")
    assert (seat.text, seat.kind, seat.state) == ("Kremlin", Kind.GOVERNMENT, "Russia")


def test_the_us_is_a_state_and_us_is_not() -> None:
    doc = tree(
        "They/PRP/nsubj>told told=tell/VBD/root us=we/PRP/iobj>told of/IN/case>US the/DT/det>US US/NNP/obl>told ./."
    )
    assert [(m.text, m.state) for m in mentions(doc)] == [("US", "United States")]


def test_a_town_is_a_place_and_a_state_is_not() -> None:
    assert first("Tikrit/NNP/nsubj>fell/PLACE fell=fall/VBD/root").place
    assert not first("Peru/NNP/nsubj>fell/PLACE fell=fall/VBD/root").place


def test_a_name_loses_its_article_its_possessive_and_its_quotation_mark() -> None:
    doc = tree(
        "the/DT/det>Front/ORG Lango/NNP/compound>Front/ORG Front/NNP/nmod:poss>raid/ORG 's/POS/case>Front/ORG "
        "raid/NN/nsubj>failed failed=fail/VBD/root ./."
    )
    (front,) = mentions(doc)
    assert (front.text, doc.text[front.start : front.end]) == ("Lango Front", "Lango Front")


def test_dates_and_events_name_no_actor() -> None:
    doc = tree(
        "March/NNP/nsubj>saw/DATE saw=see/VBD/root Tet/NNP/compound>Offensive/EVENT Offensive/NNP/obj>saw/EVENT ./."
    )
    assert mentions(doc) == []


def test_a_description_takes_the_modifiers_before_it_and_leaves_articles_and_quantities() -> None:
    doc = tree(
        "Many/JJ/amod>militias armed/JJ/amod>militias Somali/JJ/amod>militias/NORP "
        "militias=militia/NNS/nsubj>shelled shelled=shell/VBD/root the/DT/det>council "
        "city/NN/compound>council council/NN/obj>shelled ./."
    )
    assert names(doc) == ["armed Somali militias", "Somali", "city council"]


def test_a_description_takes_its_owner() -> None:
    doc = tree(
        "Iran/NNP/nmod:poss>minister/PLACE 's/POS/case>Iran foreign/JJ/amod>minister minister/NN/nsubj>fled "
        "fled=flee/VBD/root ./."
    )
    assert [(m.text, m.named) for m in mentions(doc)] == [("Iran", True), ("Iran's foreign minister", False)]


def test_a_title_before_a_name_is_no_actor_of_its_own() -> None:
    doc = tree("Chief/NN/nmod>Lena Lena/NNP/nsubj>fled/PERSON Orsk/NNP/flat>Lena/PERSON fled=flee/VBD/root ./.")
    assert names(doc) == ["Lena Orsk"]


def test_a_title_with_a_capital_is_no_actor_of_its_own() -> None:
    doc = tree("President/NNP/nmod>Lena Lena/NNP/nsubj>fled/PERSON Orsk/NNP/flat>Lena/PERSON fled=flee/VBD/root ./.")
    assert names(doc) == ["Lena Orsk"]


@pytest.mark.parametrize("label", ["NORP", ""])
def test_the_base_of_a_prefix_is_a_mention_whatever_the_tagger_says(label: str) -> None:
    entity = f"/{label}" if label else ""
    doc = tree(f"pro-Kenya/JJ/amod>monks{entity} monks=monk/NNS/nsubj>fled fled=flee/VBD/root ./.")
    base = next(mention for mention in mentions(doc) if mention.head == 0)
    assert (base.text, base.start, base.state) == ("Kenya", 4, "Kenya")


def test_a_small_letter_after_a_prefix_names_no_actor() -> None:
    assert names(tree("anti-war/JJ/amod>songs songs=song/NNS/nsubj>grew grew=grow/VBD/root ./.")) == []


def test_a_name_in_quotation_marks_right_after_its_article_is_the_name() -> None:
    doc = tree(
        "The/DT/det>organisation ‘/``/punct>Shirts Blue/NNP/amod>Shirts "
        "Shirts=Shirt/NNPS/compound>organisation ’/''/punct>Shirts organisation/NN/nsubj>fled "
        "fled=flee/VBD/root ./."
    )
    (found,) = mentions(doc)
    assert (found.text, found.named, doc.text[found.start : found.end]) == ("Blue Shirts", True, "Blue Shirts")


def test_a_name_in_quotation_marks_after_another_word_is_the_name() -> None:
    doc = tree(
        "The/DT/det>group secret/JJ/amod>group ‘/``/punct>Shirts Blue/NNP/amod>Shirts "
        "Shirts=Shirt/NNPS/compound>group ’/''/punct>Shirts group/NN/nsubj>fled fled=flee/VBD/root ./."
    )
    (found,) = mentions(doc)
    assert (found.text, found.named, doc.text[found.start : found.end]) == ("Blue Shirts", True, "Blue Shirts")


def test_a_proper_noun_that_the_tagger_passed_over_is_a_name_where_a_name_stands() -> None:
    doc = tree(
        "Zorvan/NNP/nsubj>shelled shelled=shell/VBD/root Mora/NNP/obj>shelled in/IN/case>March "
        "March/NNP/obl>shelled ./."
    )
    assert [(m.text, m.named) for m in mentions(doc)] == [("Zorvan", True), ("Mora", True)]


def test_a_text_without_letters_names_nobody() -> None:
    assert mentions(tree("2008/CD/root/ORG ./.")) == []
