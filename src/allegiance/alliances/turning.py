"""Where the stance of pairs changed sign: how sure that is, and between which evidence it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from allegiance.alliances.lookup import TRACED
from allegiance.alliances.runs import runs

if TYPE_CHECKING:
    import polars as pl
    from numpy.typing import NDArray

    from allegiance.alliances.rules import Rules


def turning(rows: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """Every turn in evidence by pair and time, ``a b was now day sure`` and where its evidence is.

    ``day`` is when the net weight has turned. ``sure`` is the probability that at least one claim on either side was
    read rightly, where each document counts once: 1 - product of (1 - belief), the noisy-or of Pearl (1988). The
    evidence after the turn is in ``count`` rows from ``start`` on, that before it in the rows from ``start_before`` to
    there, and all that is earlier of the pair in those from ``start_pair`` to there.
    """
    import polars as pl

    every = runs(rows, rules)
    right = _right(rows, every)
    # Where nothing new was told, what stood before prevails again.
    sure = np.roll(right, 1) * np.where(right > 0, right, 1)
    first = pl.when(pl.col("was") == 0).then("start").forward_fill()
    found = every.with_columns(
        first.alias("start_pair"),
        pl.col("start").shift(1).alias("start_before"),
        pl.Series("sure", sure, dtype=pl.Float64),
    )
    return found.filter(pl.col("was") != 0).rename({"begun": "day"})


def _right(rows: pl.DataFrame, every: pl.DataFrame) -> NDArray[np.float64]:
    """For each run the probability that at least one claim for its stance was read rightly."""
    import polars as pl

    count = every["count"].to_numpy()
    run = np.repeat(np.arange(len(count), dtype=np.uint32), count)
    state = np.repeat(every["now"].to_numpy(), count)
    for_it = rows["mass"].to_numpy() * state > 0
    said = pl.DataFrame(
        {
            "told": (run[for_it].astype(np.uint64) << np.uint64(32)) | rows["document"].to_numpy()[for_it],
            "belief": rows["belief"].to_numpy()[for_it],
        }
    )
    best = said.lazy().group_by("told").agg(pl.col("belief").max()).collect()
    wrong = np.log1p(-np.minimum(best["belief"].to_numpy().astype(np.float64), 1 - 1e-12))
    place = (best["told"].to_numpy() >> np.uint64(32)).astype(np.int64)
    return 1 - np.exp(np.bincount(place, weights=wrong, minlength=len(count)))


def sides(rows: pl.DataFrame, turn: dict[str, Any]) -> dict[str, Any]:
    """What stands on either side of a turn.

    ``last_first last_last`` are the days that the last evidence of the old stance can mean, ``first_first first_last``
    those of the first of the new one; ``told_before told_after`` say how they are known. There are ``count_before`` and
    ``count_after`` claims; ``claims_before claims_after`` are the keys of those nearest to the turn.
    """
    import polars as pl

    day, sign = turn["day"], pl.col("mass").sign()
    # Of claims that are as near, the one that is dated most narrowly tells most.
    old = rows.slice(turn["start_before"], turn["start"] - turn["start_before"]).filter(sign == turn["was"])
    old = old.sort(pl.coalesce("kept", "at"), "at", "step", "first", descending=True)
    new = rows.slice(turn["start"], turn["count"]).filter(sign == turn["now"])
    new = new.sort("at", "step", "last", -pl.col("first"))
    last = old.row(0, named=True)
    until = last["kept"]
    found = {
        "last_first": min(day, last["first"] if until is None else until),
        "last_last": min(day, last["last"] if until is None else until),
        "told_before": last["told"],
        "count_before": old.height,
        "claims_before": old["claim"].head(TRACED).to_list(),
    }
    if new.is_empty():
        earlier = rows.slice(turn["start_pair"], turn["start"] - turn["start_pair"])
        standing = earlier.filter((sign == turn["now"]) & (pl.col("hold") >= day) & (pl.col("hold") > pl.col("at")))
        return found | {
            "first_first": day,
            "first_last": day,
            "told_after": "date",
            "count_after": standing.height,
            "claims_after": standing["claim"].reverse().head(TRACED).to_list(),
        }
    first = new.row(0, named=True)
    return found | {
        "first_first": first["first"],
        "first_last": first["last"],
        "told_after": first["told"],
        "count_after": new.height,
        "claims_after": new["claim"].head(TRACED).to_list(),
    }
