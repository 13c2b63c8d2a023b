from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.alliances.evidence import evidence
from allegiance.alliances.rules import Rules
from allegiance.alliances.standing import faded
from allegiance.alliances.walk import Walk, walk
from alliances.frames import claim, claims, dates

RULES = Rules(half_life=365)


def walked(*rows: dict[str, object], rules: Rules = RULES) -> Walk:
    return walk(evidence(claims(*rows), rules), rules)


def test_evidence_weighs_half_after_a_half_life() -> None:
    found = walked(
        claim(1, "COOPERATE", 2, since="2006-01-01"),
        claim(1, "CONSULT", 2, since="2007-01-01"),
    )
    assert found.net.tolist() == pytest.approx([6, 6 / 2 + 1])


def test_the_stance_keeps_its_sign_while_the_net_weight_is_under_the_threshold() -> None:
    found = walked(
        claim(1, "REQUEST", 2, since="2005-01-01", confidence=0.5),
        claim(1, "SUPPORT", 2, since="2006-01-01"),
        claim(1, "REJECT", 2, since="2006-01-02"),
        claim(1, "ASSAULT", 2, since="2006-01-03"),
    )
    assert found.states.tolist() == [0, 1, 1, -1]
    assert -1 < found.net[2] < 0


def test_pairs_do_not_touch_each_other() -> None:
    found = walked(claim(1, "ally", 2, since="2006-01-01"), claim(1, "enemy", 3, since="2006-01-01"))
    assert found.pairs.tolist() == [0, 1]
    assert found.states.tolist() == [1, -1]


def test_a_tie_weighs_in_full_while_it_holds_and_fades_then() -> None:
    found = walked(
        claim(1, "ally", 2, since="2006-01-01", until="2010-01-01"),
        claim(1, "CONSULT", 2, since="2009-01-01"),
        claim(1, "CONSULT", 2, since="2011-01-01"),
    )
    assert dates(int(day) for day in found.days) == ["2006-01-01", "2009-01-01", "2010-01-01", "2011-01-01"]
    assert found.net.tolist() == pytest.approx([6, 7, 6.5, 6 / 2 + 1 / 4 + 1], rel=1e-3)


def test_a_standing_tie_prevails_again_when_what_spoke_against_it_has_faded() -> None:
    found = walked(
        claim(1, "ally", 2, since="2006-01-01", until="2014-01-01"),
        claim(1, "ASSAULT", 2, since="2010-01-01"),
    )
    assert found.states.tolist() == [1, -1, 1, 1]
    assert found.net[2] == pytest.approx(1, abs=0.01)
    assert "2010-06" < str(dates([int(found.days[2])])[0]) < "2012"


def test_a_contrary_tie_leaves_of_what_was_told_before_only_the_chance_that_it_was_misread() -> None:
    found = walked(
        claim(1, "ally", 2, since="2006-01-01", document=1),
        claim(1, "AID", 2, since="2006-01-01", document=2),
        claim(2, "rival", 1, since="2006-01-02", confidence=0.75),
        claim(2, "ACCUSE", 1, since="2006-01-03"),
    )
    assert found.net.tolist() == pytest.approx([13, 13 / 4 - 3, 13 / 4 - 3 - 2], abs=0.03)


def test_one_misread_rivalry_among_many_alliances_turns_nothing() -> None:
    allies = [claim(1, "ally", 2, since=f"2006-01-{day:02d}", confidence=0.8) for day in range(1, 29)]
    found = walked(*allies, claim(1, "rival", 2, since="2006-01-14", confidence=0.6))
    assert set(found.states.tolist()) == {1}


def test_a_document_that_goes_on_to_tell_of_the_contrary_tie_tells_two_moments() -> None:
    found = walked(
        claim(1, "ally", 2, document=1, published="2020-01-01"),
        claim(1, "rival", 2, document=1, published="2020-01-01"),
    )
    assert found.net.tolist() == pytest.approx([6, -4])
    assert found.states.tolist() == [1, -1]


def test_no_half_life_is_too_short_for_a_long_time() -> None:
    found = walked(
        claim(1, "ally", 2, since="1789-07-14"), claim(1, "enemy", 2, since="2020-01-01"), rules=Rules(half_life=1)
    )
    assert np.isfinite(found.net).all()
    assert found.states.tolist() == [1, -1]


def test_nothing_goes_nowhere() -> None:
    assert walked().net.tolist() == []


relations = st.sampled_from(["ally", "rival", "enemy", "ASSAULT", "ACCUSE", "COOPERATE", "CONSULT"])
moments = st.dates(date(2000, 1, 1), date(2006, 12, 31))
lasting = st.one_of(st.none(), st.integers(0, 900))


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 2), relations, moments, lasting, st.integers(0, 700), st.integers(1, 3)),
        min_size=1,
        max_size=12,
    )
)
def test_the_walk_is_the_sum_that_the_rules_say_at_every_moment(
    drawn: list[tuple[int, str, date, int | None, int, int]],
) -> None:
    frame = claims(
        *(
            claim(
                actor,
                relation,
                3,
                since=day.isoformat(),
                until=date.fromordinal(day.toordinal() + lasts).isoformat() if lasts is not None else None,
                published=date.fromordinal(day.toordinal() + later).isoformat(),
                document=document,
            )
            for actor, relation, day, lasts, later, document in drawn
        )
    )
    rows = evidence(frame, RULES)
    found = walk(rows, RULES)
    last = np.append(np.diff(found.pairs) != 0, True) | np.append(np.diff(found.days) != 0, True)
    for pair, day, net in zip(found.pairs[last], found.days[last], found.net[last], strict=True):
        mine = rows.filter(pl.Series(found.owners == pair))
        weights = faded(mine, int(day), RULES)
        assert (weights["mass"] * weights["left"]).sum() == pytest.approx(net, abs=1e-3)
