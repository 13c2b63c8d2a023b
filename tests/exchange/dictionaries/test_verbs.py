from __future__ import annotations

import pytest

from allegiance.exchange.dictionaries.lines import Line
from allegiance.exchange.dictionaries.patterns import BARE, WITH_NOUN
from allegiance.exchange.dictionaries.verbs import Converted, convert

PETRARCH = """\
&PACT
+PACT
+PEACE_ACCORD
&AUX_
+WAS

--- GRANT [070] ---
GRANT
GIVE {GIVES GAVE GIVEN GIVING}
+HAND_OVER {+HANDED_OVER}
RE_+ARM [072]
- * &PACT (WITH +) [057:057]
- * THANKS [010]

--- CHIDE [---] ---
CHIDE
- * + [111]
- * (FROM $) [:073]
- * TALKS [036:045]
~ a (a b CHIDE) GRANT = a b 01
"""
TABARI = """\
ABUS  [---]
- * + PRISONER  [182]
ACCUS  [112]
- + *_OF_ SPYING BY_ $ [1125]
CARR [---]
- * OUT_ RAID AGAINST_ + [190!]
ZXQ [190]
- * TOWN [190]
DENI [120]
ACT_ [---]
"""


def converted(text: str) -> Converted:
    return convert([Line(number, line) for number, line in enumerate(text.splitlines(), start=1) if line])


def rows(text: str) -> list[tuple[str, str, str, str]]:
    return [(row.cue, row.source, row.target, row.relation) for row in converted(text).rows]


def test_verbs_of_a_block_share_its_code_and_its_patterns() -> None:
    found = rows(PETRARCH)
    for verb in ("grant", "give", "hand over"):
        assert (verb, "subj", BARE, "AID") in found
        assert (f"{verb} pact", "subj", "with", "SUPPORT") in found
        assert (f"{verb} peace accord", "subj", "with", "SUPPORT") in found


def test_a_verb_without_a_code_still_has_its_patterns() -> None:
    found = [row for row in rows(PETRARCH) if row[0].startswith("chide")]
    assert ("chide", "subj", "obj", "ACCUSE") in found
    assert ("chide", "subj", BARE, "ACCUSE") not in found


def test_the_second_of_two_codes_is_what_the_target_does() -> None:
    found = [row for row in rows(PETRARCH) if row[0].startswith("chide")]
    assert ("chide", "subj", "from", "AID") in found
    assert ("chide talk", "subj", WITH_NOUN, "AGREE") in found
    assert ("chide talk", WITH_NOUN, "subj", "CONSULT") in found


def test_what_is_lost_has_its_line_and_its_reason() -> None:
    done = converted(PETRARCH)
    assert [(lost.line.number, lost.reason) for lost in done.lost] == [
        (11, "a verb of several words that does not begin with the verb"),
        (13, "a code without a relation: 010"),
        (16, "a code that says that there is no event"),
        (20, "a transformation of verbs into others"),
    ]
    assert done.entries == done.kept + len(done.lost) == 11


def test_stems_of_tabari_are_completed() -> None:
    assert rows(TABARI) == [
        ("abuse prisoner", "subj", "obj", "ASSAULT"),
        ("accuse", "subj", BARE, "ACCUSE"),
        ("accuse spying", "subj", WITH_NOUN, "ACCUSE"),
        ("carry out raid", "subj", "against", "ASSAULT"),
        ("deny", "subj", BARE, "REJECT"),
    ]


def test_a_stem_that_is_no_verb_takes_its_patterns_with_it() -> None:
    assert [(lost.line.number, lost.reason) for lost in converted(TABARI).lost] == [
        (1, "a code that says that there is no event"),
        (5, "a code that says that there is no event"),
        (7, "a stem that is no verb: ZXQ"),
        (8, "a pattern of a verb that was not carried over"),
        (10, "a code that says that there is no event"),
    ]


def test_in_a_dictionary_of_petrarch_without_headers_a_verb_after_patterns_begins_anew() -> None:
    found = rows("GRANT [070]\nGIVE {GAVE GIVEN}\n- * + SHELTER [075]\nVOW [130]\n- * WAR [138]\n")
    assert ("give shelter", "subj", "obj", "AID") in found
    assert ("vow war", "subj", WITH_NOUN, "THREATEN") in found
    assert ("give", "subj", BARE, "AID") in found
    assert not any(row[0] == "grant war" for row in found)


@pytest.mark.parametrize("line", ["- * AID", "two words", "[070]", "- * AID [070"])
def test_a_broken_line_is_lost_and_the_rest_is_not(line: str) -> None:
    done = converted(f"--- GRANT [070] ---\nGRANT\n{line}\n- * TENTS [073]\n")
    assert [lost.line.number for lost in done.lost] == [3]
    assert len(done.rows) == 2
