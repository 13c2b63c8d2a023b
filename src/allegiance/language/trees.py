"""Heads for the words of a sentence, always a tree with one root."""

from __future__ import annotations

import networkx as nx
import numpy as np
from numpy.typing import NDArray


def decode(arcs: NDArray[np.float32]) -> NDArray[np.int64]:
    """The likeliest tree: ``arcs`` (W, 1 + W) holds log probabilities of heads, column 0 the root; gives heads (W,).

    Most sentences' best heads are a tree already. For the rest the maximum spanning arborescence is taken
    (Chu and Liu, 1965; Edmonds, 1967), with a loss on root arcs that is larger than anything else, so that
    exactly one is taken (Zmigrod et al., 2020, discuss why this must not be left out).
    """
    heads: NDArray[np.int64] = arcs.argmax(axis=1)
    if is_tree(heads):
        return heads
    loss = _losses(arcs)
    found = _repaired(loss)
    bound = float(loss[np.arange(len(loss)), found].sum())
    return _best(loss, bound) if bound > 0 else found


def is_tree(heads: NDArray[np.int64]) -> bool:
    """Whether heads, counted from 1 with 0 for the root, are a tree with one root."""
    return np.count_nonzero(heads == 0) == 1 and not _tops(heads).any()


def _losses(arcs: NDArray[np.float32]) -> NDArray[np.float64]:
    """What each arc costs beyond the best choice of one root and a head for every other word; never negative."""
    loss = -arcs.astype(np.float64)
    np.fill_diagonal(loss[:, 1:], np.inf)
    if len(loss) > 1:
        loss -= loss[:, 1:].min(axis=1, keepdims=True)
    loss[:, 0] -= np.min(loss[:, 0])
    return loss


def _repaired(loss: NDArray[np.float64]) -> NDArray[np.int64]:
    """A good tree, not always the best: the best root and heads, and the cheapest arcs that take in what is cut off."""
    heads: NDArray[np.int64] = loss[:, 1:].argmin(axis=1) + 1
    heads[np.argmin(loss[:, 0])] = 0
    while (cut_off := _tops(heads)[1:] > 0).any():
        costs = loss[np.ix_(cut_off, np.flatnonzero(~cut_off) + 1)]
        word, head = divmod(int(costs.argmin()), costs.shape[1])
        heads[np.flatnonzero(cut_off)[word]] = np.flatnonzero(~cut_off)[head] + 1
    return heads


def _best(loss: NDArray[np.float64], bound: float) -> NDArray[np.int64]:
    """The tree of least loss, which is at most ``bound``: no arc that alone costs more can be in it.

    Words with one arc left hang on it in every tree, so the graph is made of the others only, each standing for
    all that hangs on it.
    """
    allowed = loss <= bound + 1e-9
    undecided = np.flatnonzero(np.count_nonzero(allowed, axis=1) > 1)
    heads: NDArray[np.int64] = allowed.argmax(axis=1)
    hanging = heads.copy()
    hanging[undecided] = undecided + 1
    tops = _tops(hanging)
    if (hanging == 0).any():
        allowed[undecided, 0] = False
    cheapest: dict[tuple[int, int], tuple[float, int]] = {}
    for place in undecided.tolist():
        for head in np.flatnonzero(allowed[place]).tolist():
            arc = (int(tops[head]), place + 1)
            cost = float(loss[place, head]) + (bound + 1.0 if head == 0 else 0.0)
            if arc[0] != arc[1] and (arc not in cheapest or cost < cheapest[arc][0]):
                cheapest[arc] = cost, head
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_weighted_edges_from((top, word, -cost) for (top, word), (cost, _) in cheapest.items())
    for top, word in nx.maximum_spanning_arborescence(graph).edges:
        heads[word - 1] = cheapest[top, word][1]
    return heads


def _tops(heads: NDArray[np.int64]) -> NDArray[np.int64]:
    """(1 + W,): what the root and each word come to when heads are followed to the end: 0, or a word in a cycle."""
    above = np.concatenate(([0], heads))
    for _ in range(len(heads).bit_length()):
        above = above[above]
    return above
