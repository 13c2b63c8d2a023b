"""The cycles that stand in the way of balance, found as shortest walks.

A partition exists that frustrates no tie exactly if there is no bad cycle. For two blocs a cycle is bad with an odd
number of negative ties (Harary 1953, "On the notion of balance of a signed graph"); for any number of blocs, with
exactly one (Davis 1967, "Clustering and structural balance in graphs"). Every partition therefore frustrates at
least one tie of every bad cycle, and a set of ties that hits them all is a partition: the frustration index is the
weight of the lightest such set.

Cycles of which a fractional solution frustrates less than one tie are found by shortest walks: for two blocs in the
double cover of the network, whose two copies of an actor are its two sides (Barahona and Mahjoub 1986, "On the cut
polytope"), for many along positive ties from one end of a negative tie to the other (Demaine, Emanuel, Fiat and
Immorlica 2006, "Correlation clustering in general weighted graphs").
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allegiance.alliances.blocs.kernel import Part

Cycle = tuple[int, ...]
"""The ties of a cycle, as indices into the ties of a part, ascending."""

HOP = 1e-5
"""Added to each step so that of walks alike the shortest is taken, and none goes round in circles for nothing."""
SHORT = 1e-3
"""A cycle counts as violated if it falls this far short of one frustrated tie."""
ENOUGH = 20_000
"""How many cycles are looked for at a time."""
CELLS = 4_000_000
"""How many distances are worked on at once: it bounds the memory, to some tens of megabytes."""


Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Walks:
    """Arcs from ``start`` to ``end`` along ``tie``, and the questions whose answers are bad cycles.

    Arcs are sorted by end: those into node n are ``bounds[n]`` to ``bounds[n + 1]``, and ``layers[r]`` are the arcs
    that are the r-th into their end. Question i: what is the shortest walk from ``sources[column[i]]`` to
    ``target[i]``? The tie ``closing[i]`` makes a bad cycle of it.
    """

    start: Numbers
    end: Numbers
    tie: Numbers
    bounds: Numbers
    layers: tuple[Numbers, ...]
    sources: Numbers
    column: Numbers
    target: Numbers
    closing: Numbers


def walks(part: Part) -> Walks:
    """The walks that close bad cycles of a part."""
    return _along_friends(part) if part.many else _double_cover(part)


def _double_cover(part: Part) -> Walks:
    """Actor a is node a on one side and node ``size`` + a on the other; a negative tie changes sides."""
    size, ties = len(part.actors), np.arange(len(part.weight))
    foes = part.weight < 0
    start = np.concatenate([part.first, part.first + size, part.second, part.second + size])
    end = np.concatenate(
        [part.second + size * foes, part.second + size * ~foes, part.first + size * foes, part.first + size * ~foes]
    )
    wrong = size * ~foes
    return _sorted(
        2 * size,
        (start, end, np.tile(ties, 4)),
        np.arange(size),
        (
            np.concatenate([part.first, part.second]),
            np.concatenate([part.second + wrong, part.first + wrong]),
            np.tile(ties, 2),
        ),
    )


def _along_friends(part: Part) -> Walks:
    friends, foes = np.flatnonzero(part.weight > 0), np.flatnonzero(part.weight < 0)
    start = np.concatenate([part.first[friends], part.second[friends]])
    end = np.concatenate([part.second[friends], part.first[friends]])
    sources, column = np.unique(part.first[foes], return_inverse=True)
    return _sorted(
        len(part.actors), (start, end, np.tile(friends, 2)), sources, (column.reshape(-1), part.second[foes], foes)
    )


def _sorted(size: int, arcs: tuple[Numbers, ...], sources: Numbers, questions: tuple[Numbers, ...]) -> Walks:
    order = np.argsort(arcs[1], kind="stable")
    start, end, tie = (column[order] for column in arcs)
    bounds = np.searchsorted(end, np.arange(size + 1))
    rank = np.arange(len(end)) - bounds[end]
    layers = tuple(np.flatnonzero(rank == layer) for layer in range(int(rank.max(initial=-1)) + 1))
    return Walks(start, end, tie, bounds, layers, sources, *questions)


def violated(graph: Walks, values: NDArray[np.float64], *, deadline: float) -> dict[Cycle, float]:
    """Bad cycles of which ``values``, how far each tie is frustrated, frustrates less than one tie, and how much less.

    Among them is one that falls furthest short, so that none are found only if there are none. Once `ENOUGH` are
    found, or ``deadline`` (of `time.monotonic`) has come, the search ends with what it has.
    """
    length = (np.maximum(values, 0) + HOP)[graph.tie].astype(np.float32)
    found: dict[Cycle, float] = {}
    step = max(1, CELLS // len(graph.bounds))
    for begin in range(0, len(graph.sources), step):
        sources = graph.sources[begin : begin + step]
        distance = _distances(graph, sources, length)
        mine = np.flatnonzero((graph.column >= begin) & (graph.column < begin + step))
        total = distance[graph.target[mine], graph.column[mine] - begin] + values[graph.closing[mine]]
        for question in mine[total < 1 - SHORT]:
            column = graph.column[question] - begin
            walk = _back(graph, distance[:, column], length, sources[column], graph.target[question])
            cycle = tuple(sorted([*walk, int(graph.closing[question])]))
            short = 1 - float(values[list(cycle)].sum())
            if short > SHORT and len(set(cycle)) == len(cycle):
                found[cycle] = short
        if len(found) >= ENOUGH or time.monotonic() > deadline:
            break
    return found


def _distances(graph: Walks, sources: Numbers, length: NDArray[np.float32]) -> NDArray[np.float32]:
    """The length of the shortest walk from every source (columns) to every node (rows), by Bellman and Ford.

    Walks of length 1 and more are of no interest: they count as infinite.
    """
    distance = np.full((len(graph.bounds) - 1, len(sources)), np.inf, dtype=np.float32)
    distance[sources, np.arange(len(sources))] = 0
    shorter = True
    while shorter:
        shorter = False
        for arcs in graph.layers:
            reached = distance[graph.start[arcs]] + length[arcs, None]
            before = distance[graph.end[arcs]]
            better = (reached < before) & (reached < 1)
            if better.any():
                shorter = True
                distance[graph.end[arcs]] = np.where(better, reached, before)
    return distance


def _back(
    graph: Walks, distance: NDArray[np.float32], length: NDArray[np.float32], source: int, node: int
) -> Iterator[int]:
    """The ties of a shortest walk, from its end back to its source."""
    while node != source:
        arcs = slice(graph.bounds[node], graph.bounds[node + 1])
        arc = graph.bounds[node] + (distance[graph.start[arcs]] + length[arcs]).argmin()
        yield int(graph.tie[arc])
        node = int(graph.start[arc])
