"""What a partition says: the blocs, how good they are, and where each actor sits in them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from allegiance.alliances.blocs.graph import SignedGraph, Tie
from allegiance.alliances.blocs.union import Sides

TOLERANCE = 1e-7
"""Two sums of weights are the same if they differ by less than this share of all the weights."""

Side = tuple[int, int]
"""A label that two actors share exactly if they stand together."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an actor sits.

    ``frustrated`` is the weight of its ties across the grain, of ``total``. ``hold`` is what moving it alone to the
    bloc that suits it next best would add to the frustration: at 0 it might as well be there.
    """

    actor: Hashable
    bloc: int
    frustrated: float
    total: float
    hold: float

    @property
    def share(self) -> float:
        """The share of its ties, by weight, that run across the grain; 0 without ties."""
        return self.frustrated / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Partition:
    """Actors in blocs, and what is known of how good that is.

    ``assignment`` gives each actor of the graph its bloc. Blocs are numbered through, largest component first and
    within it largest bloc first, so that two actors are in one bloc exactly if they have one number; ``components``
    says which actors any chain of ties connects at all. ``frustration`` is the weight of the ties across the grain,
    negative ones within a bloc and positive ones between blocs, and ``frustrated`` are their indices. No partition
    has less frustration than ``bound``; it is ``optimal`` if that is proven to be the frustration reached.
    """

    graph: SignedGraph
    sides: int | None
    assignment: tuple[int, ...]
    components: tuple[int, ...]
    frustration: float
    bound: float
    optimal: bool
    seconds: float
    frustrated: tuple[int, ...]
    standings: tuple[Standing, ...]

    @property
    def total(self) -> float:
        """The weight of all ties, whatever their sign."""
        return math.fsum(abs(weight) for _, _, weight in self.graph.ties)

    @property
    def blocs(self) -> tuple[tuple[Hashable, ...], ...]:
        """The actors of each bloc, by its number."""
        found: list[list[Hashable]] = [[] for _ in range(max(self.assignment, default=-1) + 1)]
        for actor, bloc in zip(self.graph.actors, self.assignment, strict=True):
            found[bloc].append(actor)
        return tuple(map(tuple, found))

    @property
    def verdict(self) -> str:
        """In words, whether this is proven to be the least frustration or how much less there might be."""
        if self.optimal:
            return f"proven: no partition has less frustration than {self.frustration:g}"
        return (
            f"not proven: the best found in {self.seconds:.1f} s has frustration {self.frustration:g}; "
            f"none has less than {self.bound:g}"
        )


def numbered(ties: list[Tie], found: list[Side]) -> tuple[list[int], list[int]]:
    """Number components and blocs, the largest first and then the one whose first actor comes first."""
    connected = Sides(len(found))
    for first, second, _ in ties:
        connected.join(first, second)
    roots = [connected.find(actor)[0] for actor in range(len(found))]
    members = Counter(roots)
    sizes = Counter(found)
    leaders: dict[Side, int] = {}
    for actor, bloc in enumerate(found):
        leaders.setdefault(bloc, actor)

    def rank(bloc: Side) -> tuple[int, int, int, int]:
        root = roots[leaders[bloc]]
        return -members[root], root, -sizes[bloc], leaders[bloc]

    ranked = sorted(sizes, key=rank)
    component = {root: number for number, root in enumerate(dict.fromkeys(roots[leaders[bloc]] for bloc in ranked))}
    number = {bloc: position for position, bloc in enumerate(ranked)}
    return [component[root] for root in roots], [number[bloc] for bloc in found]


def described(
    graph: SignedGraph,
    sides: int | None,
    assignment: tuple[int, ...],
    components: tuple[int, ...],
    bound: float,
    seconds: float,
) -> Partition:
    """The partition that an assignment and what is proven of it amount to."""
    frustrated = tuple(
        index
        for index, (first, second, weight) in enumerate(graph.ties)
        if (weight > 0) != (assignment[first] == assignment[second])
    )
    frustration = math.fsum(abs(graph.ties[index][2]) for index in frustrated)
    total = math.fsum(abs(weight) for _, _, weight in graph.ties)
    optimal = frustration - bound <= TOLERANCE * total
    return Partition(
        graph=graph,
        sides=sides,
        assignment=assignment,
        components=components,
        frustration=frustration,
        bound=frustration if optimal else bound,
        optimal=optimal,
        seconds=seconds,
        frustrated=frustrated,
        standings=_standings(graph, assignment, many=sides is None),
    )


def _standings(graph: SignedGraph, assignment: tuple[int, ...], *, many: bool) -> tuple[Standing, ...]:
    """Where each actor sits, from the weight of its ties into each bloc."""
    friends: list[defaultdict[int, float]] = [defaultdict(float) for _ in graph.actors]
    foes: list[defaultdict[int, float]] = [defaultdict(float) for _ in graph.actors]
    for first, second, weight in graph.ties:
        for actor, other in ((first, second), (second, first)):
            (friends if weight > 0 else foes)[actor][assignment[other]] += abs(weight)
    standings = []
    for named, own, friendly, hostile in zip(graph.actors, assignment, friends, foes, strict=True):
        total = math.fsum([*friendly.values(), *hostile.values()])
        net = {bloc: friendly[bloc] - hostile[bloc] for bloc in friendly.keys() | hostile.keys() | {own}}
        elsewhere = [weight for bloc, weight in net.items() if bloc != own]
        next_best = max([0.0, *elsewhere]) if many else math.fsum(elsewhere)
        frustrated = math.fsum(friendly.values()) - friendly[own] + hostile[own]
        standings.append(Standing(named, own, frustrated, total, net[own] - next_best))
    return tuple(standings)
