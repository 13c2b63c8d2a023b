"""Good partitions quickly: where the exact search starts from, and what is returned where time runs out.

One actor at a time moves to the bloc that suits it best until none wants to move: relocation as in Doreian and Mrvar
(1996), "A partitioning approach to structural balance", Social Networks 18. For two blocs that mends what simulated
annealing leaves; for many it is repeated from shaken partitions, an iterated local search (Lourenço, Martin and
Stützle 2003).
"""

from __future__ import annotations

import time
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from allegiance.alliances.blocs.annealing import Around, annealed
from allegiance.alliances.blocs.kernel import Part
from allegiance.alliances.blocs.union import Sides

Labels = NDArray[np.int64]

TRIES = 10
"""How often something better is tried at a time."""
SHARE = 0.1
"""The share of actors that go elsewhere when a partition of many blocs is shaken."""


class Neighbourhood:
    """The ties of a part, actor by actor, ready for moving actors about."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._chance = np.random.default_rng(0)
        self._around: Around = [[] for _ in part.actors]
        for first, second, weight in zip(part.first.tolist(), part.second.tolist(), part.weight.tolist(), strict=True):
            self._around[first].append((second, weight))
            self._around[second].append((first, weight))

    def start(self, deadline: float) -> Labels:
        """A good partition: the better of everybody together and everybody alone, improved."""
        size = len(self.part.actors)
        starts = [[0] * size, list(range(size))] if self.part.many else [[0] * size]
        best = min((self.polish(labels, range(size)) for labels in starts), key=self.part.cost)
        return self.improved(best, deadline)

    def improved(self, best: Labels, deadline: float) -> Labels:
        """A partition at least as good, by chance: the same calls in the same order go the same way.

        It takes what `TRIES` tries find, or as many as there are until ``deadline`` (of `time.monotonic`).
        """
        cost = self.part.cost(best)
        for _ in range(TRIES):
            if cost == 0 or time.monotonic() > deadline:
                break
            labels = self._shaken(best) if self.part.many else annealed(self._around, self._chance, deadline=deadline)
            tried = self.polish(labels.tolist(), range(len(labels)))
            if (tried_cost := self.part.cost(tried)) <= cost:
                best, cost = tried, tried_cost
        return best

    def _shaken(self, labels: Labels) -> Labels:
        """The same partition, but for some actors that go to the bloc of some other actor."""
        size = len(labels)
        moved = self._chance.choice(size, max(2, int(SHARE * size)), replace=False)
        shaken = labels.copy()
        shaken[moved] = labels[self._chance.integers(size, size=len(moved))]
        return shaken

    def rounded(self, values: NDArray[np.float64]) -> Labels:
        """A partition near a fractional solution: its surest ties first, as long as they do not contradict."""
        part = self.part
        size = len(part.actors)
        sides = Sides(size)
        for tie in np.argsort(np.minimum(values, 1 - values), kind="stable").tolist():
            spared = values[tie] < 0.5
            if part.many:
                if spared and part.weight[tie] > 0:
                    sides.join(int(part.first[tie]), int(part.second[tie]))
            else:
                friends = bool(part.weight[tie] > 0)
                sides.join(int(part.first[tie]), int(part.second[tie]), 1 if friends == spared else -1)
        found = [sides.find(actor) for actor in range(size)]
        labels = [root if part.many else (1 - sign) // 2 for root, sign in found]
        return self.polish(labels, range(size))

    def polish(self, labels: list[int], actors: Iterable[int]) -> Labels:
        """Move actors, those given first, to the bloc that suits them best until none wants to move.

        With many blocs, two that have more in common than against each other are then joined, and so on.
        """
        self._relocate(labels, actors)
        while self.part.many and (pair := self._alike(labels)) is not None:
            labels[:] = [pair[0] if label == pair[1] else label for label in labels]
            self._relocate(labels, range(len(labels)))
        return np.array(labels, dtype=np.int64)

    def _alike(self, labels: list[int]) -> tuple[int, int] | None:
        """The two blocs whose joining would spare most frustration, if any would."""
        part = self.part
        stands = np.array(labels, dtype=np.int64)
        one, other = stands[part.first], stands[part.second]
        apart = one != other
        pairs = np.stack([np.minimum(one, other)[apart], np.maximum(one, other)[apart]])
        if not pairs.size:
            return None
        blocs, index = np.unique(pairs, axis=1, return_inverse=True)
        net = np.bincount(index.reshape(-1), part.weight[apart])
        best = int(np.argmax(net))
        return (int(blocs[0, best]), int(blocs[1, best])) if net[best] > 1e-9 else None

    def _relocate(self, labels: list[int], actors: Iterable[int]) -> None:
        waiting = list(actors)
        queued = set(waiting)
        free = max(labels, default=0) + 1
        for actor in waiting:
            queued.discard(actor)
            target = self._best(actor, labels, free)
            if target == labels[actor]:
                continue
            free += target == free
            labels[actor] = target
            for other, _ in self._around[actor]:
                if other not in queued:
                    queued.add(other)
                    waiting.append(other)

    def _best(self, actor: int, labels: list[int], free: int) -> int:
        """The bloc with the greatest net weight of ties to the actor; its own, if no other is better."""
        net: dict[int, float] = {free: 0.0} if self.part.many else {0: 0.0, 1: 0.0}
        for other, weight in self._around[actor]:
            label = labels[other]
            net[label] = net.get(label, 0.0) + weight
        own = labels[actor]
        best = max(sorted(net), key=lambda label: net[label])
        return best if net[best] > net.get(own, 0.0) + 1e-9 else own
