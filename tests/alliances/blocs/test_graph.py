"""A signed graph: built from named ties, and what it refuses."""

from __future__ import annotations

import pytest

from allegiance.alliances.blocs import SignedGraph, signed_graph
from allegiance.alliances.blocs.graph import Tie, neighbours, pairs
from allegiance.errors import UsageError


def test_actors_come_in_the_order_in_which_they_are_named() -> None:
    assert signed_graph([("b", "a", 2), ("a", "c", -1)], actors=["d"]) == SignedGraph(
        ("d", "b", "a", "c"), ((1, 2, 2), (2, 3, -1))
    )


def test_several_ties_of_a_pair_are_kept_and_add_up() -> None:
    graph = signed_graph([("a", "b", 2), ("b", "a", -0.5), ("a", "c", 1), ("c", "a", -1)])
    assert len(graph.ties) == 4
    assert pairs(graph) == {(0, 1): 1.5, (0, 2): 0}
    assert neighbours(graph) == [{1: 1.5}, {0: 1.5}, {}]


@pytest.mark.parametrize(
    ("tie", "reason"),
    [
        ((0, 0, 1.0), "cannot have a tie with itself"),
        ((0, 2, 1.0), "does not have"),
        ((-1, 0, 1.0), "does not have"),
        ((0, 1, 0.0), "must be finite and not 0"),
        ((0, 1, float("nan")), "must be finite and not 0"),
    ],
)
def test_a_tie_that_makes_no_sense_is_refused(tie: Tie, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        SignedGraph(("a", "b"), (tie,))


def test_an_actor_that_stands_twice_is_refused() -> None:
    with pytest.raises(UsageError, match="stands twice"):
        SignedGraph(("a", "a"), ())
