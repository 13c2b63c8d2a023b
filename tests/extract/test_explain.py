from __future__ import annotations

import json

import pytest
from spacy.tokens import Doc

from allegiance.extract.explain import Explained, explain_extraction, to_dict
from allegiance.extract.reasons import Reason
from allegiance.model import Claim, Status
from extract.rows import reading
from extract.trees import tree

ARM = "arm,verb,subj,obj,sponsor"


def explained(doc: Doc, *rows: str) -> Explained:
    (sentence,) = explain_extraction(reading(doc, *rows))
    return sentence


def reasons(doc: Doc, *rows: str) -> list[Reason]:
    return [look.outcome for look in explained(doc, *rows).looks if isinstance(look.outcome, Reason)]


@pytest.fixture
def armed() -> Doc:
    return tree("Kenya/NNP/nsubj>armed/PLACE armed=arm/VBD/root rebels=rebel/NNS/obj>armed ./.")


def test_a_cue_that_makes_a_claim_comes_with_its_frame_and_the_claim(armed: Doc) -> None:
    (look,) = explained(armed, ARM).looks
    assert (look.cue, look.words, look.frame.relation) == ("armed", (2,), "sponsor")
    assert isinstance(look.outcome, Claim)
    assert [mention.actor for mention in (*look.sources, *look.targets)] == ["Kenya", "rebels"]


def test_the_claims_are_those_that_are_extracted(armed: Doc) -> None:
    extraction = reading(armed, ARM)
    (sentence,) = explain_extraction(extraction)
    assert [look.outcome for look in sentence.looks] == extraction.claims()


def test_the_words_that_lower_the_status_are_named() -> None:
    doc = tree("Kenya/NNP/nsubj>armed/PLACE never/RB/advmod>armed armed=arm/VBD/root rebels=rebel/NNS/obj>armed ./.")
    (look,) = explained(doc, ARM).looks
    assert isinstance(look.outcome, Claim)
    assert (look.outcome.status, look.marks) == (Status.DENIED, ("never: denied",))


def test_a_cue_without_a_source_is_refused_with_the_target_that_it_found() -> None:
    doc = tree("Somebody/NN/nsubj>armed armed=arm/VBD/root rebels=rebel/NNS/obj>armed ./.")
    (look,) = explained(doc, ARM).looks
    assert look.outcome is Reason.NO_SOURCE
    assert [mention.text for mention in look.targets] == ["rebels"]


def test_a_cue_without_a_target_is_refused_with_the_source_that_it_found() -> None:
    doc = tree("Kenya/NNP/nsubj>armed/PLACE armed=arm/VBD/root cars=car/NNS/obj>armed ./.")
    (look,) = explained(doc, ARM).looks
    assert look.outcome is Reason.NO_TARGET
    assert [mention.text for mention in look.sources] == ["Kenya"]


def test_what_only_one_actor_does_to_each_other_is_refused() -> None:
    doc = tree("Kenya/NNP/nsubj>clashed/PLACE clashed=clash/VBD/root ./.")
    assert reasons(doc, "clash,verb,subj,both,ASSAULT") == [Reason.NOT_TWO]


def test_what_an_actor_does_to_itself_is_refused() -> None:
    doc = tree("Kenya/NNP/nsubj>armed/PLACE armed=arm/VBD/root Kenya/NNP/obj>armed/PLACE ./.")
    assert reasons(doc, ARM) == [Reason.ONE_ACTOR]


def test_a_relation_that_the_kinds_do_not_fit_is_refused() -> None:
    doc = tree("Rebels=rebel/NNS/nsubj>left left=leave/VBD/root Kenya/NNP/obj>left/PLACE ./.")
    assert reasons(doc, "leave,verb,subj,obj,splinter") == [Reason.KINDS]


def test_what_is_threatened_is_said_by_the_threat() -> None:
    doc = tree(
        "Kenya/NNP/nsubj>threatened/PLACE threatened=threaten/VBD/root to/TO/mark>attack "
        "attack/VB/xcomp>threatened rebels=rebel/NNS/obj>attack ./."
    )
    assert reasons(doc, "threaten,verb,subj,comp,THREATEN", "attack,verb,subj,obj,ASSAULT") == [Reason.GOVERNED]


def test_what_two_cues_say_is_said_once() -> None:
    doc = tree(
        "Kenya/NNP/nsubj>armed/PLACE armed=arm/VBD/root and/CC/cc>paid paid=pay/VBD/conj>armed "
        "rebels=rebel/NNS/obj>paid ./."
    )
    sentence = explained(doc, ARM, "pay,verb,subj,obj,sponsor")
    assert [isinstance(look.outcome, Claim) for look in sentence.looks].count(True) == 1
    assert reasons(doc, ARM, "pay,verb,subj,obj,sponsor") == [Reason.REPEATED]


def test_a_shorter_cue_is_silent_where_a_longer_one_speaks() -> None:
    doc = tree("Kenya/NNP/nsubj>armed/PLACE armed=arm/VBD/root well/RB/advmod>armed rebels=rebel/NNS/obj>armed ./.")
    assert reasons(doc, "arm well,verb,subj,obj,sponsor", "arm,verb,subj,obj,sponsor") == [Reason.LONGER]


def test_a_pronoun_names_whom_it_goes_back_to_or_that_nobody_was_found() -> None:
    doc = tree(
        "Kenya/NNP/nsubj>armed/PLACE armed=arm/VBD/root rebels=rebel/NNS/obj>armed ./.",
        "It/PRP/nsubj>paid paid=pay/VBD/root her/PRP/obj>paid ./.",
    )
    first, second = explain_extraction(reading(doc, ARM))
    assert [(mention.text, mention.actor) for mention in first.mentions] == [("Kenya", "Kenya"), ("rebels", "rebels")]
    assert [(mention.text, mention.actor) for mention in second.mentions] == [("It", "Kenya"), ("her", None)]
    assert doc.text[second.start : second.end] == second.text == "It paid her."


def test_the_tree_numbers_its_words_from_one_in_each_sentence(armed: Doc) -> None:
    assert [(word.text, word.label, word.head) for word in explained(armed, ARM).words] == [
        ("Kenya", "nsubj", 2), ("armed", "ROOT", 0), ("rebels", "obj", 2), (".", "punct", 1),
    ]  # fmt: skip


def test_a_word_that_is_no_cue_is_named_with_the_cues_there_are_of_it() -> None:
    doc = tree("Kenya/NNP/nsubj>zorbled/PLACE zorbled=zorble/VBD/root rebels=rebel/NNS/obj>zorbled ./.")
    (unknown,) = explained(doc, "zorble,noun,agent,patient,AID", "zorble up,verb,subj,obj,AID").unknown
    assert (unknown.word, unknown.known) == (2, ("verb zorble up", "noun zorble"))


def test_a_sentence_is_plain_json(armed: Doc) -> None:
    values = json.loads(json.dumps(to_dict(explained(armed, ARM, "arm,verb,subj,against,MOBILIZE"))))
    assert [cue["claim"]["relation"] for cue in values["fired"]] == ["sponsor"]
    (refused,) = values["refused"]
    assert (refused["frame"]["target"], refused["reason"], refused["targets"]) == (["against"], "no target found", [])
    assert refused["sources"][0] == {
        "mention": "Kenya", "start": 0, "end": 5, "word": 1, "kind": "state", "actor": "Kenya",
    }  # fmt: skip
