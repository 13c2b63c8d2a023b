from __future__ import annotations

import pytest

from allegiance.extract.voice import Voice, of
from allegiance.model import Status
from extract.rows import lexicon
from extract.trees import tree, word


def voice(sentence: str, cue: str) -> Voice:
    return of(word(tree(sentence), cue), lexicon())


def heard(sentence: str, cue: str) -> tuple[Status, str | None]:
    found = voice(sentence, cue)
    return found.status, found.speaker.text if found.speaker is not None else None


REST = "rebels=rebel/NNS/obj>{0} ./."
CASES: dict[str, tuple[str, str, Status, str | None]] = {
    "a bare statement": (
        "Kenya/NNP/nsubj>armed armed=arm/VBD/root rebels=rebel/NNS/obj>armed ./.", "armed", Status.STATED, None,
    ),
    "a reporting verb": (
        "Envoys=envoy/NNS/nsubj>said said=say/VBD/root that/IN/mark>armed Kenya/NNP/nsubj>armed "
        "armed=arm/VBD/ccomp>said rebels=rebel/NNS/obj>armed ./.", "armed", Status.REPORTED, "Envoys",
    ),
    "a reporting clause behind": (
        "Kenya/NNP/nsubj>armed armed=arm/VBD/root rebels=rebel/NNS/obj>armed ,/, envoys=envoy/NNS/nsubj>said "
        "said=say/VBD/parataxis>armed ./.", "armed", Status.REPORTED, "envoys",
    ),
    "according to": (
        "Kenya/NNP/nsubj>armed armed=arm/VBD/root rebels=rebel/NNS/obj>armed ,/, "
        "according=accord/VBG/case>envoys to/IN/fixed>according envoys=envoy/NNS/obl>armed ./.",
        "armed", Status.REPORTED, "envoys",
    ),
    "nested attribution keeps the innermost voice": (
        "Envoys=envoy/NNS/nsubj>said said=say/VBD/root that/IN/mark>claimed Chad/NNP/nsubj>claimed "
        "claimed=claim/VBD/ccomp>said that/IN/mark>armed Kenya/NNP/nsubj>armed armed=arm/VBD/ccomp>claimed "
        "rebels=rebel/NNS/obj>armed ./.",
        "armed", Status.REPORTED, "Chad",
    ),
    "an accusation": (
        "Chad/NNP/nsubj>accused accused=accuse/VBD/root Kenya/NNP/obj>accused of/IN/mark>arming "
        "arming=arm/VBG/advcl>accused rebels=rebel/NNS/obj>arming ./.", "arming", Status.ALLEGED, "Chad",
    ),
    "an accusation by nobody": (
        "Kenya/NNP/nsubj:pass>accused is=be/VBZ/aux:pass>accused accused=accuse/VBN/root of/IN/mark>arming "
        "arming=arm/VBG/advcl>accused rebels=rebel/NNS/obj>arming ./.", "arming", Status.ALLEGED, None,
    ),
    "a belief in the passive": (
        "Kenya/NNP/nsubj:pass>believed is=be/VBZ/aux:pass>believed believed=believe/VBN/root to/TO/mark>armed "
        "have/VB/aux>armed armed=arm/VBN/xcomp>believed rebels=rebel/NNS/obj>armed ./.",
        "armed", Status.ALLEGED, None,
    ),
    "a belief that is not held": (
        "Chad/NNP/nsubj>believe does=do/VBZ/aux>believe not/RB/advmod>believe believe/VB/root that/IN/mark>armed "
        "Kenya/NNP/nsubj>armed armed=arm/VBD/ccomp>believe rebels=rebel/NNS/obj>armed ./.",
        "armed", Status.DENIED, "Chad",
    ),
    "an adverb of hearsay": (
        "Kenya/NNP/nsubj>armed allegedly/RB/advmod>armed armed=arm/VBD/root rebels=rebel/NNS/obj>armed ./.",
        "armed", Status.ALLEGED, None,
    ),
    "an allegation as a noun": (
        "Claims=allegation/NNS/nsubj>grew of/IN/case>support Kenyan/JJ/amod>support support/NN/nmod>Claims "
        "for/IN/case>rebels rebels=rebel/NNS/nmod>support grew=grow/VBD/root ./.", "support", Status.ALLEGED, None,
    ),
    "a denial": (
        "Kenya/NNP/nsubj>denied denied=deny/VBD/root arming=arm/VBG/xcomp>denied rebels=rebel/NNS/obj>arming ./.",
        "arming", Status.DENIED, "Kenya",
    ),
    "a negation": (
        "Kenya/NNP/nsubj>arm did=do/VBD/aux>arm not/RB/advmod>arm arm/VB/root rebels=rebel/NNS/obj>arm ./.",
        "arm", Status.DENIED, None,
    ),
    "never": (
        "Kenya/NNP/nsubj>armed never/RB/advmod>armed armed=arm/VBD/root rebels=rebel/NNS/obj>armed ./.",
        "armed", Status.DENIED, None,
    ),
    "not only": (
        "Kenya/NNP/nsubj>armed not/RB/advmod>armed only/RB/advmod>armed armed=arm/VBD/root "
        "rebels=rebel/NNS/obj>armed ./.",
        "armed", Status.STATED, None,
    ),
    "a failure": (
        "Kenya/NNP/nsubj>failed failed=fail/VBD/root to/TO/mark>arm arm/VB/xcomp>failed rebels=rebel/NNS/obj>arm ./.",
        "arm", Status.DENIED, None,
    ),
    "the future": (
        "Kenya/NNP/nsubj>arm will/MD/aux>arm arm/VB/root rebels=rebel/NNS/obj>arm ./.", "arm", Status.PLANNED, None,
    ),
    "an intention": (
        "Kenya/NNP/nsubj>vowed vowed=vow/VBD/root to/TO/mark>arm arm/VB/xcomp>vowed rebels=rebel/NNS/obj>arm ./.",
        "arm", Status.PLANNED, None,
    ),
    "a possibility": (
        "Kenya/NNP/nsubj>arm may/MD/aux>arm arm/VB/root rebels=rebel/NNS/obj>arm ./.", "arm", Status.POSSIBLE, None,
    ),
    "a condition": (
        "If/IN/mark>arms Kenya/NNP/nsubj>arms arms=arm/VBZ/advcl>fight rebels=rebel/NNS/obj>arms ,/, "
        "Chad/NNP/nsubj>fight will/MD/aux>fight fight/VB/root ./.", "arms", Status.POSSIBLE, None,
    ),
    "a report in the passive with its source": (
        "Kenya/NNP/nsubj:pass>accused was=be/VBD/aux:pass>accused accused=accuse/VBN/root by/IN/case>Chad "
        "Chad/NNP/obl:agent>accused of/IN/mark>arming arming=arm/VBG/advcl>accused "
        "rebels=rebel/NNS/obj>arming ./.", "arming", Status.ALLEGED, "Chad",
    ),
    "a reason beside a report": (
        "Envoys=envoy/NNS/nsubj>left left=leave/VBD/root after/IN/mark>armed Kenya/NNP/nsubj>armed "
        "armed=arm/VBD/advcl>left rebels=rebel/NNS/obj>armed ./.", "armed", Status.STATED, None,
    ),
    "what rebels say in a relative clause": (
        "Kenya/NNP/nsubj>armed armed=arm/VBD/root rebels=rebel/NNS/obj>armed who/WP/nsubj>say "
        "say/VBP/acl:relcl>rebels they/PRP/nsubj>won won=win/VBD/ccomp>say ./.", "armed", Status.STATED, None,
    ),
    "a negated verb beside it": (
        "Kenya/NNP/nsubj>armed armed=arm/VBD/root rebels=rebel/NNS/obj>armed but/CC/cc>send "
        "did=do/VBD/aux>send not/RB/advmod>send send/VB/conj>armed troops=troop/NNS/obj>send ./.",
        "armed", Status.STATED, None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_status_and_voice_follow_from_what_stands_around_the_cue(case: str) -> None:
    sentence, cue, status, speaker = CASES[case]
    assert heard(sentence, cue) == (status, speaker)


def test_of_several_marks_the_one_that_vouches_least_wins_and_all_are_kept() -> None:
    found = voice(
        "Envoys=envoy/NNS/nsubj>said said=say/VBD/root that/IN/mark>arm Kenya/NNP/nsubj>arm may/MD/aux>arm "
        "not/RB/advmod>arm arm/VB/ccomp>said rebels=rebel/NNS/obj>arm ./.",
        "arm",
    )
    assert found.status is Status.DENIED
    assert sorted(found.marks) == ["may: possible", "not: denied", "said: reported"]


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        (
            "Kenya/NNP/nsubj>stopped stopped=stop/VBD/root arming=arm/VBG/xcomp>stopped "
            "rebels=rebel/NNS/obj>arming ./.",
            "arming",
        ),
        (
            "Kenya/NNP/nsubj>ended ended=end/VBD/root its/PRP$/nmod:poss>alliance alliance/NN/obj>ended "
            "with/IN/case>Chad Chad/NNP/nmod>alliance ./.",
            "alliance",
        ),
        (
            "Dorev/NNP/nsubj>fled ,/, a/DT/det>ally former/JJ/amod>ally ally/NN/appos>Dorev of/IN/case>Vask "
            "Vask/NNP/nmod>ally ,/, fled=flee/VBD/root ./.",
            "ally",
        ),
    ],
    ids=["stopped", "ended", "former"],
)
def test_what_is_over_has_ended_and_was_not_untrue(sentence: str, cue: str) -> None:
    found = voice(sentence, cue)
    assert found.ended
    assert found.status is Status.STATED


def test_what_goes_on_has_not_ended() -> None:
    assert not voice(*CASES["a bare statement"][:2]).ended


@pytest.mark.parametrize("word_before", ["No/DT/det", "Neither/CC/cc", "Neither/CC/cc:preconj"])
def test_a_subject_that_is_nobody_denies_its_predicate(word_before: str) -> None:
    sentence = f"{word_before}>envoy envoy/NN/nsubj>armed armed=arm/VBD/root rebels=rebel/NNS/obj>armed ./."
    assert heard(sentence, "armed") == (Status.DENIED, None)


def test_what_a_relative_clause_tells_is_not_denied_with_what_it_hangs_on() -> None:
    sentence = (
        "Kenya/NNP/nsubj>praised never/RB/advmod>praised praised=praise/VBD/root rebels=rebel/NNS/obj>praised "
        "who/WP/nsubj>shelled shelled=shell/VBD/acl:relcl>rebels Chad/NNP/obj>shelled ./."
    )
    assert heard(sentence, "shelled") == (Status.STATED, None)
    assert heard(sentence, "praised") == (Status.DENIED, None)
