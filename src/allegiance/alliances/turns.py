"""Turns: where a pair's stance changed sign, between which evidence, how surely, and after what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from allegiance.alliances import cells, lookup
from allegiance.alliances.answer import Answer, Span
from allegiance.alliances.evidence import NEEDED, evidence
from allegiance.alliances.happenings import Happening, Told
from allegiance.alliances.linked import linked
from allegiance.alliances.near import Stretch, befell
from allegiance.alliances.report import Cell, Column, Report, Table
from allegiance.alliances.rules import STANCE, Rules
from allegiance.alliances.turning import sides, turning

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

    from allegiance.alliances.lookup import Cited
    from allegiance.archive import Archive

_QUOTED = 3
"""How many claims on either side of a turn are quoted, those nearest to it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of sign in the stance of ``a`` and ``b``.

    ``last_before`` is when the last evidence of the old stance was, ``first_after`` the first of the new one: between
    them it turned. ``dated_before`` and ``dated_after`` say how that is known: by a ``date``, by its ``place`` in the
    text, or by when that was ``written``. ``sure`` is the probability that at least one claim on either side was read
    rightly. There are ``count_before`` and ``count_after`` claims; ``claims_before`` and ``claims_after`` name those
    nearest to the turn, up to a thousand.
    """

    a: str
    b: str
    was: str
    now: str
    last_before: Span
    first_after: Span
    dated_before: str
    dated_after: str
    sure: float
    happened: tuple[Happening, ...]
    count_before: int
    count_after: int
    claims_before: tuple[str, ...]
    claims_after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns(Answer):
    """The turns of a pair, of an actor or of all, in the order of time; ``found`` counts also those not shown."""

    uses: ClassVar[tuple[str, ...]] = (*STANCE, "before")
    about: str
    turns: tuple[Turn, ...]
    found: int

    @property
    def rows(self) -> tuple[Turn, ...]:
        """The turns."""
        return self.turns

    def report(self) -> Report:
        """One row a turn, and under them what happened before each."""
        columns = [Column("", number=True), Column("pair", wide=True), Column("was"), Column("last seen")]
        columns += [Column("is"), Column("first seen"), Column("sure", number=True)]
        rows = tuple(_row(number, turn) for number, turn in enumerate(self.turns, start=1))
        tables = [Table("", tuple(columns), rows, empty="No stance changed its sign.")]
        told = [(number, one) for number, turn in enumerate(self.turns, start=1) for one in turn.happened]
        if told:
            heads = (Column("", number=True), Column("what"), Column("when"), Column("as told", wide=True))
            tables.append(Table("What happened before", heads, tuple(_before(*both) for both in told)))
        shown = f"; the {len(self.turns):,} surest are shown" if len(self.turns) < self.found else ""
        about = (cells.APPROXIMATE,) if any("~" in cell.text for row in rows for cell in row) else ()
        lines = (f"{cells.many(self.found, 'turn')}{shown}.", *about)
        return Report(f"Turns{self.about}", lines, tuple(tables), self.quotes, self.rules.shown(self.uses))


def turns(archive: Archive, a: str | None, b: str | None, rules: Rules, *, limit: int | None = 20) -> Turns:
    """The turns of all pairs, of those of ``a``, or of ``a`` and ``b``; the ``limit`` surest are shown in full."""
    actors = [archive.find(name) for name in (a, b) if name]
    keys = [actor.key for actor in actors]
    frame = archive.frame(actors=keys if b else None, touching=keys if a and not b else None, columns=NEEDED)
    rows = evidence(frame, rules)
    del frame  # of a large archive it is the greater part of what is in memory
    found = turning(rows, rules)
    surest = found.sort("sure", "day", "a", "b", descending=[True, True, False, False]).head(limit or found.height)
    made = [turn | sides(rows, turn) for turn in surest.sort("day", "a", "b").iter_rows(named=True)]
    told = _happened(archive, made, rows, rules)
    quoted = [key for turn, part in zip(made, told, strict=True) for key in (*_quoted(turn), *_keys(part))]
    return Turns(
        rules=rules,
        quotes=lookup.quotes(archive, quoted),
        about="".join(f"{' of ' if place == 0 else ' and '}{actor.name}" for place, actor in enumerate(actors)),
        turns=_turns(archive, made, told),
        found=found.height,
    )


def _quoted(turn: dict[str, Any]) -> list[int]:
    """The claims that are quoted for a turn: those nearest to it, before and after."""
    return [*turn["claims_before"][:_QUOTED], *turn["claims_after"][:_QUOTED]]


def _keys(told: Sequence[Told]) -> list[int]:
    return [key for one in told for key in one.keys]


def _happened(archive: Archive, made: list[dict[str, Any]], rows: pl.DataFrame, rules: Rules) -> list[list[Told]]:
    """For each turn what its text links it to, and what befell the pair before it."""
    quoted = [key for turn in made for key in turn["claims_after"][:_QUOTED]]
    documents = dict(rows.filter(rows["claim"].is_in(quoted)).select("claim", "document").iter_rows())
    links = linked(archive, quoted, documents)
    spans = [(turn["first_first"] - rules.before, turn["first_last"]) for turn in made]
    pairs = [frozenset({turn["a"], turn["b"]}) for turn in made]
    befallen = befell(archive, [Stretch(pair, *span) for pair, span in zip(pairs, spans, strict=True)])
    told = []
    for turn, happened in zip(made, befallen, strict=True):
        by_text = dict.fromkeys(one for key in turn["claims_after"][:_QUOTED] for one in links.get(key, ()))
        known = {key for one in by_text for key in one.keys}
        told.append([*by_text, *(one for one in happened if not known.intersection(one.keys))])
    return told


def _turns(archive: Archive, made: list[dict[str, Any]], told: list[list[Told]]) -> tuple[Turn, ...]:
    sides = ("claims_before", "claims_after")
    names = lookup.cited(
        archive,
        actors=[turn[side] for turn in made for side in ("a", "b")],
        claims=[key for turn in made for side in sides for key in turn[side]],
    )
    return tuple(_turn(turn, part, names) for turn, part in zip(made, told, strict=True))


def _turn(turn: dict[str, Any], told: list[Told], names: Cited) -> Turn:
    return Turn(
        a=names.names[turn["a"]],
        b=names.names[turn["b"]],
        was=cells.WORDS[turn["was"]],
        now=cells.WORDS[turn["now"]],
        last_before=Span.of(turn["last_first"], turn["last_last"]),
        first_after=Span.of(turn["first_first"], turn["first_last"]),
        sure=round(turn["sure"], 4),
        dated_before=turn["told_before"],
        dated_after=turn["told_after"],
        happened=tuple(one.happening for one in told),
        count_before=turn["count_before"],
        count_after=turn["count_after"],
        claims_before=names.claims(turn["claims_before"]),
        claims_after=names.claims(turn["claims_after"]),
    )


def _row(number: int, turn: Turn) -> tuple[Cell, ...]:
    return (
        Cell(str(number)),
        Cell(f"{turn.a} and {turn.b}"),
        cells.stance(turn.was),
        cells.when(turn.last_before, turn.dated_before, turn.claims_before[:_QUOTED]),
        cells.stance(turn.now),
        cells.when(turn.first_after, turn.dated_after, turn.claims_after[:_QUOTED]),
        cells.share(turn.sure),
    )


def _before(number: int, happening: Happening) -> tuple[Cell, ...]:
    link = f"told with “{happening.link}”" if happening.link else ""
    when = Cell(str(happening.when) if happening.when else link)
    return Cell(str(number)), Cell(happening.what), when, Cell(happening.text, claims=happening.claims)
