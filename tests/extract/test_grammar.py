from __future__ import annotations

from collections.abc import Iterable

import pytest
from spacy.tokens import Doc, Token

from allegiance.extract.grammar import (
    ancestors,
    antecedent,
    case,
    first_conjunct,
    is_passive,
    logical_objects,
    logical_subjects,
    phrases,
    subjects,
    with_conjuncts,
)
from extract.trees import tree, word


def texts(tokens: Iterable[Token]) -> list[str]:
    return [token.text for token in tokens]


def who_to_whom(doc: Doc, verb: str) -> tuple[list[str], list[str]]:
    return texts(logical_subjects(word(doc, verb))), texts(logical_objects(word(doc, verb)))


CLAUSES = {
    "active": (
        "Kenya/NNP/nsubj>armed armed=arm/VBD/root rebels=rebel/NNS/obj>armed ./.",
        "armed", ["Kenya"], ["rebels"],
    ),
    "passive": (
        "Rebels=rebel/NNS/nsubj:pass>armed were=be/VBD/aux:pass>armed armed=arm/VBN/root by/IN/case>Kenya "
        "Kenya/NNP/obl:agent>armed ./.",
        "armed", ["Kenya"], ["Rebels"],
    ),
    "passive whose by-phrase has no subtype": (
        "Rebels=rebel/NNS/nsubj:pass>armed were=be/VBD/aux:pass>armed armed=arm/VBN/root by/IN/case>Kenya "
        "Kenya/NNP/obl>armed ./.",
        "armed", ["Kenya"], ["Rebels"],
    ),
    "passive without an agent": (
        "Rebels=rebel/NNS/nsubj:pass>armed were=be/VBD/aux:pass>armed armed=arm/VBN/root in/IN/case>March "
        "March/NNP/obl>armed ./.",
        "armed", [], ["Rebels"],
    ),
    "subject relative clause": (
        "rebels=rebel/NNS/nsubj>fled who/WP/nsubj>shot shot=shoot/VBD/acl:relcl>rebels Mora/NNP/obj>shot "
        "fled=flee/VBD/root ./.",
        "shot", ["who"], ["Mora"],
    ),
    "object relative clause": (
        "rebels=rebel/NNS/nsubj>fled Kenya/NNP/nsubj>armed armed=arm/VBD/acl:relcl>rebels fled=flee/VBD/root ./.",
        "armed", ["Kenya"], ["rebels"],
    ),
    "reduced relative clause": (
        "rebels=rebel/NNS/nsubj>fled armed=arm/VBN/acl>rebels by/IN/case>Kenya Kenya/NNP/obl>armed "
        "fled=flee/VBD/root ./.",
        "armed", ["Kenya"], ["rebels"],
    ),
    "participle on its noun": (
        "Soldiers=soldier/NNS/nsubj>fled attacking=attack/VBG/acl>Soldiers Mora/NNP/obj>attacking "
        "fled=flee/VBD/root ./.",
        "attacking", ["Soldiers"], ["Mora"],
    ),
    "adverbial participle": (
        "Gunmen=gunman/NNS/nsubj>stormed stormed=storm/VBD/root Mora/NNP/obj>stormed ,/, "
        "killing=kill/VBG/advcl>stormed monks=monk/NNS/obj>killing ./.",
        "killing", ["Gunmen"], ["monks"],
    ),
    "infinitive under its subject": (
        "Peru/NNP/nsubj>vowed vowed=vow/VBD/root to/TO/mark>support support/VB/xcomp>vowed Chile/NNP/obj>support ./.",
        "support", ["Peru"], ["Chile"],
    ),
    "infinitive under an object": (
        "Peru/NNP/nsubj>ordered ordered=order/VBD/root marines=marine/NNS/obj>ordered to/TO/mark>attack "
        "attack/VB/xcomp>ordered Chile/NNP/obj>attack ./.",
        "attack", ["marines"], ["Chile"],
    ),
    "infinitive under a passive": (
        "Marines=marine/NNS/nsubj:pass>ordered were=be/VBD/aux:pass>ordered ordered=order/VBN/root to/TO/mark>attack "
        "attack/VB/xcomp>ordered Chile/NNP/obj>attack ./.",
        "attack", ["Marines"], ["Chile"],
    ),
    "accusation in the passive": (
        "Chad/NNP/nsubj:pass>accused was=be/VBD/aux:pass>accused accused=accuse/VBN/root of/IN/mark>shelling "
        "shelling=shell/VBG/advcl>accused Mora/NNP/obj>shelling ./.",
        "shelling", ["Chad"], ["Mora"],
    ),
    "accusation in the active": (
        "Niger/NNP/nsubj>accused accused=accuse/VBD/root Chad/NNP/obj>accused of/IN/mark>shelling "
        "shelling=shell/VBG/advcl>accused Mora/NNP/obj>shelling ./.",
        "shelling", ["Chad"], ["Mora"],
    ),
    "coordinated verbs share their subject": (
        "Laos/NNP/nsubj>condemned condemned=condemn/VBD/root monks=monk/NNS/obj>condemned and/CC/cc>armed "
        "armed=arm/VBD/conj>condemned rebels=rebel/NNS/obj>armed ./.",
        "armed", ["Laos"], ["rebels"],
    ),
    "coordinated verbs share their object": (
        "Laos/NNP/nsubj>denounced denounced=denounce/VBD/root and/CC/cc>attacked attacked=attack/VBD/conj>denounced "
        "monks=monk/NNS/obj>attacked ./.",
        "denounced", ["Laos"], ["monks"],
    ),
    "coordinated passives share their agent's verb": (
        "Monks=monk/NNS/nsubj:pass>jailed were=be/VBD/aux:pass>jailed jailed=jail/VBN/root and/CC/cc>beaten "
        "beaten=beat/VBN/conj>jailed by/IN/case>police police/NNS/obl:agent>beaten ./.",
        "beaten", ["police"], ["Monks"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("clause", CLAUSES)
def test_who_does_it_to_whom_is_found_in_every_kind_of_clause(clause: str) -> None:
    sentence, verb, doers, done_to = CLAUSES[clause]
    assert who_to_whom(tree(sentence), verb) == (doers, done_to)


def test_a_by_phrase_belongs_to_all_coordinated_passives() -> None:
    sentence = CLAUSES["coordinated passives share their agent's verb"][0]
    assert who_to_whom(tree(sentence), "jailed") == (["police"], ["Monks"])


def test_an_active_perfect_is_not_passive_and_a_participle_before_its_noun_is() -> None:
    perfect = tree("Kenya/NNP/nsubj>armed had=have/VBD/aux>armed armed=arm/VBN/root rebels=rebel/NNS/obj>armed ./.")
    assert not is_passive(word(perfect, "armed"))
    before = tree("jailed=jail/VBN/amod>monks monks=monk/NNS/nsubj>fled fled=flee/VBD/root ./.")
    assert is_passive(word(before, "jailed"))


def test_a_clause_set_beside_another_lends_no_subject() -> None:
    doc = tree("Kenya/NNP/nsubj>left left=leave/VBD/root :/: attack=attack/VB/parataxis>left Mora/NNP/obj>attack ./.")
    assert subjects(word(doc, "attack")) == []


def test_a_preposition_is_given_with_its_fixed_parts() -> None:
    doc = tree(
        "Kenya/NNP/nsubj>fled fled=flee/VBD/root according=accord/VBG/case>UN to/IN/fixed>according UN/NNP/obl>fled ./."
    )
    assert case(word(doc, "UN")) == "according to"
    assert case(word(doc, "Kenya")) == ""
    assert texts(phrases(word(doc, "fled"), "according to")) == ["UN"]
    assert texts(phrases(word(doc, "fled"), "to")) == []


def test_phrases_come_in_the_order_that_is_asked_for() -> None:
    doc = tree(
        "Talks=talk/NNS/nsubj>failed with/IN/case>Peru Peru/NNP/nmod>Talks in/IN/case>Rome "
        "Rome/NNP/nmod>Talks failed=fail/VBD/root ./."
    )
    assert texts(phrases(word(doc, "Talks"), "in", "with")) == ["Rome", "Peru"]


def test_a_coordination_is_found_from_both_ends() -> None:
    doc = tree("Peru/NNP/nsubj>met ,/, Chile/NNP/conj>Peru and/CC/cc>Cuba Cuba/NNP/conj>Peru met=meet/VBD/root ./.")
    assert texts(with_conjuncts(word(doc, "Peru"))) == ["Peru", "Chile", "Cuba"]
    assert first_conjunct(word(doc, "Cuba")).text == "Peru"
    assert [(above.text, below.text) for above, below in ancestors(word(doc, "Cuba"))] == [
        ("Peru", "Cuba"),
        ("met", "Peru"),
    ]


LEADER = (
    "{holder}/NN/nsubj>fled of/IN/case>Army the/DT/det>Army Lango/NNP/compound>Army/ORG Army/NNP/nmod>{holder}/ORG "
    "which/WDT/nsubj>shelled shelled=shell/VBD/acl:relcl>{holder} Mora/NNP/obj>shelled fled=flee/VBD/root ./."
)


def test_which_after_a_person_of_a_group_stands_for_the_group() -> None:
    found = antecedent(word(tree(LEADER.format(holder="leader")), "which"))
    assert found is not None
    assert found.text == "Army"


def test_a_relative_pronoun_after_a_coordination_stands_for_its_last_part_unless_a_comma_stands_between() -> None:
    near = tree(
        "monks=monk/NNS/nsubj>fled and/CC/cc>guards guards=guard/NNS/conj>monks who/WP/nsubj>shot "
        "shot=shoot/VBD/acl:relcl>monks Mora/NNP/obj>shot fled=flee/VBD/root ./."
    )
    apart = tree(
        "monks=monk/NNS/nsubj>fled and/CC/cc>guards guards=guard/NNS/conj>monks ,/, who/WP/nsubj>shot "
        "shot=shoot/VBD/acl:relcl>monks Mora/NNP/obj>shot ,/, fled=flee/VBD/root ./."
    )
    assert str(antecedent(word(near, "who"))) == "guards"
    assert str(antecedent(word(apart, "who"))) == "monks"


def test_a_word_that_is_no_relative_pronoun_has_no_antecedent() -> None:
    doc = tree("Kenya/NNP/nsubj>said said=say/VBD/root who/WP/nsubj>fled fled=flee/VBD/ccomp>said ./.")
    assert antecedent(word(doc, "Kenya")) is None
    assert antecedent(word(doc, "who")) is None
