"""Sides: who must stand with whom."""

from __future__ import annotations

from allegiance.alliances.blocs.union import Sides


def test_the_enemy_of_an_enemy_stands_on_the_same_side() -> None:
    sides = Sides(4)
    assert sides.join(0, 1, -1)
    assert sides.join(2, 1, -1)
    assert sides.find(0) == sides.find(2)
    assert sides.find(1) == (sides.find(0)[0], -sides.find(0)[1])
    assert sides.find(3)[0] != sides.find(0)[0]


def test_what_is_joined_stays_as_it_was_joined_first() -> None:
    sides = Sides(2)
    sides.join(0, 1, -1)
    assert not sides.join(1, 0, 1)
    assert sides.find(0)[1] == -sides.find(1)[1]


def test_long_chains_keep_their_signs() -> None:
    sides = Sides(100)
    for item in reversed(range(99)):
        sides.join(item + 1, item, -1)
    assert [sides.find(item)[1] * sides.find(0)[1] for item in range(4)] == [1, -1, 1, -1]
    assert sides.find(99)[1] == -sides.find(0)[1]
