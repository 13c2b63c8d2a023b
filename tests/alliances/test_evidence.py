from __future__ import annotations

import pytest

from allegiance.alliances.evidence import evidence
from allegiance.alliances.rules import Rules
from alliances.frames import claim, claims, dates

RULES = Rules()


def test_a_claim_weighs_its_weight_times_confidence_times_status() -> None:
    rows = evidence(claims(claim(2, "ally", 1, since="2006-05-01", confidence=0.5, status="reported")), RULES)
    assert rows.select("a", "b").rows() == [(1, 2)]
    assert rows["mass"][0] == pytest.approx(6 * 0.5 * 0.8)
    assert rows["belief"][0] == pytest.approx(0.4)


def test_what_is_denied_or_neither_for_nor_against_or_of_one_actor_is_no_evidence() -> None:
    frame = claims(
        claim(1, "ally", 2, since="2006", status="denied"),
        claim(1, "kin", 2, since="2006"),
        claim(1, "ally", 1, since="2006"),
        claim(1, "ally", 2),
    )
    assert evidence(frame, RULES).height == 0


def test_a_month_counts_from_its_middle_and_a_tie_with_an_end_holds_until_then() -> None:
    rows = evidence(claims(claim(1, "ally", 2, since="2006-06", until="2008", published="2020-01-01")), RULES)
    assert dates(rows.select("first", "last", "at", "hold", "kept").row(0)) == [
        "2006-06-01",
        "2006-06-30",
        "2006-06-15",
        "2008-12-31",
        "2008-12-31",
    ]


def test_a_tie_without_an_end_is_presumed_to_hold_until_it_was_published() -> None:
    rows = evidence(claims(claim(1, "ally", 2, since="2006-06-01", published="2020-01-01")), RULES)
    assert dates(rows.select("hold", "kept").row(0)) == ["2020-01-01", None]


@pytest.mark.parametrize(
    ("relation", "hold"), [("rival", "2008-01-01"), ("ASSAULT", "2008-01-01"), ("ACCUSE", "2020-01-01")]
)
def test_the_presumption_ends_with_a_contrary_tie_or_a_strong_act_but_not_with_a_word(relation: str, hold: str) -> None:
    frame = claims(
        claim(1, "ally", 2, since="2006-06-01", published="2020-01-01"),
        claim(2, relation, 1, since="2008-01-01", published="2020-01-01"),
        claim(1, "enemy", 3, since="2007-01-01"),
    )
    rows = evidence(frame, RULES).filter(relation="ally")
    assert dates(rows["hold"]) == [hold]


def test_an_act_is_a_point_unless_the_text_says_how_long_it_went_on() -> None:
    frame = claims(
        claim(1, "ASSAULT", 2, since="2006-01-01", until="2006-01-01", published="2020-01-01"),
        claim(1, "ASSAULT", 3, since="2006-01-01", until="2008-01-01"),
    )
    assert dates(evidence(frame, RULES)["hold"]) == ["2006-01-01", "2008-01-01"]


def test_an_end_alone_dates_a_tie() -> None:
    rows = evidence(claims(claim(1, "ally", 2, until="2014-09-08", published="2020-01-01")), RULES)
    assert dates(rows.select("first", "at", "hold").row(0)) == ["2014-09-08"] * 3


def test_a_document_that_tells_of_the_contrary_tie_says_that_the_first_is_over() -> None:
    frame = claims(
        claim(1, "ally", 2, document=1, published="2020-01-01"),
        claim(1, "rival", 2, document=1, published="2020-01-01"),
        claim(1, "ally", 2, document=2, published="2020-01-01"),
        claim(1, "ally", 2, document=1, published="2020-01-01"),
    )
    rows = evidence(frame, RULES).sort("claim")
    assert dates(rows["over"]) == ["2020-01-01", "2020-01-01", None, None]
    assert rows["step"].to_list() == [0, 1, 0, 2]
    assert rows["over_step"].to_list() == [1, 2, None, None]


def test_a_tie_whose_end_is_told_is_not_over_before() -> None:
    frame = claims(
        claim(1, "ally", 2, since="2008-01-01", until="2014-01-01", document=1),
        claim(1, "rival", 2, since="2010-01-01", document=1, published="2020-01-01"),
    )
    assert dates(evidence(frame, RULES)["over"]) == [None, None]


def test_undated_claims_are_placed_by_all_that_their_documents_say() -> None:
    every = claims(
        claim(3, "ally", 4, since="2003", document=1, published="2020-01-01"),
        claim(1, "ally", 2, document=1, published="2020-01-01"),
        claim(3, "ally", 4, since="2005", document=1, published="2020-01-01"),
    )
    rows = evidence(every.filter(source=1), RULES, beside=every)
    assert dates(rows.select("first", "last", "at").row(0)) == ["2003-01-01", "2005-12-31", "2005-12-31"]
    assert rows["told"].to_list() == ["place"]
