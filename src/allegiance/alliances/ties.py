"""Who stood with whom on a date: how firmly, on how old evidence, and on how many publishers' word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from allegiance.alliances import cells, lookup
from allegiance.alliances.answer import Answer
from allegiance.alliances.evidence import NEEDED, evidence
from allegiance.alliances.moment import day_of, number
from allegiance.alliances.report import Cell, Column, Report, Table
from allegiance.alliances.rules import STANCE, Rules
from allegiance.alliances.standing import faded, standing

if TYPE_CHECKING:
    from allegiance.archive import Archive

_QUOTED = 2
"""How many claims of a tie are quoted, those that weigh most."""


@dataclass(frozen=True, slots=True)
class Tie:
    """How ``a`` and ``b`` stood on a day.

    ``strength`` is the mean weight of the evidence on the Goldstein scale, ``net`` its sum; ``relation`` is what weighs
    most. ``age`` is how many days old the latest evidence was. ``claims`` begin with the weightiest, ``contrary`` of
    them go against the stance.
    """

    a: str
    b: str
    stance: str
    strength: float
    net: float
    relation: str
    age: int
    contrary: int
    documents: int
    publishers: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties(Answer):
    """The ties ``on`` a day, the weightiest first; ``found`` counts those that are not shown too."""

    uses: ClassVar[tuple[str, ...]] = STANCE
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
    import polars as pl

    day = day_of(on)
    whom = archive.find(actor) if actor else None
    frame = archive.frame(touching=[whom.key] if whom else None, until=day, columns=NEEDED)
    rows = evidence(frame, rules)
    found = standing(rows, number(day), rules)
    shown = found if limit is None else found.head(limit)
    behind = faded(rows, number(day), rules).join(shown.select("a", "b"), on=["a", "b"], how="semi")
    weight = (pl.col("mass") * pl.col("left")).abs()
    claims = behind.sort(weight, "claim", descending=[True, False]).group_by("a", "b", maintain_order=True).agg("claim")
    shown = shown.join(claims, on=["a", "b"], how="left", maintain_order="left")
    names = lookup.cited(archive, actors=[*shown["a"], *shown["b"]], claims=shown["claim"].explode())
    return Ties(
        rules=rules,
        quotes=lookup.quotes(archive, [key for keys in shown["claim"] for key in keys[:_QUOTED]]),
        on=day,
        actor=whom.name if whom else None,
        ties=tuple(
            Tie(
                a=names.names[row["a"]],
                b=names.names[row["b"]],
                stance=cells.WORDS[row["stance"]],
                strength=round(row["strength"], 4),
                net=round(row["net"], 4),
                age=number(day) - row["seen"],
                claims=names.claims(row["claim"]),
                **{name: row[name] for name in ("relation", "contrary", "documents", "publishers")},
            )
            for row in shown.iter_rows(named=True)
        ),
        found=found.height,
    )


def _row(tie: Tie) -> tuple[Cell, ...]:
    return (
        Cell(f"{tie.a} and {tie.b}"),
        cells.stance(tie.stance),
        Cell(tie.relation),
        cells.points(tie.strength),
        Cell(f"{tie.age:,}"),
        Cell(str(len(tie.claims)), claims=tie.claims[:_QUOTED]),
        Cell(str(tie.contrary) if tie.contrary else ""),
        Cell(str(tie.publishers)),
    )
