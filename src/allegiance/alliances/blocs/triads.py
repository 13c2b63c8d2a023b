"""Threes of actors with all three ties, and which of them are out of balance.

A triad is out of balance with one negative tie: a friend of a friend is a foe. With three negative ties it is out of
balance for two blocs, where the enemy of an enemy should be a friend (Heider 1946; Cartwright and Harary 1956), and
in balance for many blocs, where three can be each other's foes (Davis 1967).
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from allegiance.alliances.blocs.graph import SignedGraph, neighbours
from allegiance.errors import UsageError

Indices = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Triad:
    """Three actors; ``weights`` are the net weights of the ties first-second, first-third and second-third."""

    actors: tuple[Hashable, Hashable, Hashable]
    weights: tuple[float, float, float]

    @property
    def negative(self) -> int:
        """How many of the ties are negative."""
        return sum(weight < 0 for weight in self.weights)

    @property
    def strength(self) -> float:
        """How strong the weakest of the ties is."""
        return min(abs(weight) for weight in self.weights)


@dataclass(frozen=True, slots=True)
class Triads:
    """How many triads there are by the number of negative ties, none to three, and those out of balance, listed."""

    counts: tuple[int, int, int, int]
    listed: tuple[Triad, ...]

    @property
    def total(self) -> int:
        """How many triads there are."""
        return sum(self.counts)

    @property
    def unbalanced(self) -> int:
        """How many are out of balance for two blocs: those with one or three negative ties."""
        return self.counts[1] + self.counts[3]

    @property
    def weakly_unbalanced(self) -> int:
        """How many are out of balance for many blocs too: those with one negative tie."""
        return self.counts[1]


def triads(graph: SignedGraph, *, limit: int = 100, weak: bool = False) -> Triads:
    """Count the triads and list up to ``limit`` that are out of balance, those of the strongest ties first.

    With ``weak`` three foes count as balanced. A pair with several ties has the net of them; pairs whose ties cancel
    out have none. The time grows with the ties times the square root of the ties at most: from each pair only actors
    with at least as many ties are looked at (Chiba and Nishizeki 1985, "Arboricity and subgraph listing algorithms").
    """
    if limit < 0:
        raise UsageError(f"the number of triads to list must not be below 0, not {limit}")
    around = neighbours(graph)
    counts: Counter[int] = Counter()
    wanted = {1} if weak else {1, 3}

    def strongest() -> Iterator[tuple[float, Indices]]:
        for members in _threes(around):
            weights = _weights(around, members)
            negative = sum(weight < 0 for weight in weights)
            counts[negative] += 1
            if negative in wanted:
                yield -min(abs(weight) for weight in weights), members

    kept = heapq.nsmallest(max(limit, 1), strongest())[:limit]  # to list none it would count none
    listed = tuple(
        Triad((graph.actors[a], graph.actors[b], graph.actors[c]), _weights(around, (a, b, c))) for _, (a, b, c) in kept
    )
    return Triads((counts[0], counts[1], counts[2], counts[3]), listed)


def _threes(around: list[dict[int, float]]) -> Iterator[Indices]:
    """Every three actors with all three ties, each once, in ascending order."""
    later: list[set[int]] = [
        {other for other in ties if (len(around[other]), other) > (len(ties), actor)}
        for actor, ties in enumerate(around)
    ]
    for actor, others in enumerate(later):
        for other in others:
            for third in others & later[other]:
                one, two, three = sorted((actor, other, third))
                yield one, two, three


def _weights(around: list[dict[int, float]], members: Indices) -> tuple[float, float, float]:
    first, second, third = members
    return around[first][second], around[first][third], around[second][third]
