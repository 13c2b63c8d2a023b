"""Heads for the words of a sentence, always a tree with one root."""

from __future__ import annotations

import networkx as nx
import numpy as np
from numpy.typing import NDArray

MARGIN = 15.0
"""Heads this many nats below a word's best are not considered: the tree would be e^15 times less likely."""


def decode(arcs: NDArray[np.float32]) -> NDArray[np.int64]:
    """The likeliest tree: ``arcs`` (W, 1 + W) holds log probabilities of heads, column 0 the root; gives heads (W,).

    Most sentences' best heads are a tree already. For the rest the maximum spanning arborescence is taken
    (Chu and Liu, 1965; Edmonds, 1967), with a loss on root arcs that is larger than anything else, so that
    exactly one is taken (Zmigrod et al., 2020, discuss why this must not be left out).
    """
    heads = arcs.argmax(axis=1)
    if is_tree(heads):
        return heads
    words = len(arcs)
    penalty = (MARGIN + 1.0) * (words + 1)
    graph = nx.DiGraph()
    floor = arcs[:, 1:].max(axis=1, initial=-np.inf) - MARGIN
    for word in range(words):
        graph.add_edge(0, word + 1, weight=float(max(arcs[word, 0], floor[word] if words > 1 else 0.0)) - penalty)
        for head in np.flatnonzero(arcs[word, 1:] >= floor[word]) + 1:
            if head != word + 1:
                graph.add_edge(int(head), word + 1, weight=float(arcs[word, head]))
    tree = nx.maximum_spanning_arborescence(graph)
    decoded = np.zeros(words, dtype=np.int64)
    for head, word in tree.edges:
        decoded[word - 1] = head
    return decoded


def is_tree(heads: NDArray[np.int64]) -> bool:
    """Whether heads, counted from 1 with 0 for the root, are a tree with one root."""
    if np.count_nonzero(heads == 0) != 1:
        return False
    above = np.concatenate(([0], heads))
    for _ in range(len(heads).bit_length()):
        above = above[above]
    return not above.any()
