"""How fast and how well blocs are found, beside what a Python user would find: `python -m benchmarks.blocs`.

Networks of planted blocs with a tenth of the signs turned, and for two blocs, side by side in one run: ours;
`dwave_networkx.structural_imbalance` with the simulated annealing of `dwave.samplers`, once as it comes and once with
a hundred reads; and NetworkX, whose `kernighan_lin_bisection` parts actors into halves with a small cut, and whose
`one_exchange` (with `--slow`, it takes minutes) finds a large cut, of negative ties less positive ones. D-Wave's come
with `pip install '.[bench]'` and are left out without it. None of these gives a bound or a proof.
Seconds are of processor time, so that what else the machine does troubles nobody.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import networkx as nx

from allegiance.alliances.blocs import SignedGraph, partition


@dataclass(frozen=True, slots=True)
class Plan:
    """A network to make: ties between random actors, a share ``inside`` blocs (None: as chance has it)."""

    actors: int = 300
    ties: int = 3000
    blocs: int = 2
    turned: float = 0.1
    inside: float | None = None
    seed: int = 1


def planted(plan: Plan) -> SignedGraph:
    """The network of a plan: positive ties within blocs and negative between, but for those that are turned."""
    chance = random.Random(plan.seed)
    bloc = [chance.randrange(plan.blocs) for _ in range(plan.actors)]
    found: dict[tuple[int, int], float] = {}
    while len(found) < plan.ties:
        within = None if plan.inside is None else chance.random() < plan.inside
        while True:
            first, second = sorted(chance.sample(range(plan.actors), 2))
            alike = bloc[first] == bloc[second]
            if within in (None, alike):
                break
        found[first, second] = 1.0 if alike != (chance.random() < plan.turned) else -1.0
    return SignedGraph(tuple(range(plan.actors)), tuple((*pair, sign) for pair, sign in found.items()))


def main() -> None:
    """Print what each route reaches, how long it takes, and the ratios to ours."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--actors", type=int, default=300)
    parser.add_argument("--ties", type=int, default=3000)
    parser.add_argument("--seeds", type=int, default=3, help="how many networks of each kind")
    parser.add_argument("--seconds", type=float, default=60, help="the most that one partition may take")
    parser.add_argument("--slow", action="store_true", help="with NetworkX's one_exchange")
    options = parser.parse_args()
    routes = dict(_routes(slow=options.slow))
    for blocs, asked, inside in KINDS:
        share = "" if inside is None else f", {inside:.0%} of the ties inside"
        print(f"{blocs} planted blocs{share}, asked for {asked or 'as many as the ties want'}")
        for seed in range(1, options.seeds + 1):
            plan = Plan(options.actors, options.ties, blocs, 0.1, inside, seed)
            for line in _lines(planted(plan), asked, options.seconds, routes):
                print(f"  {seed}  {line}", flush=True)


KINDS = (
    (2, 2, None),
    (3, 2, None),
    (2, None, None),
    (3, None, None),
    (4, None, 0.5),
    (6, None, 0.5),
    (10, None, 0.5),
    (4, None, None),
)
"""Planted blocs, blocs asked for, and the share of ties inside blocs."""


Route = Callable[["nx.Graph[int]"], float]
"""A way to a small frustration, by a graph with ``sign`` and its opposite, ``against``."""


def _lines(graph: SignedGraph, asked: int | None, seconds: float, routes: dict[str, Route]) -> Iterator[str]:
    began = time.process_time()
    ours = partition(graph, blocs=asked, seconds=seconds)
    busy = time.process_time() - began
    yield f"{'allegiance':<17}{ours.frustration:5.0f}  {busy:7.2f} s  {ours.verdict}"
    if asked is None:
        return
    signed: nx.Graph[int] = nx.Graph()
    signed.add_edges_from((i, j, {"sign": int(w), "against": -w}) for i, j, w in graph.ties)
    for name, route in routes.items():
        began = time.process_time()
        index = route(signed)
        taken = time.process_time() - began
        ratios = f"{index / ours.frustration:.3f} of our index, {taken / busy:.2f} of our time"
        yield f"{name:<17}{index:5.0f}  {taken:7.2f} s  {ratios}"


def _routes(*, slow: bool) -> Iterator[tuple[str, Route]]:
    if importlib.util.find_spec("dwave_networkx") and importlib.util.find_spec("dwave.samplers"):
        yield "dwave, 1 read", lambda graph: _dwave(graph, 1)
        yield "dwave, 100 reads", lambda graph: _dwave(graph, 100)
    yield "networkx, halves", _halves
    if slow:
        yield "networkx, cut", _cut


def _dwave(graph: nx.Graph[int], reads: int) -> float:
    import dwave_networkx
    from dwave.samplers import SimulatedAnnealingSampler

    sampler = SimulatedAnnealingSampler()
    edges, _ = dwave_networkx.structural_imbalance(graph, sampler, num_reads=reads, seed=1)
    return float(len(edges))


def _halves(graph: nx.Graph[int]) -> float:
    half, _ = nx.community.kernighan_lin_bisection(graph, weight="sign", seed=1)
    return float(sum((tie["sign"] > 0) != ((i in half) == (j in half)) for i, j, tie in graph.edges(data=True)))


def _cut(graph: nx.Graph[int]) -> float:
    cut, _ = nx.approximation.one_exchange(graph, weight="against", seed=1)
    return float(sum(tie["sign"] < 0 for _, _, tie in graph.edges(data=True)) - cut)


if __name__ == "__main__":
    main()
