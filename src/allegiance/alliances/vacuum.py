"""What changed around an actor who was killed, fell or resigned: who lost a tie to it, and which stances are new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from allegiance.alliances import cells, lookup
from allegiance.alliances.answer import Answer
from allegiance.alliances.evidence import NEEDED, evidence
from allegiance.alliances.happenings import Happening
from allegiance.alliances.moment import day_of, number
from allegiance.alliances.near import fates, near
from allegiance.alliances.report import Cell, Column, Report, Table
from allegiance.alliances.rules import STANCE, Rules
from allegiance.alliances.standing import behind, faded, standing
from allegiance.errors import UsageError
from allegiance.model import Kind

if TYPE_CHECKING:
    import polars as pl

    from allegiance.archive import Archive

ENDS = ("killing", "fall", "resignation", "arrest")
"""The happenings that leave a vacuum, the weightiest first; only of a person does a killing say that it is gone."""
_QUOTED = 2
_SIDES = ("claims_before", "claims_after")
_COLUMNS = ("change", "a", "b", "before", "after", *_SIDES)


@dataclass(frozen=True, slots=True)
class Change:
    """How the stance of ``a`` and ``b`` on the day before compares with that at the end of the window.

    ``change`` is ``lost`` where one of them was the actor, ``gained`` where there was no stance before, and
    ``turned`` where its sign changed. The claims are those that the stance before rested
    on, and those that came in the window.
    """

    change: str
    a: str
    b: str
    before: str | None
    after: str | None
    claims_before: tuple[str, ...]
    claims_after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacuum(Answer):
    """The vacuum that ``actor`` left ``on`` a day; ``fates`` is what the record says befell it."""

    uses: ClassVar[tuple[str, ...]] = (*STANCE, "after")
    actor: str
    on: date
    fates: tuple[Happening, ...]
    changes: tuple[Change, ...]
    found: int

    @property
    def rows(self) -> tuple[Change, ...]:
        """The changes."""
        return self.changes

    def report(self) -> Report:
        """What befell the actor, who lost its tie to it, and what is new among those near it."""
        heads = (Column("what"), Column("when"), Column("as told", wide=True))
        fates = tuple(
            (Cell(fate.what), Cell(str(fate.when or "")), Cell(fate.text, claims=fate.claims)) for fate in self.fates
        )
        columns = (Column("pair", wide=True), Column("change"), Column("before"), Column("after"), Column("claims"))
        rows = {lost: tuple(_row(c) for c in self.changes if (c.change == "lost") is lost) for lost in (True, False)}
        tables = (
            Table("What befell it", heads, fates, empty="No claim says so; the day was given."),
            Table("Ties to it", columns, rows[True], empty="No tie to it is known."),
            Table("New among those near it", columns, rows[False], empty="Nothing changed among those near it."),
        )
        shown = f"; {len(self.changes):,} are shown" if len(self.changes) < self.found else ""
        lines = (f"{cells.many(self.found, 'change')} in {self.rules.after} days from {self.on.isoformat()}{shown}.",)
        return Report(f"The vacuum that {self.actor} left", lines, tables, self.quotes, self.rules.shown(self.uses))


def vacuum(archive: Archive, actor: str, on: str | None, rules: Rules, *, limit: int | None = 20) -> Vacuum:
    """What changed after the actor was killed, fell or resigned, as the record tells; ``on`` names the day instead.

    `UsageError` where no claim says that anything of the kind befell it, and no day is given.
    """
    import polars as pl

    whom = archive.find(actor)
    ends = ENDS if whom.kind is Kind.PERSON else ENDS[1:]
    found = [one for one in fates(archive, whom.key) if one.happening.what in ends]
    found.sort(key=lambda one: ends.index(one.happening.what))
    if on is None and not found:
        raise UsageError(f"{whom.name}: no claim says that it was killed, fell, resigned or was arrested; give the day")
    day = day_of(on) if on else max(one.happening.when.last for one in found[:1] if one.happening.when)
    dead = any(one.happening.what == ENDS[0] for one in found[:1])
    lost = _lost(evidence(archive.frame(touching=[whom.key], columns=NEEDED), rules), number(day), rules, dead=dead)
    others = (set(lost["a"]) | set(lost["b"]) | near(archive, [whom.key])[whom.key]) - {whom.key}
    around = evidence(archive.frame(touching=sorted(others), columns=NEEDED), rules)
    around = around.filter((pl.col("a") != whom.key) & (pl.col("b") != whom.key))
    changes = pl.concat([lost, _changed(around, number(day), rules)])
    shown = (changes if limit is None else changes.head(limit)).to_dicts()
    names = lookup.cited(
        archive,
        actors=[row[side] for row in shown for side in ("a", "b")],
        claims=[key for row in shown for side in _SIDES for key in row[side]],
    )
    quoted = [key for one in found for key in one.keys]
    quoted += [key for row in shown for side in _SIDES for key in row[side][:_QUOTED]]
    return Vacuum(
        rules=rules,
        quotes=lookup.quotes(archive, quoted),
        actor=whom.name,
        on=day,
        fates=tuple(one.happening for one in found),
        changes=tuple(_change(row, names) for row in shown),
        found=changes.height,
    )


def _lost(own: pl.DataFrame, day: int, rules: Rules, *, dead: bool) -> pl.DataFrame:
    """The standing ties of the actor up to the day, the weightiest first.

    What is told of the ties of the dead later on, without a date, held before.
    """
    import polars as pl

    earlier = pl.col("told") != "date" if dead else pl.lit(value=False)
    ties = own.filter(pl.col("tie") & ((pl.col("at") <= day) | earlier))
    ties = ties.with_columns(pl.min_horizontal("at", pl.lit(day)).alias("at"))
    left = faded(ties, day, rules)
    return (
        _before(left, standing(left, rules))
        .with_columns(pl.lit("lost").alias("change"), pl.lit(None, pl.Int8).alias("after"))
        .with_columns(pl.lit([], pl.List(pl.UInt32)).alias("claims_after"))
        .select(_COLUMNS)
    )


def _changed(rows: pl.DataFrame, day: int, rules: Rules) -> pl.DataFrame:
    """The stances that are new or turned at the end of the window, by what was told in it, the weightiest first."""
    import polars as pl

    left = faded(rows, day - 1, rules)
    before = _before(left, standing(left, rules))
    after = standing(faded(rows, day + rules.after, rules), rules).select("a", "b", pl.col("stance").alias("after"))
    inside = rows.filter(pl.col("at").is_between(day, day + rules.after))
    told = inside.sort("at", "claim").group_by("a", "b").agg(pl.col("claim").alias("claims_after"))
    changed = after.join(before, on=["a", "b"], how="left", maintain_order="left")
    changed = changed.filter((pl.col("before") != pl.col("after")) | pl.col("before").is_null())
    none = pl.lit([], pl.List(pl.UInt32))
    return (
        changed.join(told, on=["a", "b"], maintain_order="left")
        .with_columns(
            pl.when(pl.col("before").is_null()).then(pl.lit("gained")).otherwise(pl.lit("turned")).alias("change"),
            pl.col("claims_before").fill_null(none),
        )
        .select(_COLUMNS)
    )


def _before(left: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """The pairs with their stance and claims, ``a b before claims_before``."""
    import polars as pl

    return behind(left, pairs).select(
        "a", "b", pl.col("stance").alias("before"), pl.col("claims").alias("claims_before")
    )


def _change(row: dict[str, Any], names: lookup.Cited) -> Change:
    before, after = (None if row[name] is None else cells.WORDS[row[name]] for name in ("before", "after"))
    old, new = (names.claims(row[side]) for side in _SIDES)
    return Change(row["change"], names.names[row["a"]], names.names[row["b"]], before, after, old, new)


def _row(change: Change) -> tuple[Cell, ...]:
    claims = (*change.claims_before[:_QUOTED], *change.claims_after[:_QUOTED])
    return (
        Cell(f"{change.a} and {change.b}"),
        Cell(change.change),
        cells.stance(change.before) if change.before else Cell(""),
        cells.stance(change.after) if change.after else Cell(""),
        Cell(str(len(change.claims_before) + len(change.claims_after)), claims=claims),
    )
