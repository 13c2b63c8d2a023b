"""Networks for the tests, and their least frustration by trying every partition."""

from __future__ import annotations

import csv
from itertools import product
from pathlib import Path

from hypothesis import strategies as st

from allegiance.alliances.blocs import SignedGraph, signed_graph

NETWORKS = Path(__file__).with_name("networks")


def network(name: str) -> SignedGraph:
    """A published network, by the name of its file."""
    lines = (NETWORKS / f"{name}.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return signed_graph((row["first"], row["second"], float(row["weight"])) for row in rows)


def least_of_two(graph: SignedGraph) -> float:
    """The least frustration of two blocs, over every way to put the actors on two sides."""
    return min(
        sum(abs(w) for i, j, w in graph.ties if (w > 0) != (sides[i] == sides[j]))
        for sides in product((0, 1), repeat=len(graph.actors))
        if not sides[0]
    )


def least_of_many(graph: SignedGraph) -> float:
    """The least frustration of any number of blocs: the best first bloc, and the best of the rest."""
    net: dict[int, dict[int, float]] = {actor: {} for actor in range(len(graph.actors))}
    for first, second, weight in graph.ties:
        net[first][second] = net[first].get(second, 0.0) + weight
        net[second][first] = net[second].get(first, 0.0) + weight
    inside = [0.0] * (1 << len(graph.actors))
    for bloc in range(1, len(inside)):
        last = bloc.bit_length() - 1
        rest = bloc ^ (1 << last)
        inside[bloc] = inside[rest] + sum(w for other, w in net[last].items() if rest >> other & 1)
    best = [0.0] * len(inside)
    for actors in range(1, len(inside)):
        first_bit = actors & -actors
        rest = actors ^ first_bit
        best[actors] = float("-inf")
        others = rest
        while True:
            best[actors] = max(best[actors], inside[others | first_bit] + best[rest ^ others])
            if not others:
                break
            others = (others - 1) & rest
    return sum(w for _, _, w in graph.ties if w > 0) - best[-1]


@st.composite
def graphs(draw: st.DrawFn, *, most: int, weights: st.SearchStrategy[float]) -> SignedGraph:
    """Networks of up to ``most`` actors in which a pair may have no tie, one or several."""
    size = draw(st.integers(2, most))
    pair = st.lists(st.integers(0, size - 1), min_size=2, max_size=2, unique=True)
    ties = draw(st.lists(st.tuples(pair, weights), max_size=3 * size))
    return SignedGraph(tuple(range(size)), tuple((i, j, w) for (i, j), w in ties))
