"""Pairs that share enemies and have no tie yet: whom balance would make friends.

In a balanced network the enemy of an enemy is a friend (Heider 1946; Harary 1953). A pair without a tie is therefore
the likelier to ally the more and the stronger enemies it shares, and the less likely the more actors are friends of
the one and enemies of the other (the balance of its open triads; Leskovec, Huttenlocher and Kleinberg 2010,
"Predicting positive and negative links in online social networks").
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import combinations

from allegiance.alliances.blocs.graph import SignedGraph, neighbours, pairs
from allegiance.errors import UsageError


@dataclass(frozen=True, slots=True)
class OpenPair:
    """Two actors without a tie that share ``enemies``, the strongest first.

    ``strength`` adds up, over these, the weaker of each one's two ties to the pair; ``against`` does so over the
    actors that are a friend of one and an enemy of the other.
    """

    first: Hashable
    second: Hashable
    enemies: tuple[Hashable, ...]
    strength: float
    against: float

    @property
    def score(self) -> float:
        """What speaks for the pair less what speaks against it."""
        return self.strength - self.against


def enemies_of_enemies(graph: SignedGraph, *, limit: int = 100) -> tuple[OpenPair, ...]:
    """Up to ``limit`` pairs that share an enemy and have no tie, the highest score first.

    Of equal scores, the pair with more enemies in common comes first, then the one whose actors do in the graph.
    """
    if limit < 0:
        raise UsageError(f"the number of pairs to list must not be below 0, not {limit}")
    around = neighbours(graph)
    tied = pairs(graph).keys()
    shared: dict[tuple[int, int], list[tuple[float, int]]] = {}
    against: dict[tuple[int, int], float] = {}
    for actor, ties in enumerate(around):
        for pair in combinations(sorted(ties), 2):
            one, other = ties[pair[0]], ties[pair[1]]
            if pair in tied or (one > 0 and other > 0):
                continue
            weaker = min(abs(one), abs(other))
            if one < 0 and other < 0:
                shared.setdefault(pair, []).append((-weaker, actor))
            else:
                against[pair] = against.get(pair, 0.0) + weaker

    def rank(pair: tuple[int, int]) -> tuple[float, int, tuple[int, int]]:
        return sum(weight for weight, _ in shared[pair]) + against.get(pair, 0.0), -len(shared[pair]), pair

    return tuple(
        OpenPair(
            graph.actors[pair[0]],
            graph.actors[pair[1]],
            tuple(graph.actors[enemy] for _, enemy in sorted(shared[pair])),
            -sum(weight for weight, _ in shared[pair]),
            against.get(pair, 0.0),
        )
        for pair in sorted(shared, key=rank)[:limit]
    )
