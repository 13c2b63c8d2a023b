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


def test_a_tie_whose_end_is_told_is_not_over_before() -> None:
    frame = claims(
        claim(1, "ally", 2, since="2008-01-01", until="2014-01-01", document=1),
        claim(1, "rival", 2, since="2010-01-01", document=1, published="2020-01-01"),
    )
    assert dates(evidence(frame, RULES)["over"]) == [None, None]
