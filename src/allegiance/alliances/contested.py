"""Claims that cannot both hold: friend and foe at one time, two holders of one office, asserted and denied.

Nothing is decided and nothing dropped: each contradiction is shown with both sides, by voice and publisher.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from allegiance.alliances import cells, lookup
from allegiance.alliances.answer import Answer, Span
from allegiance.alliances.conflicting import asserted_and_denied, friends_and_foes, gathered
from allegiance.alliances.dating import dated
from allegiance.alliances.evidence import evidence, kinds
from allegiance.alliances.holders import two_holders
from allegiance.alliances.report import Cell, Column, Report, Table
from allegiance.alliances.rules import Rules

if TYPE_CHECKING:
    from allegiance.archive import Archive

Contradiction = Literal["friend and foe", "two holders", "asserted and denied"]
_QUOTED = 2


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: what it says, whose voices say it, and who published it."""

    says: str
    voices: tuple[str, ...]
    publishers: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """Two sides of which only one can hold, about a pair of actors or an office, within ``when``."""

    kind: Contradiction
    about: str
    when: Span
    one: Side
    other: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested(Answer):
    """The contradictions, those with most claims on their weaker side first; ``found`` counts all."""

    uses: ClassVar[tuple[str, ...]] = ("together",)
    actor: str | None
    contests: tuple[Contest, ...]
    found: int

    @property
    def rows(self) -> tuple[Contest, ...]:
        """The contradictions."""
        return self.contests

    def report(self) -> Report:
        """Two rows a contradiction, one for each side."""
        columns = (
            Column("", number=True),
            Column("about", wide=True),
            Column("when"),
            Column("says", wide=True),
            Column("claims", number=True),
            Column("by", wide=True),
        )
        rows = [row for number, contest in enumerate(self.contests, start=1) for row in _rows(number, contest)]
        shown = f"; {len(self.contests):,} are shown" if len(self.contests) < self.found else ""
        table = Table("", columns, tuple(rows), empty="Nothing contradicts anything else.")
        lines = (f"{cells.many(self.found, 'contradiction')}{shown}.",)
        return Report(
            f"Contested{f' about {self.actor}' if self.actor else ''}",
            lines,
            (table,),
            self.quotes,
            self.rules.shown(self.uses),
        )


def contested(archive: Archive, actor: str | None, rules: Rules, *, limit: int | None = 20) -> Contested:
    """What contradicts what, in all of the record or in what concerns one actor."""
    import polars as pl

    whom = archive.find(actor) if actor else None
    frame = archive.frame(touching=[whom.key]) if whom else archive.frame()
    every = dated(frame.lazy().with_columns(kinds())).collect()
    over = evidence(frame, rules).select("claim", "over")
    rows = every.join(over, on="claim", how="left")
    parts = [friends_and_foes(rows, rules), two_holders(archive, rows), asserted_and_denied(rows, rules)]
    found = gathered(pl.concat(parts))
    shown = (found if limit is None else found.head(limit)).to_dicts()
    names = lookup.cited(
        archive,
        actors=[row[name] for row in shown for name in ("a", "b", "office") if row[name] is not None],
        claims=[key for row in shown for side in ("one", "other") for key in row[side]],
    )
    quoted = [key for row in shown for side in ("one", "other") for key in row[side][:_QUOTED]]
    return Contested(
        rules=rules,
        quotes=lookup.quotes(archive, quoted),
        actor=whom.name if whom else None,
        contests=tuple(_contest(row, names) for row in shown),
        found=found.height,
    )


def _contest(row: dict[str, Any], names: lookup.Cited) -> Contest:
    a, b = names.names[row["a"]], names.names[row["b"]]
    says = {side: ", ".join(row[f"says_{side}"]) for side in ("one", "other")}
    if row["kind"] == "two holders":
        says = {"one": a, "other": b}
    elif row["kind"] == "asserted and denied":
        says["other"] = f"not {says['other']}"
    one, other = (
        Side(says[side], tuple(row[f"voices_{side}"]), tuple(row[f"publishers_{side}"]), names.claims(row[side]))
        for side in ("one", "other")
    )
    about = f"{row['title']} of {names.names[row['office']]}" if row["office"] is not None else f"{a} and {b}"
    return Contest(row["kind"], about, Span.of(row["first"], row["last"]), one, other)


def _rows(number: int, contest: Contest) -> list[tuple[Cell, ...]]:
    first = (Cell(str(number)), Cell(contest.about), Cell(str(contest.when)))
    sides = (contest.one, contest.other)
    heads = (first, (Cell(""), Cell(""), Cell("")))
    return [
        (*head, Cell(side.says), Cell(str(len(side.claims)), claims=side.claims[:_QUOTED]), Cell(_by(side)))
        for head, side in zip(heads, sides, strict=True)
    ]


def _by(side: Side) -> str:
    """Whose word it is, and who published it."""
    voices = ", ".join(side.voices) or "the text itself"
    return f"{voices} in {', '.join(side.publishers)}" if side.publishers else voices
