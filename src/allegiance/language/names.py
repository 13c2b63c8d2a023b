"""Names from the tag probabilities of words: the likeliest sequence in which every name begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

NEVER = np.float32(-1e4)


def transitions(tags: Sequence[str]) -> NDArray[np.float32]:
    """(n, n) scores to add: nothing, or ``NEVER``, as ``I-X`` may follow only ``B-X`` and ``I-X``."""
    table = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for after, tag in enumerate(tags):
        if tag[0] == "I":
            for before, other in enumerate(tags):
                if other[1:] != tag[1:] or other == "O":
                    table[before, after] = NEVER
    return table


def spans(
    scores: NDArray[np.float32], tags: Sequence[str], table: NDArray[np.float32]
) -> Iterator[tuple[int, int, str]]:
    """``(first word, word after the last, type)`` of each name; ``scores`` (W, n) are log probabilities."""
    begun: int | None = None
    kind = ""
    for place, tag in enumerate([*_best(scores, tags, table), "O"]):
        if begun is not None and tag[0] != "I":
            yield begun, place, kind
            begun = None
        if tag[0] == "B":
            begun, kind = place, tag[2:]


def _best(scores: NDArray[np.float32], tags: Sequence[str], table: NDArray[np.float32]) -> list[str]:
    greedy = scores.argmax(axis=1)
    broken = len(greedy) and (tags[greedy[0]][0] == "I" or table[greedy[:-1], greedy[1:]].any())
    return [tags[i] for i in (_viterbi(scores, tags, table) if broken else greedy)]


def _viterbi(scores: NDArray[np.float32], tags: Sequence[str], table: NDArray[np.float32]) -> list[int]:
    total = scores[0] + np.array([NEVER if tag[0] == "I" else 0 for tag in tags], dtype=np.float32)
    back: list[NDArray[np.int64]] = []
    for row in scores[1:]:
        paths = total[:, None] + table
        back.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]
