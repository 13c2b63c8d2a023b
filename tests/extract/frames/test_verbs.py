from __future__ import annotations

import pytest

from extract.rows import said
from extract.trees import tree

SHELL = "shell,verb,subj,obj,ASSAULT"


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad/NNP/nsubj>shelled/PLACE shelled=shell/VBD/root Niger/NNP/obj>shelled/PLACE ./.",
        "Niger/NNP/nsubj:pass>shelled/PLACE was=be/VBD/aux:pass>shelled shelled=shell/VBN/root by/IN/case>Chad "
        "Chad/NNP/obl:agent>shelled/PLACE ./.",
        "Chad/NNP/nsubj>fell/PLACE ,/, which/WDT/nsubj>shelled shelled=shell/VBD/acl:relcl>Chad "
        "Niger/NNP/obj>shelled/PLACE ,/, fell=fall/VBD/root ./.",
        "Niger/NNP/nsubj>fell/PLACE ,/, which/WDT/obj>shelled Chad/NNP/nsubj>shelled/PLACE "
        "shelled=shell/VBD/acl:relcl>Niger ,/, fell=fall/VBD/root ./.",
        "Niger/NNP/nsubj>fell/PLACE ,/, shelled=shell/VBN/acl>Niger by/IN/case>Chad "
        "Chad/NNP/obl:agent>shelled/PLACE ,/, fell=fall/VBD/root ./.",
        "Chad/NNP/nsubj>vowed/PLACE vowed=vow/VBD/root to/TO/mark>shell shell/VB/xcomp>vowed "
        "Niger/NNP/obj>shell/PLACE ./.",
        "Chad/NNP/nsubj:pass>accused/PLACE was=be/VBD/aux:pass>accused accused=accuse/VBN/root of/IN/mark>shelling "
        "shelling=shell/VBG/advcl>accused Niger/NNP/obj>shelling/PLACE ./.",
        "Chad/NNP/nsubj>shelled/PLACE shelled=shell/VBD/root the/DT/det>camps camps=camp/NNS/obj>shelled "
        "of/IN/case>Niger Niger/NNP/nmod>camps/PLACE ./.",
    ],
    ids=[
        "active", "passive", "relative clause", "object relative clause", "reduced relative clause", "infinitive",
        "accusation", "a thing of the target's",
    ],
)  # fmt: skip
def test_source_and_target_are_the_same_however_the_clause_is_turned(sentence: str) -> None:
    assert said(tree(sentence), SHELL) == ["Chad > Niger"]


def test_coordination_on_both_sides_gives_every_source_with_every_target() -> None:
    doc = tree(
        "Chad/NNP/nsubj>shelled/PLACE and/CC/cc>Mali Mali/NNP/conj>Chad/PLACE shelled=shell/VBD/root "
        "Niger/NNP/obj>shelled/PLACE and/CC/cc>rebels rebels=rebel/NNS/conj>Niger ./."
    )
    assert said(doc, SHELL) == ["Chad > Niger", "Chad > rebels", "Mali > Niger", "Mali > rebels"]


def test_a_passive_without_an_agent_says_nothing() -> None:
    doc = tree("Niger/NNP/nsubj:pass>shelled/PLACE was=be/VBD/aux:pass>shelled shelled=shell/VBN/root ./.")
    assert said(doc, SHELL) == []


def test_nobody_shells_himself() -> None:
    doc = tree("Chad/NNP/nsubj>shelled/PLACE shelled=shell/VBD/root itself/PRP/obj>shelled ./.")
    assert said(doc, SHELL) == []


def test_the_target_may_stand_behind_a_preposition_on_the_verb_or_on_its_object() -> None:
    row = "declare war,verb,subj,on|against,ASSAULT"
    on_verb = tree(
        "Chad/NNP/nsubj>declared/PLACE declared=declare/VBD/root war/NN/obj>declared on/IN/case>Niger "
        "Niger/NNP/obl>declared/PLACE ./."
    )
    on_noun = tree(
        "Chad/NNP/nsubj>declared/PLACE declared=declare/VBD/root war/NN/obj>declared on/IN/case>Niger "
        "Niger/NNP/nmod>war/PLACE ./."
    )
    assert said(on_verb, row) == said(on_noun, row) == ["Chad > Niger"]


def test_prepositions_are_tried_in_the_order_of_the_row() -> None:
    doc = tree(
        "Chad/NNP/nsubj>sided/PLACE sided=side/VBD/root with/IN/case>Mali Mali/NNP/obl>sided/PLACE "
        "against/IN/case>Niger Niger/NNP/obl>sided/PLACE ./."
    )
    assert said(doc, "side,verb,subj,with,ally") == ["Chad > Mali"]
    assert said(doc, "side,verb,subj,against|with,rival") == ["Chad > Niger"]
    assert said(doc, "side,verb,subj,behind|with,ally") == ["Chad > Mali"]


def test_a_phrasal_verb_reaches_its_target_over_its_particle() -> None:
    doc = tree(
        "Police/NNS/nsubj>cracked cracked=crack/VBD/root down/RP/compound:prt>cracked on/IN/case>protesters "
        "protesters=protester/NNS/obl>cracked ./."
    )
    assert said(doc, "crack down,verb,subj,on,COERCE") == ["Police > protesters"]


def test_a_preposition_left_at_a_relative_pronoun_leads_to_what_it_stands_for() -> None:
    doc = tree(
        "rebels=rebel/NNS/nsubj>fell with/IN/case>whom whom/WP/obl>sided Chad/NNP/nsubj>sided/PLACE "
        "sided=side/VBD/acl:relcl>rebels fell=fall/VBD/root ./."
    )
    assert said(doc, "side,verb,subj,with,ally") == ["Chad > rebels"]


def test_coordinated_subjects_do_it_to_each_other() -> None:
    row = "clash,verb,subj,both,ASSAULT"
    doc = tree(
        "Chad/NNP/nsubj>clashed/PLACE ,/, Mali/NNP/conj>Chad/B-PLACE and/CC/cc>Niger "
        "Niger/NNP/conj>Chad/PLACE clashed=clash/VBD/root ./."
    )
    assert said(doc, row) == ["Chad > Mali", "Chad > Niger", "Mali > Niger"]
    alone = tree("Chad/NNP/nsubj>clashed/PLACE clashed=clash/VBD/root ./.")
    assert said(alone, row) == []


def test_an_indirect_object_may_be_the_target() -> None:
    doc = tree("Chad/NNP/nsubj>gave/PLACE gave=give/VBD/root rebels=rebel/NNS/iobj>gave guns=gun/NNS/obj>gave ./.")
    assert said(doc, "give,verb,subj,iobj|to,AID") == ["Chad > rebels"]


def test_a_threat_is_made_to_whom_the_threatened_act_is_done() -> None:
    row = "threaten,verb,subj,comp,THREATEN"
    infinitive = tree(
        "Chad/NNP/nsubj>threatened/PLACE threatened=threaten/VBD/root to/TO/mark>shell "
        "shell/VB/xcomp>threatened Niger/NNP/obj>shell/PLACE ./."
    )
    clause = tree(
        "Chad/NNP/nsubj>demanded/PLACE demanded=demand/VBD/root that/IN/mark>leave "
        "Niger/NNP/nsubj>leave/PLACE leave/VB/ccomp>demanded ./."
    )
    assert said(infinitive, row) == ["Chad > Niger"]
    assert said(clause, "demand,verb,subj,comp,REQUEST") == ["Chad > Niger"]


def test_who_is_ordered_to_attack_attacks() -> None:
    doc = tree(
        "Chad/NNP/nsubj>ordered/PLACE ordered=order/VBD/root militias=militia/NNS/obj>ordered "
        "to/TO/mark>shell shell/VB/xcomp>ordered Niger/NNP/obj>shell/PLACE ./."
    )
    assert said(doc, SHELL) == ["militias > Niger"]


def test_names_after_such_as_are_the_targets() -> None:
    doc = tree(
        "Chad/NNP/nsubj>shelled/PLACE shelled=shell/VBD/root groups=group/NNS/obj>shelled such/JJ/case>Harar "
        "as/IN/fixed>such Harar/NNP/nmod>groups/ORG and/CC/cc>Lango Lango/NNP/conj>Harar/ORG ./."
    )
    assert said(doc, SHELL) == ["Chad > Harar", "Chad > Lango"]
