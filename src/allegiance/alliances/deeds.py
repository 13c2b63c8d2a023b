"""Words against deeds: how an actor speaks of others and how it acts toward them, by PLOVER's verbal and material."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from allegiance.alliances import cells, lookup
from allegiance.alliances.answer import Answer
from allegiance.alliances.evidence import evidence
from allegiance.alliances.report import Cell, Column, Report, Table
from allegiance.alliances.rules import Rules
from allegiance.model import Status
from allegiance.vocabulary import relations

if TYPE_CHECKING:
    import polars as pl

    from allegiance.archive import Archive

_QUOTED = 2


@dataclass(frozen=True, slots=True)
class Conduct:
    """How ``source`` spoke of ``target`` and acted toward it in a year.

    ``words`` and ``deeds`` are means on the Goldstein scale, each claim counted by how far it is believed, or null
    where there are none. ``differ`` says that their signs are not the same. The claims begin with the weightiest.
    """

    source: str
    target: str
    year: int
    words: float | None
    deeds: float | None
    differ: bool
    claims_words: tuple[str, ...]
    claims_deeds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds(Answer):
    """The conduct of an actor, toward those it has most to do with first; ``found`` counts what is not shown too."""

    uses: ClassVar[tuple[str, ...]] = tuple(status.value for status in Status)
    actor: str
    other: str | None
    conduct: tuple[Conduct, ...]
    found: int

    @property
    def rows(self) -> tuple[Conduct, ...]:
        """The conduct by target and year."""
        return self.conduct

    def report(self) -> Report:
        """One row a target and year."""
        columns = (
            Column("toward", wide=True),
            Column("year", number=True),
            Column("words", number=True),
            Column("deeds", number=True),
            Column(""),
            Column("claims: words, deeds"),
        )
        differ = sum(conduct.differ for conduct in self.conduct)
        shown = f"; {len(self.conduct):,} are shown" if len(self.conduct) < self.found else ""
        whom = f" toward {self.other}" if self.other else ""
        lines = (
            f"{cells.many(self.found, 'year')} with claims{shown}. In {differ} words and deeds have opposite signs.",
        )
        table = Table(
            "", columns, tuple(_row(conduct) for conduct in self.conduct), empty="It neither spoke nor acted."
        )
        return Report(
            f"Words and deeds of {self.actor}{whom}", lines, (table,), self.quotes, self.rules.shown(self.uses)
        )


def deeds(archive: Archive, a: str, b: str | None, rules: Rules, *, limit: int | None = 20) -> Deeds:
    """How ``a`` speaks of others, or of ``b``, and acts toward them, year by year."""
    first, second = archive.find(a), archive.find(b) if b else None
    frame = archive.frame(actors=[first.key, second.key]) if second else archive.frame(touching=[first.key])
    rows = _toward(evidence(frame, rules), first.key)
    found = _years(rows)
    shown = (found if limit is None else found.head(limit)).to_dicts()
    media = ("claims_words", "claims_deeds")
    names = lookup.cited(
        archive,
        actors=[first.key, *(row["other"] for row in shown)],
        claims=[key for row in shown for medium in media for key in row[medium]],
    )
    quoted = [key for row in shown for medium in media for key in row[medium][: _QUOTED if row["differ"] else 1]]
    return Deeds(
        rules=rules,
        quotes=lookup.quotes(archive, quoted),
        actor=first.name,
        other=second.name if second else None,
        conduct=tuple(_conduct(row, first.name, names) for row in shown),
        found=found.height,
    )


def _toward(rows: pl.DataFrame, actor: int) -> pl.DataFrame:
    """What the actor does or says toward each ``other``: claims that go both ways count from either side."""
    import polars as pl

    both = [relation.name for relation in relations().values() if relation.symmetric]
    mine = (pl.col("source") == actor) | pl.col("relation").is_in(both)
    other = pl.when(pl.col("a") == actor).then("b").otherwise("a")
    return rows.filter(mine).with_columns(other.alias("other"), pl.from_epoch("at", "d").dt.year().alias("year"))


def _years(rows: pl.DataFrame) -> pl.DataFrame:
    """Words and deeds of each year, the targets with most claims first."""
    import polars as pl

    def medium(name: str, chosen: pl.Expr) -> list[pl.Expr]:
        weight = pl.col("mass").filter(chosen)
        order = pl.col("claim").filter(chosen).sort_by(weight.abs(), descending=True)
        return [(weight.sum() / pl.col("belief").filter(chosen).sum()).alias(name), order.alias(f"claims_{name}")]

    grouped = rows.sort("claim").group_by("other", "year")
    found = grouped.agg(*medium("words", pl.col("words")), *medium("deeds", ~pl.col("words")), pl.len().alias("count"))
    differ = (pl.col("words") * pl.col("deeds") < 0).fill_null(value=False)
    return (
        found.with_columns(pl.col("words", "deeds").fill_nan(None))
        .with_columns(differ.alias("differ"), pl.col("count").sum().over("other").alias("most"))
        .sort("most", "other", "year", descending=[True, False, False])
    )


def _conduct(row: dict[str, Any], actor: str, names: lookup.Cited) -> Conduct:
    return Conduct(
        source=actor,
        target=names.names[row["other"]],
        year=row["year"],
        words=None if row["words"] is None else round(row["words"], 4),
        deeds=None if row["deeds"] is None else round(row["deeds"], 4),
        differ=row["differ"],
        claims_words=names.claims(row["claims_words"]),
        claims_deeds=names.claims(row["claims_deeds"]),
    )


def _row(conduct: Conduct) -> tuple[Cell, ...]:
    counts = f"{len(conduct.claims_words)}, {len(conduct.claims_deeds)}"
    return (
        Cell(conduct.target),
        Cell(str(conduct.year)),
        cells.points(conduct.words),
        cells.points(conduct.deeds),
        Cell("differ" if conduct.differ else ""),
        Cell(counts, claims=(*conduct.claims_words[:_QUOTED], *conduct.claims_deeds[:_QUOTED])),
    )
