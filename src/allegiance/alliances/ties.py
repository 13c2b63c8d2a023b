"""Who stood with whom on a date: how firmly, on how old evidence, and on how many publishers' word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from allegiance.alliances import cells, lookup
from allegiance.alliances.answer import Answer
from allegiance.alliances.moment import day_of, number
from allegiance.alliances.report import Cell, Column, Report, Table
from allegiance.alliances.rules import STANCE, Rules
from allegiance.alliances.standing import bearing, behind, standing

if TYPE_CHECKING:
    from allegiance.archive import Archive

_QUOTED = 2
"""How many claims of a tie are quoted, those that weigh most."""


@dataclass(frozen=True, slots=True)
class Tie:
    """How ``a`` and ``b`` stood on a day.

    ``strength`` is the mean weight of the evidence on the Goldstein scale, ``net`` its sum; ``relation`` is what weighs
    most. ``age`` is how many days old the latest evidence was. Of ``count`` claims ``contrary`` go against the stance;
    ``claims`` names the weightiest, up to a thousand.
    """

    a: str
    b: str
    stance: str
    strength: float
    net: float
    relation: str
    age: int
    count: int
    contrary: int
    documents: int
    publishers: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties(Answer):
    """The ties ``on`` a day, the weightiest first; ``found`` counts those that are not shown too."""

    uses: ClassVar[tuple[str, ...]] = (*STANCE, "forgotten")
    on: date
    actor: str | None
    ties: tuple[Tie, ...]
    found: int

    @property
    def rows(self) -> tuple[Tie, ...]:
        """The ties."""
        return self.ties

    def report(self) -> Report:
        """One row a tie."""
        columns = [Column("pair", wide=True), Column("stance"), Column("by")]
        columns += [Column(name, number=True) for name in ("strength", "days old", "claims", "contrary", "publishers")]
        shown = f"; the {len(self.ties):,} weightiest are shown" if len(self.ties) < self.found else ""
        whose = f" of {self.actor}" if self.actor else ""
        table = Table(
            "", tuple(columns), tuple(_row(tie) for tie in self.ties), empty="No stance is known on that day."
        )
        return Report(
            f"Ties{whose} on {self.on.isoformat()}",
            (f"{cells.many(self.found, 'pair')}{shown}.",),
            (table,),
            self.quotes,
            self.rules.shown(self.uses),
        )


def ties(archive: Archive, on: str, actor: str | None, rules: Rules, *, limit: int | None = 20) -> Ties:
    """The ties of all pairs, or of those of ``actor``, on a date; of a month or a year its last day counts."""
    day = day_of(on)
    whom = archive.find(actor) if actor else None
    left = bearing(archive, day, whom.key if whom else None, rules)
    found = standing(left, rules)
    shown = behind(left, found.head(limit or found.height))
    names = lookup.cited(archive, actors=[*shown["a"], *shown["b"]], claims=shown["claims"].explode())
    return Ties(
        rules=rules,
        quotes=lookup.quotes(archive, [key for keys in shown["claims"] for key in keys[:_QUOTED]]),
        on=day,
        actor=whom.name if whom else None,
        ties=tuple(_tie(row, number(day), names) for row in shown.iter_rows(named=True)),
        found=found.height,
    )


def _tie(row: dict[str, Any], day: int, names: lookup.Cited) -> Tie:
    return Tie(
        a=names.names[row["a"]],
        b=names.names[row["b"]],
        stance=cells.WORDS[row["stance"]],
        strength=round(row["strength"], 4),
        net=round(row["net"], 4),
        age=day - row["seen"],
        claims=names.claims(row["claims"]),
        **{name: row[name] for name in ("relation", "count", "contrary", "documents", "publishers")},
    )


def _row(tie: Tie) -> tuple[Cell, ...]:
    return (
        Cell(f"{tie.a} and {tie.b}"),
        cells.stance(tie.stance),
        Cell(tie.relation),
        cells.points(tie.strength),
        Cell(f"{tie.age:,}"),
        Cell(f"{tie.count:,}", claims=tie.claims[:_QUOTED]),
        Cell(str(tie.contrary) if tie.contrary else ""),
        Cell(str(tie.publishers)),
    )
