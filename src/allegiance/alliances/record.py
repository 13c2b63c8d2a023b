"""The record: an archive and the questions that it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from allegiance.alliances.rules import Rules
from allegiance.archive import Archive, open_archive

if TYPE_CHECKING:
    from pathlib import Path

    from allegiance.alliances.between import Between
    from allegiance.alliances.blocs_on import Blocs
    from allegiance.alliances.contested import Contested
    from allegiance.alliances.coverage import Coverage
    from allegiance.alliances.deeds import Deeds
    from allegiance.alliances.ties import Ties
    from allegiance.alliances.turns import Turns
    from allegiance.alliances.vacuum import Vacuum

LIMIT = 20
"""How many rows an answer shows where nobody says otherwise."""


def open_record(path: str | Path, *, rules: Rules | None = None) -> Record:
    """The record in the archive at ``path``, to be asked by ``rules``; `ArchiveError` if there is none."""
    return Record(open_archive(path), rules or Rules())


@dataclass(frozen=True, slots=True)
class Record:
    """An archive that answers questions; every answer is a frozen dataclass with ``.to_polars()``.

    Actors are given by name or id, dates as EDTF. ``rules`` are the settings of all measures. Every answer shows no
    more than ``limit`` rows and says how many there are; with ``None`` it shows all.
    """

    archive: Archive
    rules: Rules = field(default_factory=Rules)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the archive."""
        self.archive.close()

    def between(self, a: str, b: str, *, limit: int | None = LIMIT) -> Between:
        """The history of a pair: its stance over time with the claims behind it, by status and voice."""
        from allegiance.alliances.between import between

        with self.archive.held():
            return between(self.archive, a, b, self.rules, limit=limit)

    def ties(self, on: str, *, actor: str | None = None, limit: int | None = LIMIT) -> Ties:
        """Who stood with whom on a date: strength, age of the evidence, independent publishers."""
        from allegiance.alliances.ties import ties

        with self.archive.held():
            return ties(self.archive, on, actor, self.rules, limit=limit)

    def turns(self, a: str | None = None, b: str | None = None, *, limit: int | None = LIMIT) -> Turns:
        """Where the stance of pairs changed sign: of all, of those of an actor, or of one pair."""
        from allegiance.alliances.turns import turns

        with self.archive.held():
            return turns(self.archive, a, b, self.rules, limit=limit)

    def blocs(self, on: str, *, limit: int | None = LIMIT) -> Blocs:
        """The blocs of a date, with the least frustration, and what does not fit them."""
        from allegiance.alliances.blocs_on import blocs

        with self.archive.held():
            return blocs(self.archive, on, self.rules, limit=limit)

    def vacuum(self, actor: str, *, on: str | None = None, limit: int | None = LIMIT) -> Vacuum:
        """What changed around an actor who was killed, fell or resigned, or after a given day."""
        from allegiance.alliances.vacuum import vacuum

        with self.archive.held():
            return vacuum(self.archive, actor, on, self.rules, limit=limit)

    def deeds(self, a: str, b: str | None = None, *, limit: int | None = LIMIT) -> Deeds:
        """How an actor speaks of others, or of one, and acts toward them, over time."""
        from allegiance.alliances.deeds import deeds

        with self.archive.held():
            return deeds(self.archive, a, b, self.rules, limit=limit)

    def contested(self, actor: str | None = None, *, limit: int | None = LIMIT) -> Contested:
        """Claims that cannot both hold, in all of the record or in what concerns an actor, by voice and publisher."""
        from allegiance.alliances.contested import contested

        with self.archive.held():
            return contested(self.archive, actor, self.rules, limit=limit)

    def coverage(self, *, limit: int | None = LIMIT) -> Coverage:
        """Which conflicts and pairs take how much of the reporting, month by month."""
        from allegiance.alliances.coverage import coverage

        with self.archive.held():
            return coverage(self.archive, self.rules, limit=limit)
