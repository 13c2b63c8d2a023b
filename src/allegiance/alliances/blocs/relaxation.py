"""The linear relaxation: how far to frustrate each tie, between 0 and 1, so that every cycle found so far is hit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allegiance.alliances.blocs.cycles import Cycle

INFINITY = 1e30


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A solution of the relaxation.

    ``values`` says how far each tie is frustrated; ``bound`` is a weight that no partition within the limits can
    fall below; ``slope`` is what frustrating a tie adds to that bound at least (below 0: what sparing it adds).
    """

    values: NDArray[np.float64]
    slope: NDArray[np.float64]
    bound: float


class Relaxation:
    """A linear program in HiGHS (Huangfu and Hall 2018) that grows by a row a cycle."""

    def __init__(self, weights: NDArray[np.float64]) -> None:
        import highspy

        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]
        self._optimal = highspy.HighsModelStatus.kOptimal
        self._infeasible = highspy.HighsModelStatus.kInfeasible
        for option, value in (("output_flag", False), ("parallel", "off"), ("random_seed", 0), ("presolve", "off")):
            self._solver.setOptionValue(option, value)
        self._weights = weights
        self._ties = np.arange(len(weights), dtype=np.int32)
        self._members = np.zeros(0, dtype=np.int32)
        self._lengths = np.zeros(0, dtype=np.int32)
        self._known: set[Cycle] = set()
        self._solver.addVars(len(weights), np.zeros(len(weights)), np.ones(len(weights)))
        self._solver.changeColsCost(len(weights), self._ties, weights)

    def add(self, cycles: list[Cycle]) -> bool:
        """Ask that of each cycle at least one tie be frustrated; False if all were known."""
        fresh = [cycle for cycle in cycles if cycle not in self._known]
        if not fresh:
            return False
        self._known.update(fresh)
        lengths = np.array([len(cycle) for cycle in fresh], dtype=np.int32)
        members = np.array([tie for cycle in fresh for tie in cycle], dtype=np.int32)
        starts = (np.cumsum(lengths) - lengths).astype(np.int32)
        low, high = np.ones(len(fresh)), np.full(len(fresh), INFINITY)
        self._solver.addRows(len(fresh), low, high, len(members), starts, members, np.ones(len(members)))
        self._members = np.concatenate([self._members, members])
        self._lengths = np.concatenate([self._lengths, lengths])
        return True

    def solve(
        self, low: NDArray[np.float64], high: NDArray[np.float64], *, afresh: bool, seconds: float
    ) -> Relaxed | None:
        """Solve within limits for each tie; None if there is no solution, `TimeoutError` if none was found in time.

        ``afresh`` takes the interior-point method, which is up to thirty times faster where many rows are new;
        otherwise the dual simplex method goes on from the last basis, which suits a change of a few limits.
        """
        self._solver.setOptionValue("solver", "ipm" if afresh else "simplex")
        self._solver.changeColsBounds(len(self._ties), self._ties, low, high)
        self._solver.setOptionValue("time_limit", self._solver.getRunTime() + seconds)
        self._solver.run()
        status = self._solver.getModelStatus()
        if status == self._infeasible:
            return None
        if status != self._optimal:
            raise TimeoutError
        solution = self._solver.getSolution()
        return self._relaxed(np.asarray(solution.col_value), np.asarray(solution.row_dual), low, high)

    def _relaxed(
        self,
        values: NDArray[np.float64],
        duals: NDArray[np.float64],
        low: NDArray[np.float64],
        high: NDArray[np.float64],
    ) -> Relaxed:
        """Take the bound from the dual values alone, so that it holds whatever the solver's tolerances were.

        Any weights on the cycles that are not negative give a bound (Neumaier and Shcherbina 2004, "Safe bounds in
        linear and mixed-integer linear programming").
        """
        packed = np.maximum(duals, 0)
        load = np.bincount(self._members, np.repeat(packed, self._lengths), minlength=len(self._weights))
        slope = self._weights - load
        bound = float(packed.sum() + np.minimum(slope * low, slope * high).sum())
        return Relaxed(np.clip(values, 0, 1), slope, bound)


def packing(cycles: list[Cycle], weights: NDArray[np.float64]) -> float:
    """A bound without a solver: the cycles that can be taken one after another from what weight the ties have left."""
    left = weights.copy()
    total = 0.0
    for cycle in sorted(cycles, key=lambda cycle: (len(cycle), cycle)):
        members = list(cycle)
        share = float(left[members].min())
        if share > 0:
            left[members] -= share
            total += share
    return total
