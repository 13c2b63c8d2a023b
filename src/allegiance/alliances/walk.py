"""How the stance of every pair went: its net weight after each thing that is told of it.

The net weight of a pair on day t is the sum of what its evidence weighs: mass x 2^(-(t - hold) / half-life), in full
until ``hold``. This is the exponential decay of past events that Brandes, Lerner and Snijders (2009) use for networks
of political events, with standing ties that do not decay while they stand. All pairs are walked at once, each from one
moment to the next, so that no half-life is too short for a long time.
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


@dataclass(frozen=True, slots=True)
class _Moments:
    """Moments in order: what holds in full from each on (``held``), and what fades from each on (``fading``)."""

    keys: Keys
    held: Numbers
    fading: Numbers

    @property
    def pairs(self) -> Keys:
        return self.keys >> _DAY

    @property
    def days(self) -> Keys:
        return ((self.keys >> _STEP) & ((1 << (_DAY - _STEP)) - 1)) - _FIRST


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
    a, b = rows["a"].to_numpy(), rows["b"].to_numpy()
    begins = np.ones(len(a), dtype=bool)
    begins[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1])
    pairs = np.cumsum(begins) - 1
    moments = _recovered(_sums(_changes(rows, pairs, rules.half_life), rules.half_life), rules)
    net = moments.held + moments.fading
    return Walk(
        pairs=moments.pairs,
        days=moments.days,
        net=net,
        states=_states(moments.pairs, net, rules.threshold),
        keys=moments.keys,
        owners=pairs,
        rows=_keys(pairs, rows["at"], rows["step"]),
    )


def _changes(rows: pl.DataFrame, pairs: Keys, half_life: float) -> _Moments:
    """What begins, runs out and is over at each moment."""
    mass = rows["mass"].to_numpy().astype(np.float64)
    hold = rows["hold"].to_numpy().astype(np.int64)
    over = rows["over"].fill_null(_FIRST).to_numpy().astype(np.int64)
    holds = rows["hold"].to_numpy() > rows["at"].to_numpy()
    runs_out, ends = holds & (over > hold), rows["over"].is_not_null().to_numpy()
    in_full = (holds & (hold >= over))[ends]
    left = mass[ends] * np.exp2(-np.maximum(over - hold, 0)[ends] / half_life)
    keys = [
        _keys(pairs, rows["at"], rows["step"]),
        _keys(pairs, rows["hold"])[runs_out],
        _keys(pairs, rows["over"], rows["over_step"])[ends],
    ]
    held = np.concatenate([np.where(holds, mass, 0), -mass[runs_out], np.where(in_full, -mass[ends], 0)])
    fading = np.concatenate([np.where(holds, 0, mass), mass[runs_out], np.where(in_full, 0, -left)])
    return _merged(_Moments(np.concatenate(keys), held, fading))


def _keys(pairs: Keys, days: pl.Series, steps: pl.Series | None = None) -> Keys:
    """The keys of moments, in the order of pairs, days and steps; those of days that are null mean nothing."""
    keys: Keys = (pairs << _DAY) | ((days.fill_null(0).to_numpy().astype(np.int64) + _FIRST) << _STEP)
    if steps is not None:
        keys |= np.minimum(steps.fill_null(0).to_numpy(), (1 << _STEP) - 1)
    return keys


def _merged(moments: _Moments) -> _Moments:
    """In order, with all that happens at one moment added up."""
    order = np.argsort(moments.keys, kind="stable")
    keys = moments.keys[order]
    firsts = np.flatnonzero(np.diff(keys, prepend=-1)) if len(keys) else np.zeros(0, dtype=np.int64)
    if not len(firsts):
        return moments
    held, fading = (np.add.reduceat(part[order], firsts) for part in (moments.held, moments.fading))
    return _Moments(keys[firsts], held, fading)


def _sums(changes: _Moments, half_life: float) -> _Moments:
    """What holds and what fades at each moment, added up.

    What fades is a chain, sum = kept x sum before + change. Links of a chain can be joined in any order, so that all
    are in log2(longest chain) passes (Hillis and Steele, 1986); ``kept`` is 0 where a pair begins.
    """
    if not len(changes.keys):
        return changes
    same = np.diff(changes.pairs, prepend=-1) == 0
    firsts = np.flatnonzero(~same)
    counts = np.diff(firsts, append=len(same))
    total = np.cumsum(changes.held)
    held = total - np.repeat(total[firsts] - changes.held[firsts], counts)
    kept = np.where(same, np.exp2(-np.diff(changes.days, prepend=0).clip(0) / half_life), 0)
    fading, stride = changes.fading.copy(), 1
    while stride < counts.max():
        fading[stride:] += kept[stride:] * fading[:-stride]
        kept[stride:] *= kept[:-stride]
        stride *= 2
    return _Moments(changes.keys, held, fading)


def _recovered(moments: _Moments, rules: Rules) -> _Moments:
    """Add the moments at which what spoke against a standing tie has faded so far that the tie prevails again."""
    held, fading = moments.held, moments.fading
    least = np.abs(held) - rules.threshold
    hidden = (least > 0) & ((held + fading) * np.sign(held) < rules.threshold)
    here = np.flatnonzero(hidden[:-1] & (np.diff(moments.pairs) == 0))
    days = np.ceil(rules.half_life * np.log2(np.abs(fading[here]) / least[here])).astype(np.int64)
    soon = (days > 0) & (moments.days[here] + days < moments.days[here + 1])
    here, days = here[soon], days[soon]
    keys = (moments.keys[here] & ~((1 << _STEP) - 1)) + (days << _STEP)
    faded = fading[here] * np.exp2(-days / rules.half_life)
    every = [np.concatenate(parts) for parts in ((moments.keys, keys), (held, held[here]), (fading, faded))]
    order = np.argsort(every[0], kind="stable")
    return _Moments(*(part[order] for part in every))


def _states(pairs: Keys, net: Numbers, threshold: float) -> NDArray[np.int8]:
    """The sign of the last net weight of the same pair that reached the threshold."""
    signs = np.where(np.abs(net) >= threshold, np.sign(net), 0).astype(np.int8)
    known = (signs != 0) | (np.diff(pairs, prepend=-1) != 0)
    states: NDArray[np.int8] = signs[np.maximum.accumulate(np.where(known, np.arange(len(net)), 0))]
    return states
