"""Bad cycles: those of which a solution frustrates less than one tie."""

from __future__ import annotations

import math

import numpy as np
import pytest

from allegiance.alliances.blocs.cycles import violated, walks
from allegiance.alliances.blocs.kernel import Part


def part(ties: list[tuple[int, int, float]], *, many: bool = False) -> Part:
    first, second, weight = zip(*ties, strict=True)
    size = max(*first, *second) + 1
    return Part(tuple(range(size)), np.array(first), np.array(second), np.array(weight, dtype=np.float64), many, 1.0)


FOUR = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (0, 3, -1.0)]
THREE_FOES = [(0, 1, -1.0), (1, 2, -1.0), (0, 2, -1.0)]


@pytest.mark.parametrize("many", [False, True])
def test_a_cycle_with_one_negative_tie_is_bad_for_two_blocs_and_for_many(many: bool) -> None:  # noqa: FBT001
    found = violated(walks(part(FOUR, many=many)), np.array([0.1, 0.2, 0.0, 0.3]), deadline=math.inf)
    assert found == {(0, 1, 2, 3): pytest.approx(0.4)}


def test_three_foes_are_bad_for_two_blocs_only() -> None:
    values = np.zeros(3)
    assert list(violated(walks(part(THREE_FOES)), values, deadline=math.inf)) == [(0, 1, 2)]
    assert violated(walks(part(THREE_FOES, many=True)), values, deadline=math.inf) == {}


def test_a_cycle_that_is_hit_is_not_found() -> None:
    graph = walks(part(FOUR))
    assert violated(graph, np.array([0.0, 1.0, 0.0, 0.0]), deadline=math.inf) == {}
    assert violated(graph, np.array([0.5, 0.5, 0.0, 0.0]), deadline=math.inf) == {}


def test_a_cycle_with_two_negative_ties_is_in_balance() -> None:
    ties = [(0, 1, -1.0), (1, 2, 1.0), (2, 3, -1.0), (0, 3, 1.0)]
    for many in (False, True):
        assert violated(walks(part(ties, many=many)), np.zeros(4), deadline=math.inf) == {}


def test_the_shorter_of_two_bad_cycles_is_found_first() -> None:
    ties = [*FOUR, (1, 3, 1.0)]
    found = violated(walks(part(ties)), np.zeros(5), deadline=math.inf)
    assert min(found, key=len) == (0, 3, 4)
