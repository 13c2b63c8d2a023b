"""The relaxation: its solution, and the bound that is taken from its dual values."""

from __future__ import annotations

import numpy as np
import pytest

from allegiance.alliances.blocs.cycles import Cycle
from allegiance.alliances.blocs.relaxation import Relaxation, packing

TRIANGLES: list[Cycle] = [(0, 1, 2), (2, 3, 4)]


def test_a_tie_in_two_cycles_is_enough_if_it_is_light() -> None:
    relaxation = Relaxation(np.array([1.0, 1.0, 1.5, 1.0, 1.0]))
    assert relaxation.add(TRIANGLES)
    relaxed = relaxation.solve(np.zeros(5), np.ones(5), afresh=False, seconds=60)
    assert relaxed is not None
    assert relaxed.values.tolist() == pytest.approx([0, 0, 1, 0, 0])
    assert relaxed.bound == pytest.approx(1.5)


@pytest.mark.parametrize("afresh", [True, False])
def test_limits_raise_the_bound(afresh: bool) -> None:  # noqa: FBT001
    relaxation = Relaxation(np.array([1.0, 1.0, 1.5, 1.0, 1.0]))
    relaxation.add(TRIANGLES)
    spared = relaxation.solve(np.zeros(5), np.array([1.0, 1.0, 0.0, 1.0, 1.0]), afresh=afresh, seconds=60)
    forced = relaxation.solve(np.array([1.0, 0, 0, 0, 0]), np.ones(5), afresh=afresh, seconds=60)
    assert spared is not None
    assert forced is not None
    assert [spared.bound, forced.bound] == pytest.approx([2, 2])


def test_there_is_no_solution_if_every_tie_of_a_cycle_must_be_spared() -> None:
    relaxation = Relaxation(np.ones(3))
    relaxation.add([(0, 1, 2)])
    assert relaxation.solve(np.zeros(3), np.zeros(3), afresh=False, seconds=60) is None


def test_a_cycle_is_added_once() -> None:
    relaxation = Relaxation(np.ones(5))
    assert relaxation.add(TRIANGLES)
    assert not relaxation.add(TRIANGLES)


def test_cycles_that_share_ties_are_packed_by_what_is_left() -> None:
    assert packing(TRIANGLES, np.array([1.0, 1.0, 1.5, 1.0, 1.0])) == 1.5
    assert packing([], np.ones(3)) == 0
