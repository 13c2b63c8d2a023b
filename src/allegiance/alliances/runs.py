"""The runs of pairs: stretches of time in which a stance keeps its sign; between two of them it turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from allegiance.alliances.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl

    from allegiance.alliances.rules import Rules

_AT_ONCE = 1_000_000
"""How many pieces of evidence are walked at once, to keep memory small."""


def runs(rows: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """The runs of all pairs in the order of pairs and time, ``a b begun was now start count``.

    ``rows`` is evidence as `evidence` sorts it; those of a run are ``count`` from place ``start`` on. ``now`` is the
    stance of the run, 1 with, -1 against, or 0 where it never becomes clear; ``was`` that of the run before, 0 for the
    first of a pair, to which also belongs what is told before the stance is clear. ``begun`` is its first day.
    """
    import polars as pl

    parts = [_runs(rows.slice(start, count), start, rules) for start, count in _slices(rows)]
    return pl.concat(parts) if parts else _runs(rows, 0, rules)


def _slices(rows: pl.DataFrame) -> Iterator[tuple[int, int]]:
    """Where to cut the rows so that no pair is cut: start and length."""
    a, b = rows["a"].to_numpy(), rows["b"].to_numpy()
    begins = np.flatnonzero((np.diff(a) != 0) | (np.diff(b) != 0)) + 1
    start = 0
    while start < len(a):
        place = np.searchsorted(begins, start + _AT_ONCE)
        end = int(begins[place]) if place < len(begins) else len(a)
        yield start, end - start
        start = end


def _runs(rows: pl.DataFrame, offset: int, rules: Rules) -> pl.DataFrame:
    import polars as pl

    walked = walk(rows, rules)
    same = np.diff(walked.pairs, prepend=-1) == 0
    was = np.where(same, np.roll(walked.states, 1), 0)
    starts = np.flatnonzero(~same | ((was != 0) & (walked.states != was)))
    ends = np.append(starts[1:], len(same))[: len(starts)] - 1
    pair = np.searchsorted(walked.owners, walked.pairs[starts])
    first = np.searchsorted(walked.rows, walked.keys[starts])
    return pl.DataFrame(
        {
            "a": rows["a"].to_numpy()[pair],
            "b": rows["b"].to_numpy()[pair],
            "begun": walked.days[starts].astype(np.int32),
            "was": was[starts].astype(np.int8),
            "now": walked.states[ends],
            "start": first + offset,
            "count": np.append(first[1:], len(walked.rows))[: len(first)] - first,
        }
    )
