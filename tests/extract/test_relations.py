from __future__ import annotations

import pytest
from spacy.tokens import Doc

from allegiance.extract.reasons import Reason
from allegiance.extract.relations import LONGEST_QUOTE
from allegiance.model import Claim, Kind, Status
from extract.rows import claim, claims, reading
from extract.trees import tree

ARM = "arm,verb,subj,obj,sponsor"
SHELL = "shell,verb,subj,obj,ASSAULT"
KENYA_ARMED_REBELS = "Kenya/NNP/nsubj>armed/PLACE armed=arm/VBD/root rebels=rebel/NNS/obj>armed {}./."


def verdict(doc: Doc, *rows: str) -> list[Reason]:
    """Why the candidates of a Doc make no claim."""
    return [v.outcome for v in reading(doc, *rows).verdicts() if isinstance(v.outcome, Reason)]


def names(found: list[Claim]) -> list[tuple[str, str, str]]:
    return [(c.source.actor, c.relation, c.target.actor) for c in found]


def test_a_claim_has_everything_that_its_relation_its_sentence_and_its_row_say() -> None:
    doc = tree(
        "Kenya/NNP/nsubj>armed/PLACE armed=arm/VBD/root rebels=rebel/NNS/obj>armed in/IN/case>2014 "
        "2014/CD/obl>armed/DATE ./."
    )
    found = claim(doc, SHELL, ARM)
    assert (found.source.actor, found.source.kind, found.target.actor, found.target.kind) == (
        "Kenya", Kind.STATE, "rebels", Kind.ARMED_GROUP,
    )  # fmt: skip
    assert (found.relation, found.sign, found.weight, found.plover) == ("sponsor", 1, 7.0, "AID")
    assert (found.status, found.according_to, found.rule) == (Status.STATED, None, "verb.arm@1")
    assert (found.since, found.until) == ("2014", None)
    assert (found.quote, found.start, found.end) == (doc.text, 0, len(doc.text))
    assert 0 < found.confidence <= 1


def test_an_act_ends_on_the_day_on_which_it_happens() -> None:
    doc = tree(
        "Chad/NNP/nsubj>shelled/PLACE shelled=shell/VBD/root Niger/NNP/obj>shelled/PLACE "
        "on/IN/case>2014-03-09 2014-03-09/CD/obl>shelled/DATE ./."
    )
    found = claim(doc, SHELL)
    assert (found.since, found.until) == ("2014-03-09", "2014-03-09")


def test_the_publication_date_is_never_the_date_of_a_claim() -> None:
    found = claim(tree(KENYA_ARMED_REBELS.format("")), ARM, date="2020-05-13")
    assert (found.since, found.until) == (None, None)


def test_a_quote_is_the_sentence_of_the_cue() -> None:
    doc = tree(
        KENYA_ARMED_REBELS.format(""),
        "Chad/NNP/nsubj>shelled/PLACE shelled=shell/VBD/root Niger/NNP/obj>shelled/PLACE ./.",
    )
    assert [c.quote for c in claims(doc, ARM, SHELL)] == ["Kenya armed rebels.", "Chad shelled Niger."]


def test_a_very_long_sentence_is_quoted_from_its_first_part_that_matters_to_its_last() -> None:
    padding = "very/RB/advmod>armed " * 200
    doc = tree(KENYA_ARMED_REBELS.format(padding))
    found = claim(doc, ARM)
    assert len(doc.text) > LONGEST_QUOTE
    assert found.quote == "Kenya armed rebels"


def test_who_is_cited_is_named_with_his_full_name() -> None:
    doc = tree(
        "Lena/NNP/nsubj>left/PERSON Orsk/NNP/flat>Lena/PERSON left=leave/VBD/root ./.",
        "Orsk/NNP/nsubj>said/PERSON said=say/VBD/root that/IN/mark>armed Kenya/NNP/nsubj>armed/PLACE "
        "armed=arm/VBD/ccomp>said rebels=rebel/NNS/obj>armed ./.",
    )
    found = claim(doc, ARM)
    assert (found.status, found.according_to) == (Status.REPORTED, "Lena Orsk")


def test_who_is_cited_may_be_no_actor() -> None:
    doc = tree(
        "Two/CD/nummod>witnesses frightened/JJ/amod>witnesses witnesses/NNS/nsubj>said said=say/VBD/root "
        "that/IN/mark>armed Kenya/NNP/nsubj>armed/PLACE armed=arm/VBD/ccomp>said rebels=rebel/NNS/obj>armed "
        "./."
    )
    spoken = claim(doc, ARM).according_to
    assert spoken is not None
    assert spoken.endswith("witnesses")


def test_a_denied_claim_is_a_claim_with_the_same_sign() -> None:
    doc = tree(
        "Kenya/NNP/nsubj>arm/PLACE did=do/VBD/aux>arm not/RB/advmod>arm arm/VB/root rebels=rebel/NNS/obj>arm ./."
    )
    found = claim(doc, ARM)
    assert (found.status, found.relation, found.sign) == (Status.DENIED, "sponsor", 1)


def test_one_actor_under_two_names_has_no_relation_with_itself() -> None:
    doc = tree("Kenya/NNP/nsubj>armed/PLACE armed=arm/VBD/root Kenyan/JJ/amod>tribes/NORP tribes/NNS/obj>armed ./.")
    assert len(list(reading(doc, ARM).candidates())) == 1
    assert claims(doc, ARM) == []


@pytest.mark.parametrize("turned", [False, True])
def test_what_goes_both_ways_is_said_once(turned: bool) -> None:  # noqa: FBT001 - a parameter of the test
    rows = ["clash,verb,subj,with,enemy", "clash,verb,with,subj,enemy"]
    doc = tree("Chad/NNP/nsubj>clashed/PLACE clashed=clash/VBD/root with/IN/case>Niger Niger/NNP/obl>clashed/PLACE ./.")
    assert len(claims(doc, *(reversed(rows) if turned else rows))) == 1


def test_what_does_not_go_both_ways_is_said_twice_if_it_is() -> None:
    doc = tree("Chad/NNP/nsubj>clashed/PLACE clashed=clash/VBD/root with/IN/case>Niger Niger/NNP/obl>clashed/PLACE ./.")
    found = claims(doc, "clash,verb,subj,with,ASSAULT", "clash,verb,with,subj,ASSAULT")
    assert names(found) == [("Chad", "ASSAULT", "Niger"), ("Niger", "ASSAULT", "Chad")]


def test_an_epithet_counts_once_a_document_and_a_verb_each_time() -> None:
    backed = (
        "Kenya/NNP/compound>backed/PLACE -/HYPH/punct>Kenya backed=back/VBN/amod>Harar "
        "Harar/NNP/nsubj>fled/ORG fled=flee/VBD/root ./."
    )
    assert len(claims(tree(backed, backed), "backed,compound,first,head,sponsor")) == 1
    armed = "Kenya/NNP/nsubj>armed/PLACE armed=arm/VBD/root Harar/NNP/obj>armed/ORG ./."
    assert len(claims(tree(armed, armed), ARM)) == 2


def test_a_longer_cue_speaks_for_the_shorter_one_in_it() -> None:
    doc = tree(
        "Police/NNS/nsubj>cracked cracked=crack/VBD/root down/RP/compound:prt>cracked on/IN/case>protesters "
        "protesters=protester/NNS/obl>cracked ./."
    )
    found = claims(doc, "crack,verb,subj,on,ASSAULT", "crack down,verb,subj,on,COERCE")
    assert [c.relation for c in found] == ["COERCE"]


def test_what_is_threatened_is_said_by_the_threat() -> None:
    doc = tree(
        "Chad/NNP/nsubj>threatened/PLACE threatened=threaten/VBD/root to/TO/mark>shell "
        "shell/VB/xcomp>threatened Niger/NNP/obj>shell/PLACE ./."
    )
    assert names(claims(doc, SHELL, "threaten,verb,subj,comp,THREATEN")) == [("Chad", "THREATEN", "Niger")]


def test_a_town_takes_no_side_but_is_attacked() -> None:
    source = tree("Tikrit/NNP/nsubj>shelled/PLACE shelled=shell/VBD/root Niger/NNP/obj>shelled/PLACE ./.")
    target = tree("Niger/NNP/nsubj>shelled/PLACE shelled=shell/VBD/root Tikrit/NNP/obj>shelled/PLACE ./.")
    assert claims(source, SHELL) == []
    assert names(claims(target, SHELL)) == [("Niger", "ASSAULT", "Tikrit")]
    assert claims(target, "shell,verb,subj,obj,rival") == []


def test_nobody_splits_from_a_state_by_a_verb() -> None:
    doc = tree("Harar/NNP/nsubj>left/ORG left=leave/VBD/root Niger/NNP/obj>left/PLACE ./.")
    assert claims(doc, "leave,verb,subj,obj,splinter") == []


def test_a_persons_own_group_is_led_by_that_person() -> None:
    named = tree(
        "Dorev/NNP/nmod:poss>Front/PERSON 's/POS/case>Dorev Lango/NNP/compound>Front/ORG Front/NNP/nsubj>fled/ORG "
        "fled=flee/VBD/root ./."
    )
    assert names(claims(named)) == [("Dorev", "leads", "Lango Front")]
    militia = tree("Lena/NNP/nsubj>left/PERSON left=leave/VBD/root her/PRP$/nmod:poss>militia militia/NN/obj>left ./.")
    assert [(c.source.actor, c.relation, c.target.mention.text) for c in claims(militia)] == [
        ("Lena", "leads", "militia")
    ]


def test_a_persons_own_army_is_led_by_that_person() -> None:
    doc = tree(
        "Dorev/NNP/nmod:poss>Army/PERSON 's/POS/case>Dorev Lango/NNP/compound>Army/ORG Army/NNP/nsubj>fled/ORG "
        "fled=flee/VBD/root ./."
    )
    assert names(claims(doc)) == [("Dorev", "leads", "Lango Army")]


def test_a_claim_is_no_surer_where_its_actors_stand_farther_from_the_cue() -> None:
    near = claim(tree("Chad/NNP/nsubj>shelled/PLACE shelled=shell/VBD/root Niger/NNP/obj>shelled/PLACE ./."), SHELL)
    far = claim(tree("Chad/NNP/nsubj>shelled/PLACE shelled=shell/VBD/root camps=camp/NNS/obj>shelled of/IN/case>Niger "
            "Niger/NNP/nmod>camps/PLACE ./."), SHELL)  # fmt: skip
    assert 0 < far.confidence <= near.confidence < 1


def test_claims_stand_in_the_order_of_the_text_and_have_ids_of_their_own() -> None:
    doc = tree(
        "Chad/NNP/nsubj>shelled/PLACE shelled=shell/VBD/root Niger/NNP/obj>shelled/PLACE and/CC/cc>rebels "
        "rebels=rebel/NNS/conj>Niger ./.",
        KENYA_ARMED_REBELS.format(""),
    )
    found = claims(doc, ARM, SHELL)
    assert [c.start for c in found] == sorted(c.start for c in found)
    assert len({c.id for c in found}) == len(found) == 3


def test_a_text_without_actors_says_nothing() -> None:
    assert claims(tree("It/PRP/nsubj>rained rained=rain/VBD/root ./."), ARM) == []


def test_what_is_said_of_a_kind_is_said_of_nobody() -> None:
    doc = tree("Rulers=ruler/NNS/nsubj>arm arm/VBP/root rebels=rebel/NNS/obj>arm ./.")
    assert claims(doc, ARM) == []
    assert verdict(doc, ARM) == [Reason.GENERIC]


@pytest.mark.parametrize(
    "sentence",
    [
        "The/DT/det>rulers rulers=ruler/NNS/nsubj>arm arm/VBP/root rebels=rebel/NNS/obj>arm ./.",
        "Rulers=ruler/NNS/nsubj>armed armed=arm/VBD/root rebels=rebel/NNS/obj>armed ./.",
        "Two/CD/nummod>rulers rulers=ruler/NNS/nsubj>arm arm/VBP/root rebels=rebel/NNS/obj>arm ./.",
        "Parliament/NN/nsubj>arms arms=arm/VBZ/root rebels=rebel/NNS/obj>arms ./.",
    ],
)
def test_what_somebody_does_or_did_is_no_saying_about_a_kind(sentence: str) -> None:
    assert [c.relation for c in claims(tree(sentence), ARM)] == ["sponsor"]


def test_a_cue_beside_a_word_of_another_sense_makes_no_claim() -> None:
    doc = tree(
        "Kenya/NNP/nsubj>shot/PLACE shot=shoot/VBD/root a/DT/det>film film/NN/obj>shot of/IN/case>Chad "
        "Chad/NNP/nmod>film/PLACE ./."
    )
    assert verdict(doc, "shoot,verb,subj,obj,ASSAULT") == [Reason.SENSE]


def test_a_person_leads_the_group_that_is_his_and_not_his_school() -> None:
    rows = "{0}=him/PRP$/nmod:poss>{1} {1}/NN/nsubj>fell fell=fall/VBD/root ./."
    named = "Lena/NNP/nsubj>left/PERSON Orsk/NNP/flat>Lena/PERSON left=leave/VBD/root ./."
    for noun, found in (("militia", ["leads"]), ("school", [])):
        doc = tree(named, rows.format("Her", noun))
        assert [c.relation for c in claims(doc, ARM)] == found
