"""What is left of a signed network to solve once everything that can be settled beforehand is settled.

Three reductions, none of which changes the least frustration: an actor with one tie that outweighs all its others
together follows that tie; negative ties between groups that no positive tie joins are never frustrated (many blocs
only); and the network falls apart at its articulation points. The first takes in the usual treatment of actors with
one or two ties. Sources: Hüffner, Betzler and Niedermeier (2010), "Separator-based data reduction for signed graph
balancing", Journal of Combinatorial Optimization 20; Aref, Mason and Wilson (2020), "A modeling and computational
study of the frustration index in signed networks", Networks 75.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from allegiance.alliances.blocs.union import Sides

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from allegiance.alliances.blocs.graph import Tie


@dataclass(frozen=True, slots=True)
class Part:
    """A piece that is solved on its own: one net tie a pair, over actors 0, 1, ... that ``actors`` translates back.

    ``many`` says whether there may be any number of blocs or at most two. ``unit`` is a step that the frustration of
    the whole network is a multiple of, or 0 where the weights have no common step.
    """

    actors: tuple[int, ...]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    weight: NDArray[np.float64]
    many: bool
    unit: float

    def cost(self, labels: NDArray[np.int64]) -> float:
        """The frustration of a partition, given as one label an actor."""
        together = labels[self.first] == labels[self.second]
        return float(np.abs(self.weight[(self.weight > 0) != together]).sum())


@dataclass(slots=True)
class Kernel:
    """The pieces, the joins that are settled, and the frustration that no partition can avoid."""

    parts: list[Part] = field(default_factory=list)
    sides: Sides = field(default_factory=lambda: Sides(0))
    unavoidable: float = 0.0


def reduce(size: int, ties: Iterable[Tie], *, many: bool, unit: float) -> Kernel:
    """Settle what can be settled among actors 0 to ``size`` - 1 and cut the rest into pieces, the smallest first."""
    kernel = Kernel(sides=Sides(size))
    around: list[dict[int, float]] = [{} for _ in range(size)]
    for first, second, weight in ties:
        kernel.unavoidable += _add(around, first, second, weight)
    waiting = set(range(size))
    while waiting:
        batch, waiting = sorted(waiting), set()
        for actor in batch:
            lead = _lead(around[actor], many=many)
            if lead is not None:
                waiting |= around[actor].keys() - {lead}
                waiting.add(lead)
                _follow(kernel, around, actor, lead)
    if many:
        _part_from_strangers(around)
    pieces = [_part(edges, around, many=many, unit=unit) for edges in _blocks(around)]
    kernel.parts = sorted(pieces, key=lambda part: (len(part.weight), part.actors))
    return kernel


def _add(around: list[dict[int, float]], first: int, second: int, weight: float) -> float:
    """Add a tie to the net tie of a pair and return what of the two cancels out: it is frustrated either way."""
    before = around[first].get(second, 0.0)
    after = before + weight
    if after:
        around[first][second] = around[second][first] = after
    else:
        around[first].pop(second, None)
        around[second].pop(first, None)
    return min(abs(before), abs(weight)) if before * weight < 0 else 0.0


def _lead(ties: dict[int, float], *, many: bool) -> int | None:
    """The neighbour whose tie outweighs all the others together, if following it settles the actor."""
    if not ties:
        return None
    strongest = max(abs(weight) for weight in ties.values())
    if 2 * strongest < sum(abs(weight) for weight in ties.values()):
        return None
    leads = [other for other, weight in ties.items() if abs(weight) == strongest and not (many and weight < 0)]
    return min(leads, default=None)


def _follow(kernel: Kernel, around: list[dict[int, float]], actor: int, lead: int) -> None:
    """Let an actor stand where its strongest tie puts it, and move its other ties to the one it follows."""
    sign = 1 if around[actor].pop(lead) > 0 else -1
    del around[lead][actor]
    kernel.sides.join(actor, lead, sign)
    for other, weight in around[actor].items():
        del around[other][actor]
        kernel.unavoidable += _add(around, lead, other, weight * sign)
    around[actor] = {}


def _part_from_strangers(around: list[dict[int, float]]) -> None:
    """Drop the negative ties between actors whom no chain of positive ties joins."""
    friends = Sides(len(around))
    for actor, ties in enumerate(around):
        for other, weight in ties.items():
            if weight > 0:
                friends.join(actor, other)
    for actor, ties in enumerate(around):
        for other in [other for other in ties if friends.find(actor) != friends.find(other)]:
            del around[actor][other]


def _blocks(around: list[dict[int, float]]) -> Iterable[list[tuple[int, int]]]:
    import networkx as nx

    graph: nx.Graph[int] = nx.Graph()
    graph.add_edges_from((actor, other) for actor, ties in enumerate(around) for other in sorted(ties) if actor < other)
    return nx.biconnected_component_edges(graph)


def _part(edges: list[tuple[int, int]], around: list[dict[int, float]], *, many: bool, unit: float) -> Part:
    ordered = sorted((min(edge), max(edge)) for edge in edges)
    actors = tuple(sorted({actor for edge in ordered for actor in edge}))
    index = {actor: position for position, actor in enumerate(actors)}
    return Part(
        actors=actors,
        first=np.array([index[first] for first, _ in ordered], dtype=np.int64),
        second=np.array([index[second] for _, second in ordered], dtype=np.int64),
        weight=np.array([around[first][second] for first, second in ordered], dtype=np.float64),
        many=many,
        unit=unit,
    )
