from __future__ import annotations

import pytest

from extract.rows import said
from extract.trees import tree

LEADER = "leader,role,holder,body,leads"


@pytest.mark.parametrize(
    "sentence",
    [
        "Lena/NNP/nsubj>fled/PERSON Orsk/NNP/flat>Lena/PERSON ,/, leader/NN/appos>Lena of/IN/case>Harar "
        "Harar/NNP/nmod>leader/ORG ,/, fled=flee/VBD/root ./.",
        "Harar/NNP/compound>leader/ORG leader/NN/nmod>Lena Lena/NNP/nsubj>fled/PERSON "
        "Orsk/NNP/flat>Lena/PERSON fled=flee/VBD/root ./.",
        "Harar/NNP/nmod:poss>leader/ORG 's/POS/case>Harar leader/NN/nsubj>fled ,/, "
        "Lena/NNP/appos>leader/PERSON Orsk/NNP/flat>Lena/PERSON ,/, fled=flee/VBD/root ./.",
        "Lena/NNP/nsubj>leader/PERSON Orsk/NNP/flat>Lena/PERSON is=be/VBZ/cop>leader the/DT/det>leader "
        "leader/NN/root of/IN/case>Harar Harar/NNP/nmod>leader/ORG ./.",
        "Lena/NNP/nsubj>became/PERSON Orsk/NNP/flat>Lena/PERSON became=become/VBD/root leader/NN/xcomp>became "
        "of/IN/case>Harar Harar/NNP/nmod>leader/ORG ./.",
        "Lena/NNP/nsubj>resigned/PERSON Orsk/NNP/flat>Lena/PERSON resigned=resign/VBD/root as/IN/case>leader "
        "leader/NN/obl>resigned of/IN/case>Harar Harar/NNP/nmod>leader/ORG ./.",
        "Lena/NNP/nsubj:pass>elected/PERSON Orsk/NNP/flat>Lena/PERSON was=be/VBD/aux:pass>elected "
        "elected=elect/VBN/root as/IN/case>leader leader/NN/obl>elected of/IN/case>Harar "
        "Harar/NNP/nmod>leader/ORG ./.",
    ],
    ids=["apposition", "title", "apposition behind", "copula", "became", "as", "as in the passive"],
)  # fmt: skip
def test_a_role_has_its_holder_and_its_body_wherever_they_stand(sentence: str) -> None:
    assert said(tree(sentence), LEADER) == ["Lena Orsk > Harar"]


def test_a_preposition_may_lead_to_the_body() -> None:
    doc = tree(
        "Lena/NNP/nsubj>fled/PERSON ,/, ambassador/NN/appos>Lena to/IN/case>Peru "
        "Peru/NNP/nmod>ambassador/PLACE ,/, fled=flee/VBD/root ./."
    )
    assert said(doc, "ambassador,role,holder,to,office") == ["Lena > Peru"]


def test_who_is_appointed_holds_the_office_and_not_who_appoints() -> None:
    doc = tree(
        "Cuba/NNP/nsubj>appointed/PLACE appointed=appoint/VBD/root Lena/NNP/obj>appointed/PERSON "
        "as/IN/case>ambassador ambassador/NN/obl>appointed to/IN/case>Peru Peru/NNP/nmod>ambassador/PLACE ./."
    )
    assert said(doc, "ambassador,role,holder,to,office") == ["Lena > Peru"]


def test_coordinated_roles_share_their_holder() -> None:
    doc = tree(
        "Lena/NNP/nsubj>fled/PERSON ,/, founder/NN/appos>Lena and/CC/cc>leader leader/NN/conj>founder "
        "of/IN/case>Harar Harar/NNP/nmod>leader/ORG ,/, fled=flee/VBD/root ./."
    )
    assert said(doc, LEADER) == ["Lena > Harar"]
    two = tree(
        "Founder/NN/nsubj>fled and/CC/cc>leader leader/NN/conj>Founder of/IN/case>Harar "
        "Harar/NNP/nmod>leader/ORG ,/, Lena/NNP/appos>Founder/PERSON ,/, fled=flee/VBD/root ./."
    )
    assert said(two, LEADER) == ["Lena > Harar"]


def test_a_role_without_a_holder_or_a_body_says_nothing() -> None:
    assert said(tree("The/DT/det>leader leader/NN/nsubj>fled fled=flee/VBD/root ./."), LEADER) == []
    nobody = tree(
        "The/DT/det>leader leader/NN/nsubj>fled of/IN/case>Harar Harar/NNP/nmod>leader/ORG fled=flee/VBD/root ./."
    )
    assert said(nobody, LEADER) == []


def test_a_described_ally_is_an_actor_of_its_own() -> None:
    doc = tree(
        "Peru/NNP/nmod:poss>ally/PLACE 's/POS/case>Peru regional/JJ/amod>ally ally/NN/nsubj>fled fled=flee/VBD/root ./."
    )
    assert said(doc, "ally,role,holder,body,ally") == ["Peru's regional ally > Peru"]


def test_the_state_before_a_role_is_its_body_and_what_is_behind_a_prefix_is_not() -> None:
    doc = tree("Peruvian/JJ/amod>minister/NORP minister/NN/nmod>Lena Lena/NNP/nsubj>fled/PERSON fled=flee/VBD/root ./.")
    assert said(doc, "minister,role,holder,body,office") == ["Lena > Peruvian"]
    against = tree(
        "anti-Peru/JJ/amod>leader/NORP leader/NN/nmod>Lena Lena/NNP/nsubj>fled/PERSON fled=flee/VBD/root ./."
    )
    assert said(against, LEADER) == []


def test_a_relative_needs_no_more_words_than_the_relation() -> None:
    doc = tree("Lena/NNP/nsubj>left/PERSON left=leave/VBD/root her/PRP$/nmod:poss>uncle uncle/NN/obj>left ./.")
    assert said(doc, "uncle,role,holder,body,kin") == ["uncle > her"]
    assert said(doc, "uncle,role,holder,body,ally") == []
