from __future__ import annotations

import pytest

from allegiance.exchange.dictionaries.patterns import BARE, WITH_NOUN, Places, Unfit, read

SYNONYMS = {"&TREATY": ["TREATY", "PEACE_ACCORD"], "&MANY": [f"THING{n}" for n in range(30)]}


def one(pattern: str, *, stems: bool = False) -> Places:
    (found,) = read(pattern, SYNONYMS, stems=stems)
    return found


@pytest.mark.parametrize(
    ("pattern", "places"),
    [
        ("*", Places((), "subj", BARE)),
        ("$ * +", Places((), "subj", "obj")),
        ("* SANCTIONS AGAINST_ +", Places(("sanction",), "subj", "against")),
        ("* SANCTIONS (AGAINST +)", Places(("sanction",), "subj", "against")),
        ("* AID", Places(("aid",), "subj", WITH_NOUN)),
        ("* THE GUNS (TO)", Places(("gun",), "subj", "to")),
        ("* WITH_", Places((), "subj", "with")),
        ("* {PEACE PLANS}", Places(("peace", "plan"), "subj", WITH_NOUN)),
        ("* + OF_ TORTURE", Places(("torture",), "subj", "obj")),
        ("* UP_ PRESSURE ON_ +", Places(("up", "pressure"), "subj", "on")),
        ("*_OUT_ATTACK ON_ +", Places(("out", "attack"), "subj", "on")),
        ("% * EACH OTHER", Places((), "subj", "both")),
        ("$ AND_ + * TALKS", Places(("talk",), "subj", "both")),
        ("+ { WAS | WERE } * BY_ $", Places((), "subj", "obj")),
        ("+ WAS * $", Places((), "subj", "obj")),
        ("+ * SUPPORT FROM_ $", Places(("support",), "from", "subj")),
        ("* SUPPORT FROM_ $", Places(("support",), "from", "subj")),
    ],
)
def test_a_pattern_is_a_cue_and_the_places_of_its_two_sides(pattern: str, places: Places) -> None:
    assert one(pattern) == places


def test_choices_and_synonyms_are_spelt_out() -> None:
    assert [place.words for place in read("* &TREATY WITH_ +", SYNONYMS, stems=False)] == [
        ("treaty",),
        ("peace", "accord"),
    ]
    assert [place.words for place in read("* { TERROR | REBELS }", SYNONYMS, stems=False)] == [("terror",), ("rebel",)]
    assert [place.target for place in read("* (WITH {NEW &TREATY})", SYNONYMS, stems=False)] == [WITH_NOUN] * 2


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("&TREATY * AID", "words before the verb"),
        ("POLICE * CROWD", "words before the verb"),
        ("WILL NOT * AID", "a negation, a modal or a reporting verb before the verb, which the rules read themselves"),
        ("SAID + *", "a negation, a modal or a reporting verb before the verb, which the rules read themselves"),
        ("^ * +", "an actor to be passed over"),
        ("* ^ WITH_ +", "an actor to be passed over"),
        ("* &NONE", "a set of synonyms that is not defined: &NONE"),
        ("* &MANY &MANY", "a pattern with too many synonyms"),
        ("* ONE HUMAN RIGHTS GROUP WORKER", "more than 3 words besides the verb"),
        ("* OF_ BEEN", "a second verb"),
        ("* AGREED", "a second verb"),
        ("+ WAS * IN_ CUSTODY", "a passive without a source"),
        ("* SUPPORT $", "a source whose place is not told"),
        ("AID", "a pattern without a verb"),
        ("* 1990", "a word that is none: 1990"),
    ],
)
def test_what_no_frame_can_say_has_a_reason(pattern: str, reason: str) -> None:
    with pytest.raises(Unfit) as caught:
        read(pattern, SYNONYMS, stems=False)
    assert str(caught.value) == reason


def test_a_stem_must_be_a_word_or_be_completed_to_one() -> None:
    assert one("* PRISONER", stems=True).words == ("prisoner",)
    with pytest.raises(Unfit, match="a stem that is no word: PEACEKEEPZ"):
        read("* PEACEKEEPZ", {}, stems=True)
