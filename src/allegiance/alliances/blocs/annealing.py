"""Simulated annealing for two sides (Kirkpatrick, Gelatt and Vecchi 1983, "Optimization by simulated annealing").

A network of two sides is an Ising spin glass: actors are spins, ties their couplings, frustration its energy. Keeping
what each actor's change of sides would cost up to date makes an actor that does not move almost free.
"""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

SWEEPS = 300
"""How often every actor is asked whether it changes sides."""
HOT, COLD = 4.0, 0.3
"""The first and the last temperature, in mean weights of a tie."""

Around = list[list[tuple[int, float]]]
"""For each actor the others it has a tie with, and the weights."""


def annealed(around: Around, chance: np.random.Generator, *, deadline: float) -> NDArray[np.int64]:
    """Two sides, as labels 0 and 1, cooled down from chance; as they are at ``deadline`` (of `time.monotonic`)."""
    size = len(around)
    sides = chance.choice((-1, 1), size).tolist()
    cost = [sides[actor] * sum(weight * sides[other] for other, weight in ties) for actor, ties in enumerate(around)]
    mean = float(np.mean([abs(weight) for ties in around for _, weight in ties]))
    for temperature in np.geomspace(HOT * mean, COLD * mean, SWEEPS):
        if time.monotonic() > deadline:
            break
        bearable = (chance.exponential(size=size) * temperature).tolist()
        for actor in range(size):
            if cost[actor] < bearable[actor]:
                _change(actor, sides, cost, around)
    return (1 - np.array(sides, dtype=np.int64)) // 2


def _change(actor: int, sides: list[int], cost: list[float], around: Around) -> None:
    """Let an actor change sides, and bring up to date what that would now cost it and those around it."""
    cost[actor] = -cost[actor]
    sides[actor] = -sides[actor]
    for other, weight in around[actor]:
        cost[other] += 2 * sides[actor] * sides[other] * weight
