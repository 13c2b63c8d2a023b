"""How the stance of every pair went: its net weight after each thing that is told of it.

The net weight of a pair on day t is the sum of what its evidence weighs: mass x 2^(-(t - hold) / half-life), in full
until ``hold``. This is the exponential decay of past events that Brandes, Lerner and Snijders (2009) use for networks
of political events, with standing ties that do not decay while they stand. A tie is more than an event: it says how a
pair stands. With the probability that it was read rightly, what was told before of the contrary has passed, and so it
takes that part of its weight away. All pairs are walked at once, each from one moment to the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import polars as pl
    from numpy.typing import NDArray

    from allegiance.alliances.rules import Rules

    Numbers = NDArray[np.float64]
    Keys = NDArray[np.int64]

_DAY, _STEP = 24, 4
"""Where the pair and the day begin in a moment's key: the pair's number, 20 bits of day, 4 bits of step."""
_FIRST = 1 << 19
"""What is added to a day, to keep days before 1970 above zero."""
_SURE = 1 - 1e-9
"""Nothing is read more surely than this, for the logarithm of the rest."""


@dataclass(frozen=True, slots=True)
class Walk:
    """How all pairs went; pairs are numbered in their order.

    Of each moment: ``pairs``, ``days``, ``net``, and ``states``, which is 1 with, -1 against: the sign of the last net
    weight that reached the threshold, or 0 before the first. ``owners`` is the pair of each piece of evidence. ``keys``
    of moments and ``rows`` of pieces of evidence put both in the order of pairs and time.
    """

    pairs: Keys
    days: Keys
    net: Numbers
    states: NDArray[np.int8]
    keys: Keys
    owners: Keys
    rows: Keys


def walk(rows: pl.DataFrame, rules: Rules) -> Walk:
    """Walk all pairs of evidence, which is sorted as `evidence` gives it."""
    owners = numbered(rows)
    keys, changes = _merged(*_changes(rows, owners))
    held, fading = _sums(keys, changes, rules.half_life)
    keys, held, fading = _recovered(keys, held, fading, rules)
    pairs, net = keys >> _DAY, held + fading
    states = _states(pairs, net, rules.threshold)
    return Walk(pairs, _days(keys), net, states, keys, owners, moments(owners, rows["at"], rows["step"]))


def numbered(rows: pl.DataFrame) -> Keys:
    """The number of the pair of each row; rows of a pair stand together."""
    a, b = rows["a"].to_numpy(), rows["b"].to_numpy()
    begins = np.ones(len(a), dtype=bool)
    begins[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1])
    return np.cumsum(begins) - 1


def moments(pairs: Keys, days: pl.Series, steps: pl.Series | None = None) -> Keys:
    """Keys that put moments in the order of pairs, days and steps."""
    keys: Keys = (pairs << _DAY) | ((days.to_numpy().astype(np.int64) + _FIRST) << _STEP)
    return keys if steps is None else keys | np.minimum(steps.to_numpy(), (1 << _STEP) - 1)


def doubts(rows: pl.DataFrame) -> tuple[Numbers, Numbers]:
    """How much each row takes from what is friendly, and from what is hostile, as logarithms of what it leaves.

    Only ties take, from the contrary: all but the chance that they were read wrongly.
    """
    left = np.where(rows["tie"], np.log1p(-np.minimum(rows["belief"].to_numpy().astype(np.float64), _SURE)), 0)
    hostile = rows["mass"].to_numpy() < 0
    return np.where(hostile, left, 0), np.where(hostile, 0, left)


def _changes(rows: pl.DataFrame, owners: Keys) -> tuple[Keys, Numbers]:
    """What begins and runs out at each moment.

    The columns are what holds in full from then on; of the friendly and of the hostile, what begins to fade because its
    time is over, what begins and fades at once, and how much is left of what was before, as a logarithm.
    """
    mass, holds = rows["mass"].to_numpy().astype(np.float64), rows["hold"].to_numpy() > rows["at"].to_numpy()
    begin = np.zeros((len(mass), 7))
    begin[:, 0] = np.where(holds, mass, 0)
    begin[:, 5], begin[:, 6] = doubts(rows)
    end = np.zeros((int(holds.sum()), 7))
    end[:, 0] = -mass[holds]
    for column, sign in ((1, 1), (2, -1)):
        end[:, column] = np.where(mass[holds] * sign > 0, mass[holds], 0)
        begin[:, column + 2] = np.where(~holds & (mass * sign > 0), mass, 0)
    keys = [moments(owners, rows["at"], rows["step"]), moments(owners, rows["hold"])[holds]]
    return np.concatenate(keys), np.concatenate([begin, end])


def _merged(keys: Keys, changes: Numbers) -> tuple[Keys, Numbers]:
    """In order, with all that happens at one moment added up."""
    if not len(keys):
        return keys, changes
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    firsts = np.flatnonzero(np.diff(keys, prepend=-1))
    return keys[firsts], np.add.reduceat(changes[order], firsts)


def _sums(keys: Keys, changes: Numbers, half_life: float) -> tuple[Numbers, Numbers]:
    """What holds and what fades at each moment, added up."""
    if not len(keys):
        return changes[:, 0], changes[:, 0]
    pairs = keys >> _DAY
    same = np.diff(pairs, prepend=-1) == 0
    firsts = np.flatnonzero(~same)
    counts = np.diff(firsts, append=len(same))
    total = np.cumsum(changes[:, 0])
    held = total - np.repeat(total[firsts] - changes[firsts, 0], counts)
    kept = np.where(same, np.exp2(-np.diff(_days(keys), prepend=0).clip(0) / half_life), 0)
    fading = np.zeros(len(keys))
    for column in (1, 2):
        left = np.exp(changes[:, column + 4])
        fading += _chained(kept * left, changes[:, column] * left + changes[:, column + 2], int(counts.max()))
    return held, fading


def _chained(kept: Numbers, change: Numbers, longest: int) -> Numbers:
    """The chain sum = kept x sum before + change, which begins anew wherever ``kept`` is 0.

    Links can be joined in any order, so that all are in log2(longest) passes (Hillis and Steele, 1986).
    """
    total, stride = change.copy(), 1
    while stride < longest:
        total[stride:] += kept[stride:] * total[:-stride]
        kept[stride:] *= kept[:-stride]
        stride *= 2
    return total


def _recovered(keys: Keys, held: Numbers, fading: Numbers, rules: Rules) -> tuple[Keys, Numbers, Numbers]:
    """Add the moments at which what spoke against a standing tie has faded so far that the tie prevails again."""
    least = np.abs(held) - rules.threshold
    hidden = (least > 0) & ((held + fading) * np.sign(held) < rules.threshold)
    here = np.flatnonzero(hidden[:-1] & (np.diff(keys >> _DAY) == 0))
    days = np.ceil(rules.half_life * np.log2(np.abs(fading[here]) / least[here])).astype(np.int64)
    soon = (days > 0) & (_days(keys)[here] + days < _days(keys)[here + 1])
    here, days = here[soon], days[soon]
    later = (keys[here] & ~((1 << _STEP) - 1)) + (days << _STEP)
    faded = fading[here] * np.exp2(-days / rules.half_life)
    every = np.concatenate([keys, later])
    order = np.argsort(every, kind="stable")
    return every[order], np.concatenate([held, held[here]])[order], np.concatenate([fading, faded])[order]


def _days(keys: Keys) -> Keys:
    days: Keys = ((keys >> _STEP) & ((1 << (_DAY - _STEP)) - 1)) - _FIRST
    return days


def _states(pairs: Keys, net: Numbers, threshold: float) -> NDArray[np.int8]:
    """The sign of the last net weight of the same pair that reached the threshold."""
    signs = np.where(np.abs(net) >= threshold, np.sign(net), 0).astype(np.int8)
    known = (signs != 0) | (np.diff(pairs, prepend=-1) != 0)
    states: NDArray[np.int8] = signs[np.maximum.accumulate(np.where(known, np.arange(len(net)), 0))]
    return states
