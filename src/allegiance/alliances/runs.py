"""The runs of a pair: stretches of time in which its stance keeps its sign; between two of them it turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from allegiance.alliances.walk import walk

if TYPE_CHECKING:
    import polars as pl

    from allegiance.alliances.rules import Rules


def runs(rows: pl.DataFrame, rules: Rules) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The evidence with the ``run`` that each piece falls in, and the runs themselves, ``run a b begun was now``.

    Runs are numbered through in the order of pairs and time. ``now`` is the stance of a run, 1 with, -1 against, or 0
    where it never becomes clear; ``was`` that of the run before, 0 for the first of a pair, to which also belongs what
    is told before the stance is clear. ``begun`` is the first day of the run.
    """
    import polars as pl

    walked = walk(rows, rules)
    same = np.diff(walked.pairs, prepend=-1) == 0
    was = np.where(same, np.roll(walked.states, 1), 0)
    starts = np.flatnonzero(~same | ((was != 0) & (walked.states != was)))
    ends = np.append(starts[1:], len(same))[: len(starts)] - 1
    first = np.searchsorted(walked.owners, walked.pairs[starts])
    number = np.searchsorted(walked.keys[starts], walked.rows, side="right") - 1
    begun = pl.DataFrame(
        {
            "run": np.arange(len(starts), dtype=np.uint32),
            "a": rows["a"].to_numpy()[first],
            "b": rows["b"].to_numpy()[first],
            "begun": walked.days[starts].astype(np.int32),
            "was": was[starts].astype(np.int8),
            "now": walked.states[ends],
        }
    )
    return rows.with_columns(pl.Series("run", number, dtype=pl.UInt32)), begun
