from __future__ import annotations

from spacy.tokens import Doc

from allegiance.extract.times import carried, find, in_frame
from extract.rows import claims
from extract.trees import tree, word

OPENED = (
    "In/IN/case>2019 2019/CD/obl>shelled/DATE Chad/NNP/nsubj>shelled shelled=shell/VBD/root Niger/NNP/obj>shelled ./."
)
NEXT = "Mali/NNP/nsubj>praised/PLACE praised=praise/VBD/root Chad/NNP/obj>praised/PLACE ./."
AFTERWARDS = "Mali/NNP/nsubj>praised then/RB/advmod>praised praised=praise/VBD/root Chad/NNP/obj>praised ./."


def year(doc: Doc, cue: str, pos: str = "verb") -> str | None:
    times = find(doc, None)
    time = in_frame(word(doc, cue), carried(doc, times), pos)
    return time.since if time else None


def test_a_date_that_opens_a_sentence_holds_for_the_next_ones() -> None:
    assert year(tree(OPENED, NEXT), "praised") == "2019"
    assert year(tree(OPENED, AFTERWARDS), "praised") == "2019"


def test_it_does_not_hold_for_ever() -> None:
    doc = tree(OPENED, *["Peru/NNP/nsubj>slept slept=sleep/VBD/root ./."] * 2, NEXT)
    assert year(doc, "praised") is None


def test_a_day_is_carried_on_as_its_month() -> None:
    doc = tree(OPENED.replace("In/IN/case>2019 2019/CD", "On/IN/case>2019-05-03 2019-05-03/CD"), NEXT)
    assert year(doc, "praised") == "2019-05"


def test_a_date_at_the_end_of_a_sentence_is_not_carried_on() -> None:
    closed = (
        "Chad/NNP/nsubj>shelled shelled=shell/VBD/root Niger/NNP/obj>shelled in/IN/case>2019 "
        "2019/CD/obl>shelled/DATE ./."
    )
    assert year(tree(closed, NEXT), "praised") is None


def test_another_tense_or_a_word_of_time_ends_it() -> None:
    today = "Mali/NNP/nsubj>praises praises=praise/VBZ/root Chad/NNP/obj>praises ./."
    assert year(tree(OPENED, today), "praises") is None
    assert year(tree(OPENED, AFTERWARDS.replace("then", "later")), "praised") is None


def test_a_date_of_its_own_comes_first() -> None:
    doc = tree(OPENED, NEXT.replace(" ./.", " in/IN/case>2021 2021/CD/obl>praised/DATE ./."))
    assert [claim.since for claim in claims(doc, "praise,verb,subj,obj,SUPPORT")] == ["2021"]


def test_acts_are_dated_by_it_and_standing_ties_are_not() -> None:
    doc = tree(OPENED, NEXT)
    assert [claim.since for claim in claims(doc, "praise,verb,subj,obj,SUPPORT")] == ["2019"]
    assert [claim.since for claim in claims(doc, "praise,verb,subj,obj,ally")] == [None]


def test_a_description_has_no_date_of_the_thread() -> None:
    assert year(tree(OPENED, NEXT), "praised", pos="role") is None
