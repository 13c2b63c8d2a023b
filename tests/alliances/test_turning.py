from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from allegiance.alliances.evidence import evidence
from allegiance.alliances.rules import Rules
from allegiance.alliances.turning import sides, turning
from alliances.frames import claim, claims

RULES = Rules()


def turned(*rows: dict[str, object], rules: Rules = RULES) -> list[dict[str, Any]]:
    told = evidence(claims(*rows), rules)
    found = [turn | sides(told, turn) for turn in turning(told, rules).to_dicts()]
    days = ("day", "last_first", "last_last", "first_first", "first_last")
    return [turn | {day: date.fromordinal(turn[day] + 719163) for day in days} for turn in found]


def test_an_alliance_that_a_text_without_dates_of_its_own_tells_through_its_turns() -> None:
    found = turned(
        claim(1, "ally", 2, document=1, previous="2003", next="2008"),
        claim(1, "rival", 2, document=1, previous="2003", next="2008"),
        claim(1, "ally", 2, document=1, previous="2008", next="2020-01-03"),
        claim(1, "ally", 2, document=1, previous="2020-01-03", latest="2020-01-03"),
    )
    assert [(turn["was"], turn["now"]) for turn in found] == [(1, -1), (-1, 1)]
    assert [turn["day"] for turn in found] == [date(2008, 12, 31), date(2020, 1, 3)]
    assert (found[1]["last_first"], found[1]["last_last"]) == (date(2003, 1, 1), date(2008, 12, 31))
    assert (found[1]["first_first"], found[1]["first_last"]) == (date(2020, 1, 3), date(2020, 1, 3))
    assert (found[0]["claims_before"], found[0]["claims_after"]) == ([1], [2])
    assert sorted(found[1]["claims_after"]) == [3, 4]


def test_between_which_evidence_it_turned_is_as_precise_as_the_dates_are() -> None:
    (turn,) = turned(claim(1, "COOPERATE", 2, since="2006"), claim(2, "ASSAULT", 1, since="2007-08"))
    assert (turn["last_first"], turn["last_last"]) == (date(2006, 1, 1), date(2006, 12, 31))
    assert (turn["first_first"], turn["first_last"]) == (date(2007, 8, 1), date(2007, 8, 31))


def test_a_turn_is_as_sure_as_one_right_reading_on_either_side() -> None:
    (turn,) = turned(
        claim(1, "COOPERATE", 2, since="2006-01-01", confidence=0.5, document=1),
        claim(1, "AID", 2, since="2006-01-01", confidence=0.4, document=1),
        claim(1, "AID", 2, since="2006-01-02", confidence=0.5, document=2),
        claim(1, "ASSAULT", 2, since="2012-01-01", confidence=0.8),
    )
    assert turn["sure"] == pytest.approx(0.75 * 0.8)


def test_one_contrary_word_among_many_friendly_deeds_is_no_turn() -> None:
    deeds = [claim(1, "AID", 2, since=f"2006-0{month}-01") for month in range(1, 7)]
    assert turned(*deeds, claim(2, "ACCUSE", 1, since="2006-03-15")) == []


def test_the_last_evidence_of_a_tie_whose_end_is_told_is_its_end() -> None:
    (turn,) = turned(
        claim(1, "ally", 2, since="2008-01-01", until="2014-06-30"), claim(1, "ASSAULT", 2, since="2016-01-01")
    )
    assert turn["last_last"] == date(2014, 6, 30)


def test_a_turn_back_to_a_standing_tie_names_the_tie() -> None:
    found = turned(
        claim(1, "ally", 2, since="2006-01-01", until="2014-01-01"), claim(1, "ASSAULT", 2, since="2010-01-01")
    )
    assert [(turn["was"], turn["now"]) for turn in found] == [(1, -1), (-1, 1)]
    assert found[1]["claims_after"] == [1]


def test_two_claims_of_one_day_from_two_documents_are_no_turn() -> None:
    assert turned(claim(1, "ally", 2, published="2020-01-01"), claim(1, "rival", 2, published="2020-01-01")) == []
