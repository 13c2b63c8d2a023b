"""Good partitions quickly."""

from __future__ import annotations

import math

import numpy as np
import pytest
from benchmarks.blocs import Plan, planted

from allegiance.alliances.blocs.annealing import annealed
from allegiance.alliances.blocs.kernel import Part, reduce
from allegiance.alliances.blocs.search import Neighbourhood


def piece(*, many: bool, blocs: int = 2) -> Part:
    (part,) = reduce(40, planted(Plan(40, 300, blocs, 0.1)).ties, many=many, unit=1.0).parts
    return part


@pytest.mark.parametrize("many", [False, True])
def test_no_actor_would_be_better_off_elsewhere(many: bool) -> None:  # noqa: FBT001
    part = piece(many=many, blocs=3)
    labels = Neighbourhood(part).start(math.inf)
    for actor in range(len(part.actors)):
        for other in [1 - labels[actor]] if not many else [*labels, labels.max() + 1]:
            moved = labels.copy()
            moved[actor] = other
            assert part.cost(moved) >= part.cost(labels)


@pytest.mark.parametrize("many", [False, True])
def test_a_whole_solution_is_rounded_to_itself(many: bool) -> None:  # noqa: FBT001
    part = piece(many=many)
    labels = Neighbourhood(part).start(math.inf)
    frustrated = ((part.weight > 0) != (labels[part.first] == labels[part.second])).astype(np.float64)
    assert part.cost(Neighbourhood(part).rounded(frustrated)) <= part.cost(labels)


def test_the_same_search_goes_the_same_way() -> None:
    part = piece(many=False, blocs=3)
    assert Neighbourhood(part).start(math.inf).tolist() == Neighbourhood(part).start(math.inf).tolist()


def test_annealing_finds_the_sides_of_a_balanced_network() -> None:
    around = [[(1, 1.0), (2, -1.0)], [(0, 1.0), (2, -2.0)], [(0, -1.0), (1, -2.0)]]
    labels = annealed(around, np.random.default_rng(0), deadline=math.inf)
    assert labels[0] == labels[1] != labels[2]
