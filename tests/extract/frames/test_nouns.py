from __future__ import annotations

import pytest

from extract.rows import said
from extract.trees import tree

KILLING = "killing,noun,agent,patient,ASSAULT"
OFFENSIVE = "offensive,noun,agent,against|on,ASSAULT"
CLASH = "clash,noun,agent,mutual,ASSAULT"
SUPPORT = "support,noun,agent,for,SUPPORT"


@pytest.mark.parametrize(
    "sentence",
    [
        "The/DT/det>killing killing/NN/nsubj>shook of/IN/case>Vask Vask/NNP/nmod>killing/PERSON by/IN/case>Mali "
        "Mali/NNP/nmod>killing/PLACE shook=shake/VBD/root Rome/NNP/obj>shook/PLACE ./.",
        "Vask/NNP/nmod:poss>killing/PERSON 's/POS/case>Vask killing/NN/nsubj>shook by/IN/case>Mali "
        "Mali/NNP/nmod>killing/PLACE shook=shake/VBD/root Rome/NNP/obj>shook/PLACE ./.",
        "Mali/NNP/nmod:poss>killing/PLACE 's/POS/case>Mali killing/NN/nsubj>shook of/IN/case>Vask "
        "Vask/NNP/nmod>killing/PERSON shook=shake/VBD/root Rome/NNP/obj>shook/PLACE ./.",
        "The/DT/det>killing Malian/JJ/amod>killing/NORP killing/NN/nsubj>shook of/IN/case>Vask "
        "Vask/NNP/nmod>killing/PERSON shook=shake/VBD/root Rome/NNP/obj>shook/PLACE ./.",
        "The/DT/det>killing Mali/NNP/compound>led/PLACE -/HYPH/punct>Mali led=lead/VBN/amod>killing "
        "killing/NN/nsubj>shook of/IN/case>Vask Vask/NNP/nmod>killing/PERSON shook=shake/VBD/root "
        "Rome/NNP/obj>shook/PLACE ./.",
    ],
    ids=["of and by", "possessor and by", "possessor and of", "adjective and of", "led"],
)
def test_agent_and_patient_of_an_event_are_found_wherever_they_stand(sentence: str) -> None:
    assert said(tree(sentence), KILLING) in (["Mali > Vask"], ["Malian > Vask"])


def test_the_killing_of_a_states_general_is_done_to_the_general_who_is_named() -> None:
    doc = tree(
        "The/DT/det>assassination Malian/JJ/amod>assassination/NORP assassination/NN/nsubj>shook "
        "of/IN/case>general Iran/NNP/nmod:poss>general/PLACE 's/POS/case>Iran general/NN/nmod>assassination "
        ",/, Oren/NNP/appos>general/PERSON Vask/NNP/flat>Oren/PERSON ,/, shook=shake/VBD/root "
        "Rome/NNP/obj>shook/PLACE ./."
    )
    assert said(doc, "assassination,noun,agent,patient,ASSAULT") == ["Malian > Oren Vask"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru/NNP/nsubj>launched/PLACE launched=launch/VBD/root an/DT/det>offensive offensive/NN/obj>launched "
        "against/IN/case>rebels rebels=rebel/NNS/nmod>offensive ./.",
        "Peru/NNP/nsubj>launched/PLACE launched=launch/VBD/root an/DT/det>offensive offensive/NN/obj>launched "
        "against/IN/case>rebels rebels=rebel/NNS/obl>launched ./.",
        "An/DT/det>offensive offensive/NN/nsubj:pass>launched against/IN/case>rebels rebels=rebel/NNS/nmod>offensive "
        "was=be/VBD/aux:pass>launched launched=launch/VBN/root by/IN/case>Peru Peru/NNP/obl:agent>launched/PLACE ./.",
        "The/DT/det>offensive offensive/NN/nsubj>failed that/WDT/obj>launched Peru/NNP/nsubj>launched/PLACE "
        "launched=launch/VBD/acl:relcl>offensive against/IN/case>rebels rebels=rebel/NNS/obl>launched "
        "failed=fail/VBD/root ./.",
        "Peru/NNP/nmod:poss>offensive/PLACE 's/POS/case>Peru offensive/NN/nsubj>failed against/IN/case>rebels "
        "rebels=rebel/NNS/nmod>offensive failed=fail/VBD/root ./.",
    ],
    ids=["active", "phrase on the verb", "passive", "relative clause", "no light verb"],
)
def test_a_light_verb_lends_its_subject_to_its_noun(sentence: str) -> None:
    assert said(tree(sentence), OFFENSIVE) == ["Peru > rebels"]


def test_a_light_verb_of_the_other_direction_makes_its_subject_the_patient() -> None:
    doc = tree(
        "Peru/NNP/nsubj>faced/PLACE faced=face/VBD/root sanctions=sanction/NNS/obj>faced from/IN/case>Chile "
        "Chile/NNP/obl>faced/PLACE ./."
    )
    assert said(doc, "sanction,noun,agent|from,patient|on,SANCTION") == ["Chile > Peru"]


def test_a_verb_that_is_not_light_lends_nothing() -> None:
    doc = tree(
        "Peru/NNP/nsubj>described/PLACE described=describe/VBD/root an/DT/det>offensive "
        "offensive/NN/obj>described against/IN/case>rebels rebels=rebel/NNS/nmod>offensive ./."
    )
    assert said(doc, OFFENSIVE) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Clashes=clash/NNS/nsubj>ended between/IN/case>Peru Peru/NNP/nmod>Clashes/PLACE and/CC/cc>rebels "
        "rebels=rebel/NNS/conj>Peru ended=end/VBD/root ./.",
        "Peru/NNP/nmod:poss>clashes/PLACE and/CC/cc>rebels rebels=rebel/NNS/conj>Peru '/POS/case>Peru "
        "clashes=clash/NNS/nsubj>ended ended=end/VBD/root ./.",
    ],
    ids=["between", "possessors"],
)
def test_an_event_between_actors_is_mutual(sentence: str) -> None:
    assert said(tree(sentence), CLASH) == ["Peru > rebels"]


def test_two_modifiers_of_an_event_do_it_to_each_other() -> None:
    doc = tree(
        "The/DT/det>feud Saudi/JJ/compound>Iranian/NORP -/HYPH/punct>Saudi Iranian/JJ/amod>feud/NORP "
        "feud/NN/nsubj>ended ended=end/VBD/root ./."
    )
    assert said(doc, "feud,noun,agent,mutual,rival") == ["Saudi > Iranian"]


def test_two_subjects_of_a_light_verb_do_it_with_each_other() -> None:
    doc = tree(
        "Peru/NNP/nsubj>held/PLACE and/CC/cc>Japan Japan/NNP/conj>Peru/PLACE held=hold/VBD/root "
        "talks=talk/NNS/obj>held ./."
    )
    assert said(doc, "talk,noun,agent,mutual,CONSULT") == ["Peru > Japan"]


def test_one_actor_alone_has_nothing_mutual() -> None:
    doc = tree("Peru/NNP/nsubj>held/PLACE held=hold/VBD/root talks=talk/NNS/obj>held ./.")
    assert said(doc, "talk,noun,agent,mutual,CONSULT") == []


def test_an_event_in_a_coordination_shares_the_phrases_of_the_other() -> None:
    doc = tree(
        "Peru/NNP/nmod:poss>talks/PLACE 's/POS/case>Peru talks=talk/NNS/nsubj>failed and/CC/cc>support "
        "support/NN/conj>talks for/IN/case>rebels rebels=rebel/NNS/nmod>support failed=fail/VBD/root ./."
    )
    assert said(doc, "talk,noun,agent,with|for,CONSULT") == ["Peru > rebels"]


def test_a_prefix_before_an_event_tells_against_whom_it_is() -> None:
    doc = tree(
        "Monks=monk/NNS/nsubj>led led=lead/VBD/root an/DT/det>march anti-Laos/JJ/amod>march/NORP march/NN/obj>led ./."
    )
    assert said(doc, "march,noun,agent,against,PROTEST") == ["Monks > Laos"]


def test_what_an_alliance_became_has_the_actors_of_the_alliance() -> None:
    doc = tree(
        "The/DT/det>alliance alliance/NN/nsubj>turned of/IN/case>Dorev Dorev/NNP/nmod>alliance/PERSON "
        "with/IN/case>Vask Vask/NNP/nmod>alliance/PERSON turned=turn/VBD/root into/IN/case>rivalry "
        "a/DT/det>rivalry rivalry/NN/obl>turned ./."
    )
    assert said(doc, "rivalry,noun,agent,with,rival") == ["Dorev > Vask"]


def test_support_has_its_giver_before_it_and_its_taker_behind_for() -> None:
    doc = tree(
        "Cuban/JJ/amod>support/NORP support/NN/nsubj>grew for/IN/case>rebels rebels=rebel/NNS/nmod>support "
        "grew=grow/VBD/root ./."
    )
    assert said(doc, SUPPORT) == ["Cuban > rebels"]


def test_a_noun_in_ing_takes_the_place_of_its_verb() -> None:
    doc = tree(
        "Laos/NNP/nmod:poss>targeting/PLACE 's/POS/case>Laos targeting/NN/nsubj>grew of/IN/case>monks "
        "monks=monk/NNS/nmod>targeting grew=grow/VBD/root ./."
    )
    assert said(doc, "target,verb,subj,obj,ASSAULT") == ["Laos > monks"]


def test_what_happens_between_two_is_theirs() -> None:
    doc = tree(
        "Clashes=clash/NNS/nsubj>erupted erupted=erupt/VBD/root between/IN/case>Mali Mali/NNP/obl>erupted/PLACE "
        "and/CC/cc>Chad Chad/NNP/conj>Mali/PLACE ./."
    )
    assert said(doc, CLASH) == ["Mali > Chad"]


def test_what_is_done_in_support_of_somebody_is_the_doers_support() -> None:
    doc = tree(
        "Mali/NNP/nsubj>shelled/PLACE shelled=shell/VBD/root Chad/NNP/obj>shelled/PLACE in/IN/case>support "
        "support/NN/obl>shelled of/IN/case>Peru Peru/NNP/nmod>support/PLACE ./."
    )
    assert said(doc, "support,noun,agent,of,SUPPORT") == ["Mali > Peru"]
