"""Branch and cut: the least frustration of one part, with a proof or with the bound that time allowed.

The integer program has a variable a tie, 1 if it is frustrated, and a row a bad cycle, added when a solution violates
it. Where the relaxation leaves ties in doubt, it is solved again with one of them settled either way.
"""

from __future__ import annotations

import heapq
import math
import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allegiance.alliances.blocs.cycles import Cycle, violated, walks
from allegiance.alliances.blocs.kernel import Part
from allegiance.alliances.blocs.relaxation import Relaxation, Relaxed, packing
from allegiance.alliances.blocs.search import Labels, Neighbourhood

SLACK = 1e-7
"""What two sums of weights may differ by and still count as one, as a share of all the weights."""
DOUBT = 1e-6
"""How far from 0 and 1 a tie must be to be in doubt."""
CROWD = 12
"""How many cycles through one tie are added at a time."""
DEPTH = 6
"""How many times cycles are looked for below the root of the search."""
CANDIDATES = 6
"""How many ties are tried out before one is settled."""


Limits = NDArray[np.float64]
"""Between 0 and 1 for each tie, how far it may or must be frustrated."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A partition of a part, its frustration, and a bound below which no partition can be; equal if it is proven."""

    labels: Labels
    cost: float
    bound: float


@dataclass(frozen=True, slots=True)
class Node:
    """A branch of the search: between which limits each tie is, and the relaxation there."""

    low: Limits
    high: Limits
    relaxed: Relaxed

    @property
    def doubt(self) -> NDArray[np.float64]:
        """How far each tie is from being either spared or frustrated; 0 where it is not in doubt."""
        doubt = np.minimum(self.relaxed.values, 1 - self.relaxed.values)
        return np.where(doubt < DOUBT, 0.0, doubt)


def solve(part: Part, *, deadline: float) -> Answer:
    """Find a partition of least frustration, or the best by ``deadline`` (of `time.monotonic`)."""
    neighbourhood = Neighbourhood(part)
    labels = neighbourhood.start(deadline)
    if part.cost(labels) == 0:
        return Answer(labels, 0.0, 0.0)
    search = _Search(part, neighbourhood, labels, deadline)
    bound = search.run()
    cost = part.cost(search.best)
    return Answer(search.best, cost, cost if bound > search.cutoff else bound)


class _Search:
    """The state of one search: the relaxation, the best partition so far, and what a better one would have to reach."""

    def __init__(self, part: Part, neighbourhood: Neighbourhood, labels: Labels, deadline: float) -> None:
        self.part = part
        self.weights = np.abs(part.weight)
        self.neighbourhood = neighbourhood
        self.deadline = deadline
        self.walks = walks(part)
        self.relaxation = Relaxation(self.weights)
        self.slack = SLACK * float(self.weights.sum())
        self.bound = 0.0
        self.best = labels
        self.cutoff = self._below(part.cost(labels))

    def run(self) -> float:
        """Search until proven or out of time; the bound, infinite if nothing better than the best can be."""
        ties = len(self.weights)
        try:
            cycles = violated(self.walks, np.zeros(ties), deadline=self.deadline)
            self.bound = packing(list(cycles), self.weights)
            self.relaxation.add(_spread(cycles, ties))
            root = self._cut(np.zeros(ties), np.ones(ties), rounds=None)
            self._explore([] if root is None else [root])
        except TimeoutError:
            return self.bound
        return math.inf

    def _explore(self, roots: list[Node]) -> None:
        """Take the branch with the least bound first, so that its bound is that of the whole search."""
        waiting = [(node.relaxed.bound, 0, node) for node in roots]
        count = 0
        while waiting:
            bound, _, node = heapq.heappop(waiting)
            self.bound = max(self.bound, bound)
            if self.bound > self.cutoff:
                return
            for child in self._branch(node):
                count += 1
                heapq.heappush(waiting, (max(bound, child.relaxed.bound), count, child))

    def _below(self, cost: float) -> float:
        """The bound above which no partition better than ``cost`` is left."""
        return cost - max(self.part.unit, 2 * self.slack) + self.slack

    def _offer(self, labels: Labels) -> None:
        """Keep a partition if it is better than the best so far."""
        cutoff = self._below(self.part.cost(labels))
        if cutoff < self.cutoff:
            self.best, self.cutoff = labels, cutoff

    def _left(self) -> float:
        """How many seconds are left; `TimeoutError` if none are."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def _solve(self, low: Limits, high: Limits, *, afresh: bool = False) -> Node | None:
        """Solve the relaxation within limits as it stands; None if nothing better than the best is there."""
        relaxed = self.relaxation.solve(low, high, afresh=afresh, seconds=self._left())
        return Node(low, high, relaxed) if relaxed is not None and relaxed.bound <= self.cutoff else None

    def _cut(self, low: Limits, high: Limits, *, rounds: int | None) -> Node | None:
        """Solve the relaxation and add violated cycles round by round; None if nothing better than the best is there.

        Without ``rounds`` this is the root, where the bound of each round is a bound of the whole search. A solution
        that leaves no tie in doubt is returned only once it violates no cycle: it is then a partition.
        """
        count = 0
        while (node := self._solve(low, high, afresh=rounds is None)) is not None:
            count += 1
            self._offer(self.neighbourhood.rounded(node.relaxed.values))
            if rounds is None:
                self.bound = max(self.bound, node.relaxed.bound)
                self._offer(self.neighbourhood.improved(self.best, self.deadline))
            cycles = violated(self.walks, node.relaxed.values, deadline=self.deadline)
            self._left()
            if not self.relaxation.add(_spread(cycles, len(low))) or (count == rounds and node.doubt.any()):
                return node
        return None

    def _branch(self, node: Node) -> list[Node]:
        """The branches in which a tie in doubt is settled either way, as far as anything better is left in them.

        Of some ties tried, the one is taken whose two branches raise the bound most (strong branching; Applegate,
        Bixby, Chvátal and Cook 1995).
        """
        low, high = self._fixed(node)
        doubt = node.doubt
        best: tuple[float, list[tuple[Limits, Limits]]] = (-1.0, [])
        for tie in np.argsort(-doubt, kind="stable")[:CANDIDATES].tolist():
            if not doubt[tie]:
                break
            branches, gain = [], 1.0
            for limits in ((low, _settled(high, tie, 0.0)), (_settled(low, tie, 1.0), high)):
                tried = self._solve(*limits)
                if tried is None:
                    gain *= self.cutoff + 1 - node.relaxed.bound
                else:
                    gain *= max(tried.relaxed.bound - node.relaxed.bound, DOUBT)
                    branches.append(limits)
            if not branches:
                return []
            if gain > best[0]:
                best = gain, branches
        cut = [self._cut(*limits, rounds=DEPTH) for limits in best[1]]
        return [child for child in cut if child is not None]

    def _fixed(self, node: Node) -> tuple[Limits, Limits]:
        """Settle the ties that the bound settles: the other way round they would raise it above the cutoff."""
        room = self.cutoff - node.relaxed.bound
        high = np.where((node.low == 0) & (node.relaxed.slope > room), 0.0, node.high)
        low = np.where((node.high == 1) & (-node.relaxed.slope > room), 1.0, node.low)
        return low, high


def _settled(limits: Limits, tie: int, value: float) -> Limits:
    changed = limits.copy()
    changed[tie] = value
    return changed


def _spread(cycles: dict[Cycle, float], ties: int) -> list[Cycle]:
    """The most violated cycles, without many through one tie: they would say much the same."""
    uses = np.zeros(ties, dtype=np.int64)
    chosen = []
    for cycle in sorted(cycles, key=lambda cycle: (-cycles[cycle], len(cycle), cycle)):
        members = list(cycle)
        if uses[members].max() < CROWD:
            uses[members] += 1
            chosen.append(cycle)
    return chosen
