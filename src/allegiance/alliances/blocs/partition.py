"""The partition of a signed network with the least frustration, and where each actor sits in it."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Collection, Hashable
from dataclasses import dataclass
from fractions import Fraction

from allegiance.alliances.blocs.graph import SignedGraph, Tie
from allegiance.alliances.blocs.kernel import Part, reduce
from allegiance.alliances.blocs.union import Sides
from allegiance.errors import UsageError

TOLERANCE = 1e-7
"""Two sums of weights are the same if they differ by less than this share of all the weights."""
STEPS = 1000
"""Weights have a common step if they are all multiples of some 1/n with n up to this."""


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


def partition(graph: SignedGraph, *, blocs: int | None = 2, seconds: float = 10.0) -> Partition:
    """Part actors into blocs with the least frustration, or the least found in ``seconds``.

    ``blocs`` is 2, the two sides of Harary's balance, or None, as many as the ties want (correlation clustering). The
    same network gives the same partition in whatever order its actors and ties come, unless time runs out. Sources:
    Harary (1959), "On the measurement of structural balance"; Bansal, Blum and Chawla (2004), "Correlation
    clustering"; Aref and Wilson (2019), "Balance and frustration in signed networks".
    """
    if blocs not in (2, None):
        raise UsageError(f"blocs must be 2 or None for as many as the ties want, not {blocs}")
    if not seconds > 0:
        raise UsageError(f"the time to look for blocs must be above 0 seconds, not {seconds}")
    from allegiance.alliances.blocs.branch import solve

    began = time.monotonic()
    order = sorted(range(len(graph.actors)), key=lambda actor: (str(graph.actors[actor]), repr(graph.actors[actor])))
    ties = _ordered(graph, order)
    unit = common_step([weight for _, _, weight in ties])
    kernel = reduce(len(order), ties, many=blocs is None, unit=unit)
    bound = kernel.unavoidable
    for part in kernel.parts:
        answer = solve(part, deadline=began + seconds)
        bound += answer.bound
        _join(kernel.sides, part, answer.labels.tolist())
    if blocs == 2:
        for first, second, weight in ties:  # pairs whose ties cancel out may stand either way
            kernel.sides.join(first, second, 1 if weight > 0 else -1)
    found = [kernel.sides.find(actor) for actor in range(len(order))]
    components, numbers = _numbered(ties, found)
    place = {actor: position for position, actor in enumerate(order)}
    return _described(
        graph,
        blocs,
        tuple(numbers[place[actor]] for actor in range(len(order))),
        tuple(components[place[actor]] for actor in range(len(order))),
        _raised(bound, unit),
        time.monotonic() - began,
    )


def common_step(weights: Collection[float]) -> float:
    """The greatest step that all weights are multiples of; 0 if there is none, or none worth while."""
    sizes = {abs(weight) for weight in weights}
    if not sizes or len(sizes) > STEPS:
        return 0.0
    step = Fraction(0)
    for size in sizes:
        fraction = Fraction(size).limit_denominator(STEPS)
        if not math.isclose(fraction, size, rel_tol=1e-12):
            return 0.0
        step = Fraction(
            math.gcd(step.numerator * fraction.denominator, fraction.numerator * step.denominator),
            step.denominator * fraction.denominator,
        )
    total = math.fsum(abs(weight) for weight in weights)
    return float(step) if step > 10 * TOLERANCE * total else 0.0


def _ordered(graph: SignedGraph, order: list[int]) -> list[Tie]:
    """The ties over positions in ``order``, sorted, so that nothing depends on the order they came in."""
    place = {actor: position for position, actor in enumerate(order)}
    return sorted(
        (min(place[first], place[second]), max(place[first], place[second]), weight)
        for first, second, weight in graph.ties
    )


def _join(sides: Sides, part: Part, labels: list[int]) -> None:
    """Join the actors of a solved part: those of one bloc, and with two blocs also the two."""
    leaders: dict[int, int] = {}
    for actor, label in zip(part.actors, labels, strict=True):
        sides.join(leaders.setdefault(label, actor), actor)
    if not part.many and len(leaders) == 2:
        sides.join(leaders[0], leaders[1], -1)


def _raised(bound: float, unit: float) -> float:
    """The bound raised to the next frustration that is possible at all."""
    return math.ceil(bound / unit - 1e-3) * unit if unit else bound


def _numbered(ties: list[Tie], found: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Number components and blocs, the largest first and then the one whose first actor comes first."""
    connected = Sides(len(found))
    for first, second, _ in ties:
        connected.join(first, second)
    roots = [connected.find(actor)[0] for actor in range(len(found))]
    members = Counter(roots)
    sizes = Counter(found)
    leaders: dict[tuple[int, int], int] = {}
    for actor, bloc in enumerate(found):
        leaders.setdefault(bloc, actor)

    def rank(bloc: tuple[int, int]) -> tuple[int, int, int, int]:
        root = roots[leaders[bloc]]
        return -members[root], root, -sizes[bloc], leaders[bloc]

    ranked = sorted(sizes, key=rank)
    component = {root: number for number, root in enumerate(dict.fromkeys(roots[leaders[bloc]] for bloc in ranked))}
    number = {bloc: position for position, bloc in enumerate(ranked)}
    return [component[root] for root in roots], [number[bloc] for bloc in found]


def _described(
    graph: SignedGraph,
    sides: int | None,
    assignment: tuple[int, ...],
    components: tuple[int, ...],
    bound: float,
    seconds: float,
) -> Partition:
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
    friends: list[Counter[int]] = [Counter() for _ in graph.actors]
    foes: list[Counter[int]] = [Counter() for _ in graph.actors]
    for first, second, weight in graph.ties:
        for actor, other in ((first, second), (second, first)):
            (friends if weight > 0 else foes)[actor][assignment[other]] += abs(weight)
    standings = []
    for actor, own, friendly, hostile in zip(graph.actors, assignment, friends, foes, strict=True):
        total = math.fsum([*friendly.values(), *hostile.values()])
        net = {bloc: friendly[bloc] - hostile[bloc] for bloc in friendly.keys() | hostile.keys() | {own}}
        elsewhere = [weight for bloc, weight in net.items() if bloc != own]
        next_best = max([0.0, *elsewhere]) if many else math.fsum(elsewhere)
        frustrated = math.fsum(friendly.values()) - friendly[own] + hostile[own]
        standings.append(Standing(actor, own, frustrated, total, net[own] - next_best))
    return tuple(standings)
