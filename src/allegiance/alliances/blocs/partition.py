"""The partition of a signed network with the least frustration: reduce, solve the pieces, put them together."""

from __future__ import annotations

import math
import time
from collections.abc import Collection
from fractions import Fraction

from allegiance.alliances.blocs.graph import SignedGraph, Tie
from allegiance.alliances.blocs.kernel import Part, reduce
from allegiance.alliances.blocs.result import TOLERANCE, Partition, described, numbered
from allegiance.alliances.blocs.union import Sides
from allegiance.errors import UsageError

STEPS = 1000
"""Weights have a common step if they are all multiples of some 1/n with n up to this."""


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
    components, numbers = numbered(ties, found)
    place = {actor: position for position, actor in enumerate(order)}
    return described(
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
