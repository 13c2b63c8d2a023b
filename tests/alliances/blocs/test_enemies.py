"""The enemy of my enemy: pairs that share enemies and have no tie yet."""

from __future__ import annotations

import pytest

from allegiance.alliances.blocs import OpenPair, enemies_of_enemies, signed_graph
from allegiance.errors import UsageError


def test_a_pair_counts_by_the_weaker_of_the_two_enmities() -> None:
    graph = signed_graph([("a", "x", -3), ("b", "x", -1), ("a", "y", -2), ("b", "y", -2)])
    pair = next(pair for pair in enemies_of_enemies(graph) if pair.first == "a")
    assert pair == OpenPair("a", "b", ("y", "x"), 3, 0)
    assert pair.score == 3


def test_a_friend_of_one_who_is_an_enemy_of_the_other_counts_against() -> None:
    graph = signed_graph([("a", "x", -2), ("b", "x", -2), ("a", "f", 1), ("b", "f", -5)])
    pair = next(pair for pair in enemies_of_enemies(graph) if pair.first == "a" and pair.second == "b")
    assert (pair.strength, pair.against, pair.score) == (2, 1, 1)


def test_a_pair_with_a_tie_is_left_out_even_if_its_ties_cancel_out() -> None:
    enemies = [("a", "x", -1), ("b", "x", -1)]
    assert len(enemies_of_enemies(signed_graph(enemies))) == 1
    assert enemies_of_enemies(signed_graph([*enemies, ("a", "b", -1)])) == ()
    assert enemies_of_enemies(signed_graph([*enemies, ("a", "b", -1), ("b", "a", 1)])) == ()


def test_pairs_come_by_score_then_by_how_many_enemies_they_share() -> None:
    ties = [("a", "x", -2), ("b", "x", -2), ("c", "y", -1), ("d", "y", -1), ("c", "z", -1), ("d", "z", -1)]
    found = enemies_of_enemies(signed_graph(ties))
    assert [(pair.first, pair.second) for pair in found] == [("c", "d"), ("y", "z"), ("a", "b")]
    assert enemies_of_enemies(signed_graph(ties), limit=1) == found[:1]


def test_friends_of_friends_are_not_meant() -> None:
    assert enemies_of_enemies(signed_graph([("a", "x", 1), ("b", "x", 1), ("c", "x", -1)])) == ()


def test_a_negative_limit_is_refused() -> None:
    with pytest.raises(UsageError, match="must not be below 0"):
        enemies_of_enemies(signed_graph([]), limit=-1)
