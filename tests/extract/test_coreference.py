from __future__ import annotations

import pytest
from spacy.tokens import Doc

from allegiance.extract import mentions
from allegiance.extract.coreference import resolve
from extract.rows import lexicon
from extract.trees import tree


def links(doc: Doc) -> dict[str, str]:
    """What words go back to, as the text of the mention; words of the same form by their place."""
    found = mentions.find(doc, lexicon())
    return {f"{doc[place].text}": found[main].text for place, main in resolve(doc, found).items()}


DOREV_MET_VASK = (
    "Ilan/NNP/nsubj>met/PERSON Dorev/NNP/flat>Ilan/PERSON met=meet/VBD/root Oren/NNP/obj>met/PERSON "
    "Vask/NNP/flat>Oren/PERSON ./."
)
KENYA_ARMED_THE_FRONT = (
    "Kenya/NNP/nsubj>armed/PLACE armed=arm/VBD/root the/DT/det>Front Lango/NNP/compound>Front/ORG "
    "Front/NNP/obj>armed/ORG ./."
)
JIHAD_FLED = "The/DT/det>Jihad Lango/NNP/compound>Jihad/ORG Jihad/NNP/nsubj>fled/ORG fled=flee/VBD/root ./."


def test_he_goes_back_to_the_subject_of_the_sentence_before() -> None:
    doc = tree(DOREV_MET_VASK, "He/PRP/nsubj>left left=leave/VBD/root Quito/NNP/obj>left/PLACE ./.")
    assert links(doc) == {"He": "Ilan Dorev"}


def test_she_goes_back_to_a_person_and_it_to_what_is_none() -> None:
    doc = tree(
        "Lena/NNP/nsubj>led/PERSON Orsk/NNP/flat>Lena/PERSON led=lead/VBD/root the/DT/det>Front "
        "Lango/NNP/compound>Front/ORG Front/NNP/obj>led/ORG ./.",
        "She/PRP/nsubj>fled fled=flee/VBD/root ./.",
        "It/PRP/nsubj>fell fell=fall/VBD/root ./.",
    )
    assert links(doc) == {"She": "Lena Orsk", "It": "Lango Front"}


def test_they_goes_back_to_a_group_or_to_several() -> None:
    doc = tree(KENYA_ARMED_THE_FRONT, "They/PRP/nsubj>fled fled=flee/VBD/root ./.")
    assert links(doc) == {"They": "Lango Front"}
    several = tree(
        "Prices=price/NNS/nsubj>met met=meet/VBD/root ./.",
        "Their/PRP$/nmod:poss>vow vow/NN/nsubj>held held=hold/VBD/root ./.",
    )
    assert links(several) == {}
    crowd = tree(
        "Protesters=protester/NNS/nsubj>met met=meet/VBD/root ./.",
        "Their/PRP$/nmod:poss>vow vow/NN/nsubj>held held=hold/VBD/root ./.",
    )
    assert links(crowd) == {"Their": "Protesters"}


def test_a_possessive_may_go_back_to_the_subject_of_its_own_clause() -> None:
    doc = tree(
        "Ilan/NNP/nsubj>shelled/PERSON Dorev/NNP/flat>Ilan/PERSON shelled=shell/VBD/root "
        "Quito/NNP/obj>shelled/PLACE with/IN/case>guns his/PRP$/nmod:poss>guns guns=gun/NNS/obl>shelled ./."
    )
    assert links(doc) == {"his": "Ilan Dorev"}


def test_two_arguments_of_one_verb_are_two_actors_unless_one_is_a_reflexive() -> None:
    assert links(tree("Dorev/NNP/nsubj>shot/PERSON shot=shoot/VBD/root him=he/PRP/obj>shot ./.")) == {}
    reflexive = tree("Dorev/NNP/nsubj>shot/PERSON shot=shoot/VBD/root himself/PRP/obj>shot ./.")
    assert links(reflexive) == {"himself": "Dorev"}


def test_a_pronoun_finds_nobody_more_than_three_sentences_back() -> None:
    rain = "Rain/NN/nsubj>fell fell=fall/VBD/root ./."
    he_fled = "He/PRP/nsubj>fled fled=flee/VBD/root ./."
    assert links(tree(DOREV_MET_VASK, rain, he_fled)) == {"He": "Ilan Dorev"}
    assert links(tree(DOREV_MET_VASK, rain, rain, he_fled)) == {}


def test_a_pronoun_does_not_go_back_to_what_is_inside_a_prefix() -> None:
    doc = tree(
        "Pro-Kenya/JJ/amod>monks/NORP monks=monk/NNS/nsubj>met met=meet/VBD/root ./.",
        "It/PRP/nsubj>fled fled=flee/VBD/root ./.",
    )
    assert links(doc) == {}


def test_a_surname_goes_back_to_the_full_name() -> None:
    doc = tree(DOREV_MET_VASK, "Vask/NNP/nsubj>left/PERSON left=leave/VBD/root ./.")
    assert links(doc) == {"Vask": "Oren Vask"}


def test_a_surname_of_two_persons_goes_to_the_one_named_more_often() -> None:
    doc = tree(
        "Ilan/NNP/nsubj>left/PERSON Dorev/NNP/flat>Ilan/PERSON left=leave/VBD/root ./.",
        "Mila/NNP/nsubj>left/PERSON Dorev/NNP/flat>Mila/PERSON left=leave/VBD/root ./.",
        "Mila/NNP/nsubj>won/PERSON Dorev/NNP/flat>Mila/PERSON won=win/VBD/root ./.",
        "Dorev/NNP/nsubj>fled/PERSON fled=flee/VBD/root ./.",
    )
    assert links(doc)["Dorev"] == "Mila Dorev"


def test_an_abbreviation_introduced_in_brackets_goes_back_to_the_long_name_from_then_on() -> None:
    doc = tree(
        "Popular/NNP/amod>Forces/ORG Guard/NNP/compound>Forces/ORG Forces=Force/NNPS/nsubj>left/ORG (/-LRB- "
        "PGF/NNP/appos>Forces/ORG )/-RRB- left=leave/VBD/root ./.",
        "The/DT/det>PGF PGF/NNP/nsubj>fled/ORG fled=flee/VBD/root ./.",
    )
    found = mentions.find(doc, lexicon())
    assert [found[main].text for main in resolve(doc, found).values()] == ["Popular Guard Forces"] * 2


def test_letters_in_brackets_that_abbreviate_another_name_go_back_to_nothing() -> None:
    doc = tree(
        "Popular/NNP/amod>Forces/ORG Forces=Force/NNPS/nsubj>left/ORG (/-LRB- XYZ/NNP/appos>Forces/ORG "
        ")/-RRB- left=leave/VBD/root ./."
    )
    assert links(doc) == {}


def test_the_militia_goes_back_to_the_last_armed_group_with_a_name() -> None:
    doc = tree(JIHAD_FLED, "The/DT/det>militia militia/NN/nsubj>left left=leave/VBD/root ./.")
    assert links(doc) == {"militia": "Lango Jihad"}


@pytest.mark.parametrize(
    "sentence",
    [
        "A/DT/det>militia militia/NN/nsubj>left left=leave/VBD/root ./.",
        "The/DT/det>militia Somali/JJ/amod>militia/NORP militia/NN/nsubj>left left=leave/VBD/root ./.",
        "The/DT/det>parliament parliament/NN/nsubj>met met=meet/VBD/root ./.",
        "The/DT/det>militias militias=militia/NNS/nsubj>left left=leave/VBD/root ./.",
    ],
    ids=["indefinite", "with modifiers", "of another kind", "plural"],
)
def test_a_description_that_may_be_another_actor_stays_itself(sentence: str) -> None:
    assert links(tree(JIHAD_FLED, sentence)) == {}


def test_the_cleric_goes_back_to_a_person() -> None:
    doc = tree(DOREV_MET_VASK, "The/DT/det>cleric cleric/NN/nsubj>left left=leave/VBD/root ./.")
    assert links(doc) == {"cleric": "Ilan Dorev"}


def test_a_chain_leads_to_its_end() -> None:
    doc = tree(
        DOREV_MET_VASK,
        "Dorev/NNP/nsubj>left/PERSON left=leave/VBD/root Quito/NNP/obj>left/PLACE ./.",
        "He/PRP/nsubj>fled fled=flee/VBD/root ./.",
    )
    assert links(doc) == {"Dorev": "Ilan Dorev", "He": "Ilan Dorev"}
