"""The blocs of a day: the ties of a date as a signed network, and what its best partition says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from allegiance.alliances import bloc_tables, cells, lookup
from allegiance.alliances.answer import Answer
from allegiance.alliances.blocs import (
    Partition,
    SignedGraph,
    Triad,
    enemies_of_enemies,
    partition,
    signed_graph,
    triads,
)
from allegiance.alliances.moment import day_of
from allegiance.alliances.report import Report
from allegiance.alliances.rules import STANCE, Rules
from allegiance.alliances.standing import bearing, behind, standing

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import polars as pl

    from allegiance.archive import Archive


@dataclass(frozen=True, slots=True)
class Member:
    """An actor in its bloc; blocs are numbered from 1.

    ``ties`` is the weight of all its ties, ``across`` that of those across the grain: foes within the bloc and friends
    outside. ``hold`` is what moving it to the next best bloc would add to the frustration; at 0 it might as well go.
    """

    actor: str
    bloc: int
    ties: float
    across: float
    hold: float


@dataclass(frozen=True, slots=True)
class Across:
    """A tie across the grain, the blocs of its actors, and its claims."""

    a: str
    b: str
    stance: str
    bloc_a: int
    bloc_b: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unbalanced:
    """Three actors whose ties are out of balance; ``stances`` are those of a and b, a and c, b and c."""

    a: str
    b: str
    c: str
    stances: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Prospect:
    """Two actors without a tie who share enemies: ``score`` is what speaks for a tie less what speaks against it."""

    a: str
    b: str
    enemies: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocs(Answer):
    """The partition with the least frustration. ``members`` stand bloc by bloc, the largest component first.

    ``frustration`` is the weight of the ties across the grain, of ``total``; no partition has less than ``bound``, and
    if ``optimal``, it is proven that there is no better one, which ``verdict`` says in words. ``triads`` counts those
    with no, one, two and three negative ties. Of the rest no more than the limit is listed.
    """

    uses: ClassVar[tuple[str, ...]] = (*STANCE, "forgotten", "blocs", "weighted", "seconds")
    on: date
    verdict: str
    frustration: float
    total: float
    bound: float
    optimal: bool
    members: tuple[Member, ...]
    across: tuple[Across, ...]
    triads: tuple[int, int, int, int]
    unbalanced: tuple[Unbalanced, ...]
    prospects: tuple[Prospect, ...]

    @property
    def rows(self) -> tuple[Member, ...]:
        """The actors with their blocs."""
        return self.members

    def report(self) -> Report:
        """The blocs, who sits awkwardly between them, the triads out of balance, and enemies of enemies."""
        blocs = len({member.bloc for member in self.members})
        counts = ", ".join(f"{count:,}" for count in self.triads)
        lines = (
            f"{cells.many(len(self.members), 'actor')} in {cells.many(blocs, 'bloc')}; "
            f"{self.frustration:g} of {self.total:g} by weight run across the grain.",
            f"{self.verdict[:1].upper()}{self.verdict[1:]}.",
            f"Triads with no, one, two and three negative ties: {counts}.",
        )
        return Report(
            f"Blocs on {self.on.isoformat()}", lines, bloc_tables.tables(self), self.quotes, self.rules.shown(self.uses)
        )


def blocs(archive: Archive, on: str, rules: Rules, *, limit: int | None = 20) -> Blocs:
    """The blocs of all actors that have a tie on a date; of a month or a year its last day counts.

    The search for the best partition may take ``rules.seconds``.
    """
    day = day_of(on)
    left = bearing(archive, day, None, rules)
    ties = standing(left, rules)
    graph = _graph(ties, weighted=bool(rules.weighted))
    found = partition(graph, blocs=rules.blocs or None, seconds=rules.seconds)
    called = lookup.cited(archive, actors=[*ties["a"], *ties["b"]]).names
    names: dict[Hashable, str] = dict(called.items())
    most = limit or max(1, ties.height)
    threes = triads(graph, limit=most, weak=rules.blocs == 0)
    across = behind(left, ties[list(found.frustrated)].head(most))
    ids = lookup.cited(archive, claims=across["claims"].explode())
    bloc = dict(zip(graph.actors, found.assignment, strict=True))
    return Blocs(
        rules=rules,
        quotes=lookup.quotes(archive, [key for keys in across["claims"] for key in keys[:1]]),
        on=day,
        verdict=found.verdict,
        frustration=found.frustration,
        total=found.total,
        bound=found.bound,
        optimal=found.optimal,
        members=_members(found, names),
        across=tuple(
            Across(
                a=names[row["a"]],
                b=names[row["b"]],
                stance=cells.WORDS[row["stance"]],
                bloc_a=bloc[row["a"]] + 1,
                bloc_b=bloc[row["b"]] + 1,
                claims=ids.claims(row["claims"]),
            )
            for row in across.iter_rows(named=True)
        ),
        triads=threes.counts,
        unbalanced=tuple(_unbalanced(triad, names) for triad in threes.listed),
        prospects=tuple(
            Prospect(names[pair.first], names[pair.second], tuple(names[key] for key in pair.enemies), pair.score)
            for pair in enemies_of_enemies(graph, limit=most)
        ),
    )


def _graph(ties: pl.DataFrame, *, weighted: bool) -> SignedGraph:
    """The ties as a signed network: each counts one, or as many as its strength has whole points, one at least."""
    stances, strengths = ties["stance"].to_list(), ties["strength"].to_list()
    sizes = [max(1, round(abs(strength))) if weighted else 1 for strength in strengths]
    weights = [stance * size for stance, size in zip(stances, sizes, strict=True)]
    return signed_graph(zip(ties["a"].to_list(), ties["b"].to_list(), weights, strict=True))


def _members(found: Partition, names: Mapping[Hashable, str]) -> tuple[Member, ...]:
    made = [Member(names[one.actor], one.bloc + 1, one.total, one.frustrated, one.hold) for one in found.standings]
    return tuple(sorted(made, key=lambda member: (member.bloc, -member.ties, member.actor)))


def _unbalanced(triad: Triad, names: Mapping[Hashable, str]) -> Unbalanced:
    a, b, c = (names[actor] for actor in triad.actors)
    first, second, third = (cells.WORDS[1 if weight > 0 else -1] for weight in triad.weights)
    return Unbalanced(a, b, c, (first, second, third))
