"""Dictionaries of TABARI and PETRARCH as files of a lexicon and of actors of one's own."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from allegiance.errors import DocumentError, UsageError
from allegiance.exchange.dictionaries import actors, verbs
from allegiance.exchange.dictionaries.lines import Lost, Sort, read, sort_of
from allegiance.extract.lexicon import Lexicon, shipped

__all__ = ["ACTORS", "LEXICON", "Dictionary", "Lost", "Sort", "carry_over", "write"]

LEXICON = ("cue", "pos", "source", "target", "relation", "example")
"""The columns of a lexicon of one's own."""
ACTORS = ("noun", "kind")
"""The columns of a file of actors of one's own."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What a dictionary was carried over to: rows of `LEXICON`, or of `ACTORS`.

    ``kept`` of its ``entries`` became rows; ``already`` rows are left out because the shipped lexicon has them.
    """

    path: Path
    sort: Sort
    rows: list[tuple[str, ...]]
    already: int
    entries: int
    kept: int
    lost: list[Lost]


def carry_over(path: Path, *, known: Lexicon | None = None) -> Dictionary:
    """Read a dictionary; rows that the ``known`` lexicon has, by default the shipped one, are left out.

    Raises `DocumentError` for a file that cannot be read or is no such dictionary.
    """
    lines = read(path)
    sort = sort_of(lines)
    lexicon = known or shipped()
    if sort is None:
        raise DocumentError(str(path), "is no dictionary of verbs, agents or actors: it has no codes in brackets")
    if sort is Sort.VERBS:
        done = verbs.convert(lines)
        fresh = [row for row in done.rows if not _has(lexicon, row)]
        rows: list[tuple[str, ...]] = [(row.cue, "verb", row.source, row.target, row.relation, "") for row in fresh]
        return Dictionary(path, sort, rows, len(done.rows) - len(fresh), done.entries, done.kept, done.lost)
    found = actors.from_agents(lines) if sort is Sort.AGENTS else actors.from_actors(lines)
    new = [(noun, kind.value) for noun, kind in found.nouns.items() if noun not in lexicon.actors]
    return Dictionary(path, sort, [*new], len(found.nouns) - len(new), found.entries, found.kept, found.lost)


def _has(lexicon: Lexicon, row: verbs.Row) -> bool:
    cue = tuple(row.cue.split())
    frames = lexicon.frames.get(("verb", cue[0]), ())
    return any(frame.cue == cue and frame.relation == row.relation for frame in frames)


def write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write rows, each once, to a new file; returns how many. `UsageError` if there is a file already."""
    try:
        with path.open("x", encoding="utf-8", newline="") as out:
            once = dict.fromkeys(tuple(row) for row in rows)
            csv.writer(out, lineterminator="\n").writerows([tuple(columns), *once])
    except FileExistsError:
        raise UsageError(f"{path}: is there already; it is not written over") from None
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'cannot be written'}") from None
    return len(once)
