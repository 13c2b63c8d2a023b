"""Coverage: which pairs, and which conflicts, take how much of the reporting, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from allegiance.alliances import cells, lookup
from allegiance.alliances.answer import Answer
from allegiance.alliances.report import Cell, Column, Report, Table

if TYPE_CHECKING:
    import polars as pl

    from allegiance.alliances.rules import Rules
    from allegiance.archive import Archive

_BARS = "▁▂▃▄▅▆▇█"
_LONGEST = 24
"""How many bars a pair's course has at the most."""


@dataclass(frozen=True, slots=True)
class Month:
    """How much of a month's reporting a pair took: ``documents`` of all that were published, ``share`` of them."""

    month: date
    documents: int
    claims: int
    share: float


@dataclass(frozen=True, slots=True)
class Covered:
    """A pair and its reporting. It is a ``conflict`` where more of its claims are against than for.

    ``share`` is the part of all documents with a claim that have one about this pair. ``undated`` counts those
    of no month.
    """

    a: str
    b: str
    conflict: bool
    documents: int
    claims: int
    share: float
    months: tuple[Month, ...]
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage(Answer):
    """The pairs that most documents report on. ``months`` are those of the reporting, with all their documents.

    ``found`` is the number of pairs; ``undated`` of ``documents`` tell neither when they were written nor of any date.
    """

    uses: ClassVar[tuple[str, ...]] = ()
    pairs: tuple[Covered, ...]
    months: tuple[Month, ...]
    documents: int
    undated: int
    found: int

    @property
    def rows(self) -> tuple[Covered, ...]:
        """The pairs."""
        return self.pairs

    def to_polars(self) -> pl.DataFrame:
        """One row a pair and month: ``a b conflict month documents claims share``; undated documents have no month."""
        import polars as pl

        rows: list[tuple[object, ...]] = []
        for pair in self.pairs:
            name = (pair.a, pair.b, pair.conflict)
            rows += [(*name, month.month, month.documents, month.claims, month.share) for month in pair.months]
            rows += [(*name, None, pair.undated, None, None)] if pair.undated else []
        schema = {"a": pl.String, "b": pl.String, "conflict": pl.Boolean, "month": pl.Date}
        return pl.DataFrame(
            rows, schema=schema | {"documents": pl.UInt32, "claims": pl.UInt32, "share": pl.Float64}, orient="row"
        )

    def report(self) -> Report:
        """One row a pair, with its course over the months."""
        columns = (
            Column("pair", wide=True),
            Column(""),
            Column("documents", number=True),
            Column("share", number=True),
            Column("claims", number=True),
            Column("most in"),
            Column("course"),
        )
        shown = f"; {len(self.pairs):,} are shown" if len(self.pairs) < self.found else ""
        lines = [f"{cells.many(self.documents, 'document')} about {cells.many(self.found, 'pair')}{shown}."]
        if self.months:
            lines.append(f"The course runs from {self.months[0].month:%Y-%m} to {self.months[-1].month:%Y-%m}.")
        if self.undated:
            lines.append(f"{cells.many(self.undated, 'document')} cannot be dated and are in no month.")
        table = Table("", columns, tuple(self._row(pair) for pair in self.pairs), empty="There are no claims.")
        return Report("Coverage", tuple(lines), (table,))

    def _row(self, pair: Covered) -> tuple[Cell, ...]:
        most = max(pair.months, key=lambda month: month.documents, default=None)
        return (
            Cell(f"{pair.a} and {pair.b}"),
            Cell("conflict", sign=-1) if pair.conflict else Cell(""),
            Cell(f"{pair.documents:,}"),
            cells.share(pair.share),
            Cell(f"{pair.claims:,}"),
            Cell(f"{most.month:%Y-%m}" if most else ""),
            Cell(_course(pair.months, [month.month for month in self.months])),
        )


def coverage(archive: Archive, rules: Rules, *, limit: int | None = 20) -> Coverage:
    """The pairs that most documents report on, and how much of each month's reporting they take."""
    import polars as pl

    frame = archive.frame(columns=["source", "target", "sign", "document", "published"])
    rows = (
        frame.lazy()
        .filter(pl.col("source") != pl.col("target"))
        .select(
            pl.min_horizontal("source", "target").alias("a"),
            pl.max_horizontal("source", "target").alias("b"),
            "document",
            pl.col("sign").cast(pl.Int32),
            pl.col("published").dt.truncate("1mo").alias("month"),
        )
    )
    documents = rows.select("document", "month").unique().collect()
    months = documents.group_by("month").agg(pl.len().alias("all")).sort("month")
    pairs = _pairs(rows)
    shown = pairs if limit is None else pairs.head(limit)
    monthly = rows.join(shown.lazy().select("a", "b"), on=["a", "b"], how="semi").group_by("a", "b", "month")
    counted = monthly.agg(pl.col("document").n_unique().alias("documents"), pl.len().alias("claims")).collect()
    courses = counted.join(months, on="month", nulls_equal=True).sort("month").partition_by(["a", "b"], as_dict=True)
    names = lookup.cited(archive, actors=[*shown["a"], *shown["b"]])
    return Coverage(
        rules=rules,
        pairs=tuple(_covered(row, courses[row["a"], row["b"]], documents.height, names) for row in shown.to_dicts()),
        months=tuple(Month(month, count, 0, 1.0) for month, count in months.drop_nulls().iter_rows()),
        documents=documents.height,
        undated=documents["month"].null_count(),
        found=pairs.height,
    )


def _pairs(rows: pl.LazyFrame) -> pl.DataFrame:
    """The pairs with the number of their documents and claims, those in most documents first."""
    import polars as pl

    counted = rows.group_by("a", "b").agg(
        pl.col("document").n_unique().alias("documents"),
        pl.len().alias("claims"),
        (pl.col("sign").sum() < 0).alias("conflict"),
    )
    return counted.sort("documents", "claims", "a", "b", descending=[True, True, False, False]).collect()


def _covered(row: dict[str, Any], course: pl.DataFrame, documents: int, names: lookup.Cited) -> Covered:
    counts = course.drop_nulls("month").select("month", "documents", "claims", "all").iter_rows()
    undated = course.filter(course["month"].is_null())["documents"].sum()
    return Covered(
        a=names.names[row["a"]],
        b=names.names[row["b"]],
        conflict=row["conflict"],
        documents=row["documents"],
        claims=row["claims"],
        share=round(row["documents"] / documents, 4),
        months=tuple(Month(month, count, claims, round(count / every, 4)) for month, count, claims, every in counts),
        undated=int(undated),
    )


def _course(months: tuple[Month, ...], every: list[date]) -> str:
    """A pair's documents over the time of the reporting, in bars of equal length of time."""
    if not months or not every:
        return ""
    first, last = (month.year * 12 + month.month for month in (every[0], every[-1]))
    bins = min(_LONGEST, last - first + 1)
    counts = [0] * bins
    for month in months:
        place = month.month.year * 12 + month.month.month - first
        counts[place * bins // (last - first + 1)] += month.documents
    highest = max(counts)
    return "".join(_BARS[-(-count * len(_BARS) // highest) - 1] if count else "·" for count in counts)
