from __future__ import annotations

from spacy.tokens import Doc

from extract.rows import reading
from extract.trees import tree, word


def at(doc: Doc, place: str, *rows: str) -> list[tuple[str, int]]:
    """The actors in a word's place, and how far each stands from it."""
    found = reading(doc, *rows).arguments.at(word(doc, place))
    return [(doc.text[actor.found.start : actor.found.end], actor.far) for actor in found]


def test_a_coordination_gives_each_of_its_actors_once() -> None:
    doc = tree(
        "Peru/NNP/nsubj>met/PLACE ,/, Chile/NNP/conj>Peru/B-PLACE and/CC/cc>rebels rebels=rebel/NNS/conj>Peru "
        "met=meet/VBD/root ./."
    )
    assert at(doc, "Peru") == [("Peru", 0), ("Chile", 0), ("rebels", 0)]


def test_a_relative_pronoun_gives_the_actor_that_it_stands_for() -> None:
    doc = tree(
        "rebels=rebel/NNS/nsubj>fled who/WP/nsubj>shot shot=shoot/VBD/acl:relcl>rebels "
        "monks=monk/NNS/obj>shot fled=flee/VBD/root ./."
    )
    assert at(doc, "who") == [("rebels", 0)]


def test_a_pronoun_gives_the_actor_that_it_goes_back_to_under_its_own_words() -> None:
    doc = tree(
        "Lena/NNP/nsubj>left/PERSON Orsk/NNP/flat>Lena/PERSON left=leave/VBD/root ./.",
        "She/PRP/nsubj>fled fled=flee/VBD/root ./.",
    )
    assert at(doc, "She") == [("She", 0)]
    assert at(tree("She/PRP/nsubj>fled fled=flee/VBD/root ./."), "She") == []


def test_a_name_in_apposition_goes_before_the_description() -> None:
    doc = tree(
        "Iran/NNP/nmod:poss>general/PLACE 's/POS/case>Iran general/NN/nsubj>fled ,/, "
        "Oren/NNP/appos>general/PERSON Vask/NNP/flat>Oren/PERSON ,/, fled=flee/VBD/root ./."
    )
    assert at(doc, "general") == [("Oren Vask", 0)]


def test_names_coordinated_in_an_apposition_all_count() -> None:
    doc = tree(
        "generals=general/NNS/nsubj>fled Oren/NNP/appos>generals/PERSON Vask/NNP/flat>Oren/PERSON "
        "and/CC/cc>Lena Lena/NNP/conj>Oren/PERSON Orsk/NNP/flat>Lena/PERSON fled=flee/VBD/root ./."
    )
    assert at(doc, "generals") == [("Oren Vask", 0), ("Lena Orsk", 0)]


def test_names_after_such_as_stand_for_the_group() -> None:
    doc = tree(
        "rebels=rebel/NNS/nsubj>fled such/JJ/case>Front as/IN/fixed>such the/DT/det>Front "
        "Lango/NNP/compound>Front/ORG Front/NNP/nmod>rebels/ORG and/CC/cc>Harar Harar/NNP/conj>Front/ORG "
        "fled=flee/VBD/root ./."
    )
    assert at(doc, "rebels") == [("Lango Front", 0), ("Harar", 0)]


def test_a_thing_leads_to_its_owner() -> None:
    possessive = tree(
        "Kenya/NNP/nmod:poss>bases/PLACE 's/POS/case>Kenya bases=base/NNS/nsubj>fell fell=fall/VBD/root ./."
    )
    assert at(possessive, "bases") == [("Kenya", 1)]
    of = tree(
        "tents=tent/NNS/nsubj>fell of/IN/case>protesters protesters=protester/NNS/nmod>tents fell=fall/VBD/root ./."
    )
    assert at(of, "tents") == [("protesters", 1)]
    adjective = tree("Kenyan/JJ/amod>bases/NORP bases=base/NNS/nsubj>fell fell=fall/VBD/root ./.")
    assert at(adjective, "bases") == [("Kenyan", 1)]


def test_a_thing_against_somebody_does_not_belong_to_it() -> None:
    doc = tree("anti-Kenya/JJ/amod>songs/NORP songs=song/NNS/nsubj>grew grew=grow/VBD/root ./.")
    assert at(doc, "songs") == []


def test_a_number_of_actors_leads_to_them() -> None:
    doc = tree("Dozens=dozen/NNS/nsubj>fled of/IN/case>rebels rebels=rebel/NNS/nmod>Dozens fled=flee/VBD/root ./.")
    assert [name for name, _ in at(doc, "Dozens")] == ["rebels"]


def test_an_event_belongs_to_who_does_it_and_not_to_whom_it_is_done() -> None:
    doc = tree(
        "killing/NN/nsubj>shook of/IN/case>monks monks=monk/NNS/nmod>killing by/IN/case>rebels "
        "rebels=rebel/NNS/nmod>killing shook=shake/VBD/root Laos/NNP/obj>shook/PLACE ./."
    )
    assert at(doc, "killing", "killing,noun,agent,patient,ASSAULT") == [("rebels", 1)]


def test_more_than_three_steps_lead_nowhere() -> None:
    doc = tree(
        "roof/NN/nsubj>fell of/IN/case>wall wall/NN/nmod>roof of/IN/case>ward ward/NN/nmod>wall "
        "of/IN/case>house house/NN/nmod>ward of/IN/case>camp camp/NN/nmod>house of/IN/case>rebels "
        "rebels=rebel/NNS/nmod>camp fell=fall/VBD/root ./."
    )
    assert at(doc, "ward") == [("rebels", 3)]
    assert at(doc, "roof") == []
