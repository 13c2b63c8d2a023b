"""The tables that show the blocs of a day."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from allegiance.alliances import cells
from allegiance.alliances.report import Cell, Column, Table

if TYPE_CHECKING:
    from allegiance.alliances.blocs_on import Blocs

_BLOCS = 20
"""How many blocs are shown, the largest components first; most of the rest are pairs that stand by themselves."""


def tables(found: Blocs) -> tuple[Table, ...]:
    """The blocs, who sits awkwardly, ties across the grain, triads out of balance, and enemies of enemies."""
    return _blocs(found), _awkward(found), _across(found), _unbalanced(found), _prospects(found)


def _blocs(found: Blocs) -> Table:
    columns = (Column("bloc", number=True), Column("actors", number=True), Column("who", wide=True))
    groups = [(bloc, [one.actor for one in members]) for bloc, members in groupby(found.members, lambda one: one.bloc)]
    rows = [(Cell(str(bloc)), Cell(str(len(who))), Cell(", ".join(who))) for bloc, who in groups[:_BLOCS]]
    if len(groups) > _BLOCS:
        rest = sum(len(who) for _, who in groups[_BLOCS:])
        rows.append((Cell("…"), Cell(str(rest)), Cell(f"in {len(groups) - _BLOCS} more blocs")))
    return Table("Blocs", columns, tuple(rows), empty="Nobody has a tie on that day.")


def _awkward(found: Blocs) -> Table:
    numbers = (Column(name, number=True) for name in ("bloc", "ties", "across", "hold"))
    columns = (Column("actor", wide=True), *numbers)
    members = sorted(found.members, key=lambda one: (-one.across, one.hold, one.actor))
    rows = tuple(
        (Cell(one.actor), Cell(str(one.bloc)), Cell(f"{one.ties:g}"), Cell(f"{one.across:g}"), Cell(f"{one.hold:g}"))
        for one in members[:_BLOCS]
        if one.across
    )
    return Table("Who sits awkwardly", columns, rows, empty="Nobody has a tie across the grain.")


def _across(found: Blocs) -> Table:
    columns = (Column("tie", wide=True), Column("stance"), Column("blocs"), Column("claims"))
    rows = tuple(
        (
            Cell(f"{tie.a} and {tie.b}"),
            cells.stance(tie.stance),
            Cell(f"{tie.bloc_a}, {tie.bloc_b}"),
            Cell(str(len(tie.claims)), claims=tie.claims[:1]),
        )
        for tie in found.across
    )
    return Table("Ties across the grain", columns, rows, empty="None: every tie fits.")


def _unbalanced(found: Blocs) -> Table:
    columns = tuple(Column(name, wide=True) for name in ("first and second", "first and third", "second and third"))
    rows = tuple(
        tuple(
            Cell(f"{one} {stance} {other}", sign=1 if stance == "with" else -1)
            for (one, other), stance in zip(((t.a, t.b), (t.a, t.c), (t.b, t.c)), t.stances, strict=True)
        )
        for t in found.unbalanced
    )
    return Table("Triads out of balance", columns, rows, empty="None.")


def _prospects(found: Blocs) -> Table:
    columns = (Column("pair", wide=True), Column("enemies in common", wide=True), Column("score", number=True))
    rows = tuple(
        (Cell(f"{pair.a} and {pair.b}"), Cell(", ".join(pair.enemies)), Cell(f"{pair.score:g}"))
        for pair in found.prospects
    )
    return Table("Enemies of enemies without a tie", columns, rows, empty="None.")
