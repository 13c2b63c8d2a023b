"""The kernel: what can be settled before anything is solved."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from allegiance.alliances.blocs.graph import Tie
from allegiance.alliances.blocs.kernel import Kernel, reduce


def foes(*actors: int) -> list[Tie]:
    return [(i, j, -1.0) for i, j in combinations(actors, 2)]


def settled(size: int, ties: list[Tie], *, many: bool = False) -> Kernel:
    return reduce(size, ties, many=many, unit=1.0)


def test_actors_with_one_or_two_ties_follow_the_stronger() -> None:
    kernel = settled(5, [(0, 1, 1.0), (1, 2, -1.0), (2, 3, 1.0), (3, 0, 1.0), (3, 4, -1.0)])
    assert kernel.parts == []
    assert kernel.unavoidable == 1
    assert kernel.sides.find(4)[1] == -kernel.sides.find(3)[1]


def test_ties_that_contradict_each_other_are_unavoidable() -> None:
    assert settled(2, [(0, 1, 3.0), (1, 0, -1.0)]).unavoidable == 1
    assert settled(2, [(0, 1, 1.0), (1, 0, -1.0)]).unavoidable == 1


def test_parts_that_share_one_actor_are_solved_apart() -> None:
    kernel = settled(7, [*foes(0, 1, 2, 3), *foes(3, 4, 5, 6)])
    assert [part.actors for part in kernel.parts] == [(0, 1, 2, 3), (3, 4, 5, 6)]


def test_foes_whom_no_friends_join_need_no_solving_with_many_blocs() -> None:
    assert settled(5, foes(0, 1, 2, 3, 4), many=True).parts == []
    assert len(settled(5, foes(0, 1, 2, 3, 4)).parts) == 1


def test_a_foe_is_never_followed_with_many_blocs() -> None:
    kernel = settled(3, [(0, 1, -5.0), (1, 2, 1.0)], many=True)
    assert kernel.sides.find(0) != kernel.sides.find(1)
    assert kernel.sides.find(1) == kernel.sides.find(2)


def test_a_part_adds_up_the_frustration_of_a_partition() -> None:
    (part,) = settled(4, foes(0, 1, 2, 3)).parts
    assert part.cost(np.array([0, 0, 1, 1])) == 2
    assert part.cost(np.array([0, 0, 0, 0])) == 6
