"""Triads out of balance: counted all, listed some."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.alliances.blocs import SignedGraph, Triad, signed_graph, triads
from allegiance.alliances.blocs.graph import neighbours
from allegiance.errors import UsageError
from alliances.blocs.brute import graphs, network

TRIANGLE = [("a", "b", 1.0), ("b", "c", 2.0), ("a", "c", -3.0)]


def test_the_new_guinea_tribes_have_the_published_share_of_triads_in_balance() -> None:
    # Aref and Wilson (2018), "Measuring partial balance in signed networks": 0.87 of the triads are in balance.
    found = triads(network("tribes"))
    assert round(1 - found.unbalanced / found.total, 2) == 0.87
    assert found.counts == (19, 2, 40, 7)
    assert len(found.listed) == 9


def test_a_friend_of_a_friend_who_is_a_foe_is_listed_with_its_weights() -> None:
    found = triads(signed_graph(TRIANGLE))
    assert found.counts == (0, 1, 0, 0)
    assert found.listed == (Triad(("a", "b", "c"), (1.0, -3.0, 2.0)),)
    assert (found.listed[0].negative, found.listed[0].strength) == (1, 1.0)


def test_three_foes_are_out_of_balance_for_two_blocs_only() -> None:
    foes = signed_graph([("a", "b", -1), ("b", "c", -1), ("a", "c", -1)])
    assert (triads(foes).unbalanced, triads(foes).weakly_unbalanced) == (1, 0)
    assert len(triads(foes).listed) == 1
    assert triads(foes, weak=True).listed == ()


def test_the_strongest_are_listed_first_and_all_are_counted() -> None:
    graph = signed_graph([*TRIANGLE, ("x", "y", 5), ("y", "z", 5), ("x", "z", -5)])
    found = triads(graph, limit=1)
    assert [triad.actors for triad in found.listed] == [("x", "y", "z")]
    assert found.unbalanced == 2
    assert triads(graph, limit=0).counts == found.counts
    assert triads(graph, limit=0).listed == ()


@settings(max_examples=50, deadline=None)
@given(graphs(most=10, weights=st.sampled_from([-2.0, -1.0, 1.0])))
def test_every_three_actors_with_three_ties_are_counted_once(graph: SignedGraph) -> None:
    around = neighbours(graph)
    counts = [0, 0, 0, 0]
    for a, b, c in combinations(range(len(graph.actors)), 3):
        if b in around[a] and c in around[a] and c in around[b]:
            counts[sum(weight < 0 for weight in (around[a][b], around[a][c], around[b][c]))] += 1
    assert triads(graph).counts == tuple(counts)


def test_a_negative_limit_is_refused() -> None:
    with pytest.raises(UsageError, match="must not be below 0"):
        triads(signed_graph(TRIANGLE), limit=-1)
