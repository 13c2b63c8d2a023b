"""A text with pairs of actors in it, as the coder's network reads it.

Behind the pieces of the text stand three markers for each pair: one for each of its actors, and one for the words by
which the tree joins the two. A marker begins as the mean of its pieces; it sees the text and the other markers of its
pair, and nothing else sees it. So many pairs are read in one pass, and what is read of one does not depend on the
others (Zhong and Chen, 2021, whose markers these are in all but how they begin).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from allegiance.coder.pairs import Pair, Span
from allegiance.language.pieces import pieces, shape, special, told_apart

LONGEST = 200
"""Pieces that are read, the two ends included; of a longer text the part around the actors."""
UNSEEN = np.float32(-1e4)

MARKERS = 3
"""Markers of a pair: source, target and what joins them."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text as numbers: ids and shapes of its pieces, and for each pair the pieces of its markers."""

    ids: list[int]
    shapes: list[int]
    pairs: list[list[list[int]]]

    @property
    def cost(self) -> int:
        """How many places the network has to read."""
        return len(self.ids) + MARKERS * len(self.pairs)


def numbers(words: Sequence[str], places: Sequence[Span], pairs: Sequence[Pair], tokenizer: Tokenizer) -> Marked:
    """The text and its pairs as numbers; ``places`` are the characters of the words.

    An actor of which nothing is read, because the text is too long, is marked by the text's start; so is a way from
    actor to actor without words.
    """
    begin, end = special(tokenizer, "[CLS]"), special(tokenizer, "[SEP]")
    ids, shapes, owners = [], [], []
    for place, (word, found) in enumerate(zip(words, pieces(told_apart(words), tokenizer), strict=True)):
        ids += found
        shapes += [int(shape(word))] * len(found)
        owners += [place] * len(found)

    def meeting(*spans: Span) -> list[int]:
        return [i for i, owner in enumerate(owners) if any(_meet(places[owner], span) for span in spans)]

    wanted = [[meeting(pair.source), meeting(pair.target), meeting(*pair.path)] for pair in pairs]
    kept = _window(len(ids), [piece for source, target, _ in wanted for piece in (*source, *target)])
    moved = [[_moved(found, kept) for found in markers] for markers in wanted]
    return Marked([begin, *ids[kept], end], [0, *shapes[kept], 0], moved)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _window(length: int, marked: Sequence[int]) -> slice:
    """The pieces to keep: all, or as many as may be read with the marked ones in their middle."""
    room = LONGEST - 2
    if length <= room:
        return slice(0, length)
    middle = (min(marked) + max(marked)) // 2 if marked else 0
    begin = max(0, min(middle - room // 2, length - room))
    return slice(begin, begin + room)


def _moved(found: Sequence[int], kept: slice) -> list[int]:
    """Where pieces stand behind the start piece, of those that are kept; the start piece itself if none is left."""
    return [piece - kept.start + 1 for piece in found if kept.start <= piece < kept.stop] or [0]


def feed(group: Sequence[Marked]) -> dict[str, NDArray[Any]]:
    """What the graph is given for a batch: B texts of at most L pieces and P pairs each, M = 3P markers, N = L + M.

    ids and shapes (B, L); spans (B, M, L), the weights of the pieces that a marker begins as the mean of; seen (B, 1,
    N, N), what is added to the attention of each place to each other.
    """
    longest = max(len(marked.ids) for marked in group)
    markers = MARKERS * max(len(marked.pairs) for marked in group)
    total = longest + markers
    made: dict[str, NDArray[Any]] = {
        "ids": np.zeros((len(group), longest), dtype=np.int64),
        "shapes": np.zeros((len(group), longest), dtype=np.int64),
        "spans": np.zeros((len(group), markers, longest), dtype=np.float32),
        "seen": np.full((len(group), 1, total, total), UNSEEN),
    }
    for row, marked in enumerate(group):
        length = len(marked.ids)
        made["ids"][row, :length] = marked.ids
        made["shapes"][row, :length] = marked.shapes
        made["seen"][row, 0, :, :length] = 0
        for number, pair in enumerate(marked.pairs):
            first = MARKERS * number
            for place, found in enumerate(pair, start=first):
                made["spans"][row, place, found] = 1 / len(found)
            partners = slice(longest + first, longest + first + MARKERS)
            made["seen"][row, 0, partners, partners] = 0
    return made
