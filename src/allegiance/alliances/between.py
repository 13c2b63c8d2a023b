"""The history of a pair: how it stood when, on what evidence, on whose word, and words against deeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from allegiance.alliances import cells, lookup
from allegiance.alliances.answer import Answer, Span
from allegiance.alliances.dating import dated
from allegiance.alliances.evidence import NEEDED, evidence, kinds
from allegiance.alliances.lookup import TRACED, Cited
from allegiance.alliances.periods import Period, periods
from allegiance.alliances.report import Cell, Column, Report, Table
from allegiance.alliances.rules import STANCE, Rules
from allegiance.alliances.runs import runs

if TYPE_CHECKING:
    import polars as pl

    from allegiance.archive import Archive


@dataclass(frozen=True, slots=True)
class Said:
    """A claim about the pair.

    ``when`` is null where nothing dates it; ``dated`` says how it is: by a ``date``, its ``place`` in the text, or when
    that was ``written``. ``counts`` is what it weighs in Goldstein points, 0 where it does not bear on the stance.
    """

    when: Span | None
    dated: str | None
    source: str
    relation: str
    target: str
    sign: int
    status: str
    according_to: str | None
    publisher: str | None
    counts: float
    claim: str


@dataclass(frozen=True, slots=True)
class Voice:
    """How many claims a voice makes, and how firmly; ``voice`` is null where the texts speak for themselves."""

    status: str
    voice: str | None
    friendly: int
    hostile: int
    neither: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Between(Answer):
    """The history of ``a`` and ``b``.

    ``periods`` and ``claims`` are the latest in the order of time, ``voices`` those that say most; ``found`` claims and
    ``turned`` times there are in all.
    """

    uses: ClassVar[tuple[str, ...]] = STANCE
    a: str
    b: str
    periods: tuple[Period, ...]
    voices: tuple[Voice, ...]
    claims: tuple[Said, ...]
    found: int
    undated: int
    turned: int

    @property
    def rows(self) -> tuple[Period, ...]:
        """The periods."""
        return self.periods

    def report(self) -> Report:
        """Periods, voices and claims."""
        undated = f", of which {self.undated:,} cannot be dated" if self.undated else ""
        shown = f"; the latest {len(self.claims):,} are shown" if len(self.claims) < self.found else ""
        turns = f" The stance turned {cells.many(self.turned, 'time')}."
        about = (cells.APPROXIMATE,) if any(claim.dated in {"place", "written"} for claim in self.claims) else ()
        lines = (f"{cells.many(self.found, 'claim')}{undated}{shown}.{turns}", *about)
        tables = (_periods(self.periods), _voices(self.voices), _claims(self.claims))
        return Report(f"{self.a} and {self.b}", lines, tables, self.quotes, self.rules.shown(self.uses))


def between(archive: Archive, a: str, b: str, rules: Rules, *, limit: int | None = 20) -> Between:
    """The history of ``a`` and ``b``, names or ids; the latest ``limit`` claims are shown with their quotes."""
    import polars as pl

    first, second = archive.find(a), archive.find(b)
    frame = archive.frame(actors=[first.key, second.key], columns=[*NEEDED, "according_to", "id"])
    frame = frame.filter(pl.col("source") != pl.col("target"))
    rows = evidence(frame, rules)
    every = dated(frame.lazy().with_columns(kinds())).collect()
    every = every.join(rows.select("claim", "mass", "step"), on="claim", how="left")
    every = every.with_columns(pl.col("step").fill_null(0)).sort(
        "at", "step", "document", "start", "claim", nulls_last=False
    )
    shown = every if limit is None else every.tail(limit)
    names = Cited(
        names={actor.key: actor.name for actor in (first, second)},
        kinds={actor.key: actor.kind.value for actor in (first, second)},
        ids=dict(frame.select("claim", "id").iter_rows()),
    )
    parted = runs(rows, rules)
    return Between(
        rules=rules,
        quotes=lookup.quotes(archive, shown["claim"].to_list()),
        a=first.name,
        b=second.name,
        periods=periods(rows, parted if limit is None else parted.tail(limit), names),
        voices=_spoken(frame, limit, names),
        claims=tuple(_said(row, names) for row in shown.iter_rows(named=True)),
        found=frame.height,
        undated=every["at"].null_count(),
        turned=parted.filter(pl.col("was") != 0).height,
    )


def _said(row: dict[str, Any], names: Cited) -> Said:
    return Said(
        when=None if row["at"] is None else Span.of(row["first"], row["last"]),
        dated=row["told"] if row["at"] is not None else None,
        source=names.names[row["source"]],
        target=names.names[row["target"]],
        counts=round(row["mass"] or 0.0, 2),
        claim=names.ids[row["claim"]],
        **{name: row[name] for name in ("relation", "sign", "status", "according_to", "publisher")},
    )


def _spoken(frame: pl.DataFrame, limit: int | None, names: Cited) -> tuple[Voice, ...]:
    """The claims by status and voice, the most frequent first."""
    import polars as pl

    signs = {"friendly": 1, "hostile": -1, "neither": 0}
    groups = frame.group_by("status", "according_to").agg(
        *((pl.col("sign") == sign).sum().alias(name) for name, sign in signs.items()),
        pl.len().alias("count"),
        pl.col("claim").sort().head(TRACED).alias("claims"),
    )
    found = groups.sort("count", "status", "according_to", descending=[True, False, False], nulls_last=True)
    return tuple(
        Voice(
            status=row["status"],
            voice=row["according_to"],
            claims=names.claims(row["claims"]),
            **{name: row[name] for name in signs},
        )
        for row in found.head(limit or found.height).iter_rows(named=True)
    )


def _periods(found: tuple[Period, ...]) -> Table:
    columns = [Column("stance"), Column("first evidence"), Column("last evidence")]
    columns += [Column(name, number=True) for name in "strength words deeds claims contrary publishers".split()]
    rows = tuple(
        (
            cells.stance(period.stance),
            Cell(str(period.began)),
            Cell(str(period.last)),
            cells.points(period.strength),
            cells.points(period.words),
            cells.points(period.deeds),
            Cell(f"{period.count:,}"),
            Cell(f"{period.contrary:,}" if period.contrary else ""),
            Cell(str(period.publishers)),
        )
        for period in found
    )
    return Table("How they stood", tuple(columns), rows, empty="Nothing dated says how they stood.")


def _voices(voices: tuple[Voice, ...]) -> Table:
    counts = (Column(name, number=True) for name in ("for", "against", "neither"))
    columns = (Column("status"), Column("voice", wide=True), *counts)
    rows = tuple(
        (
            Cell(voice.status),
            Cell(voice.voice or "the text itself"),
            *(Cell(f"{count:,}" if count else "") for count in (voice.friendly, voice.hostile, voice.neither)),
        )
        for voice in voices
    )
    return Table("On whose word", columns, rows)


def _claims(claims: tuple[Said, ...]) -> Table:
    columns = (Column("when"), Column("claim", wide=True), Column("status"), Column("counts", number=True))
    rows = tuple(
        (
            cells.when(claim.when, claim.dated),
            Cell(f"{claim.source} {claim.relation} {claim.target}", sign=claim.sign, claims=(claim.claim,)),
            Cell(f"{claim.status} by {claim.according_to}" if claim.according_to else claim.status),
            cells.points(claim.counts or None),
        )
        for claim in claims
    )
    return Table("Claims", columns, rows)
