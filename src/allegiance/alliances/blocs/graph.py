"""A signed graph: actors, and ties between them whose weight carries the sign."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from allegiance.errors import UsageError

Tie = tuple[int, int, float]
"""Two indices of actors and a weight: above 0 for friends, below 0 for foes."""


@dataclass(frozen=True, slots=True)
class SignedGraph:
    """Actors by whatever names them, and ties between their indices.

    A pair may have several ties, say one in each direction: each of them counts when frustration is added up. A tie
    of an actor with itself, of an index that is not there, or of weight 0 or no finite weight is a `UsageError`.
    """

    actors: tuple[Hashable, ...]
    ties: tuple[Tie, ...]

    def __post_init__(self) -> None:
        """Refuse what no method here could make sense of."""
        if len(set(self.actors)) != len(self.actors):
            raise UsageError("an actor stands twice in a signed graph")
        for first, second, weight in self.ties:
            if not (0 <= first < len(self.actors) and 0 <= second < len(self.actors)):
                raise UsageError(f"tie ({first}, {second}) names an actor that the signed graph does not have")
            if first == second:
                raise UsageError(f"actor {self.actors[first]!r} cannot have a tie with itself")
            if not math.isfinite(weight) or weight == 0:
                raise UsageError(f"tie ({first}, {second}) has weight {weight}; it must be finite and not 0")


def signed_graph(ties: Iterable[tuple[Hashable, Hashable, float]], actors: Iterable[Hashable] = ()) -> SignedGraph:
    """The signed graph of ties between named actors; ``actors`` adds some that may have no tie."""
    index: dict[Hashable, int] = {}
    for actor in actors:
        index.setdefault(actor, len(index))
    indexed = [
        (index.setdefault(first, len(index)), index.setdefault(second, len(index)), weight)
        for first, second, weight in ties
    ]
    return SignedGraph(tuple(index), tuple(indexed))


def pairs(graph: SignedGraph) -> dict[tuple[int, int], float]:
    """The net weight of every pair that has a tie, the smaller index first; 0 where its ties cancel out."""
    net: dict[tuple[int, int], float] = {}
    for first, second, weight in graph.ties:
        pair = (min(first, second), max(first, second))
        net[pair] = net.get(pair, 0) + weight
    return net


def neighbours(graph: SignedGraph) -> list[dict[int, float]]:
    """For each actor the net weight of its tie with each other actor, without pairs whose ties cancel out."""
    around: list[dict[int, float]] = [{} for _ in graph.actors]
    for (first, second), weight in pairs(graph).items():
        if weight:
            around[first][second] = around[second][first] = weight
    return around
