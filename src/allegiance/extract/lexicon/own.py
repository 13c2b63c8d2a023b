"""Lexicon and actor files of one's own: CSV files that add to the shipped lexicon, or take out of it.

A file of frames has the columns of the shipped ones, ``cue,pos,source,target,relation,example``; a file of actors
``noun,kind``. Both are checked as they are read, because a misspelt row would never fire and nobody would know why.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import NoReturn

from allegiance.errors import UsageError
from allegiance.extract.lexicon import PARTS_OF_SPEECH, REMOVED, Frame, Lexicon, anchor, extended
from allegiance.model import Kind
from allegiance.vocabulary import relations

ROLES = {
    "verb": ("subj", "obj", "iobj", "both", "comp"),
    "noun": ("agent", "patient", "mutual"),
    "role": ("holder", "body"),
    "adj": ("head",),
    "compound": ("first", "head"),
    "prefix": ("base", "head"),
}
"""Which grammatical roles a cue's source and target may have, besides prepositions."""
PREPOSITIONS = frozenset(
    "about above across after against ahead along alongside amid amidst among amongst around as at before behind "
    "below beneath beside besides between beyond by concerning despite down during following for from in including "
    "inside into like near of off on onto opposite out outside over past per regarding round through throughout to "
    "toward towards under underneath until unto up upon versus via vis-a-vis vs with within without".split()
)
_HYPHENED = ("compound", "prefix")
_EACH_OTHER = frozenset({"both", "mutual"})


def read(base: Lexicon, *, frames: Iterable[Path] = (), actors: Iterable[Path] = ()) -> Lexicon:
    """The lexicon with what files say; ``UsageError`` names the file and the line of what is wrong in one."""
    own = [frame for path in frames for frame in read_frames(path, base)]
    nouns = {noun: kind for path in actors for noun, kind in read_actors(path, base).items()}
    return extended(base, frames=own, actors=nouns)


def read_frames(path: Path, base: Lexicon) -> list[Frame]:
    """The frames of a file; claims that they find carry its name in place of a version: ``noun.hudna@mine``."""
    return [
        _checked(path, line, row, base)
        for line, row in _rows(path, ("cue", "pos", "source", "target", "relation"))
    ]  # fmt: skip


def read_actors(path: Path, base: Lexicon) -> dict[str, str]:
    """The actor nouns of a file with their kinds."""
    found = {}
    for line, row in _rows(path, ("noun", "kind")):
        noun, kind = " ".join(row["noun"].lower().split()), row["kind"].lower()
        if not 1 <= len(noun.split()) <= 2:
            _refuse(path, line, f"a noun is one word or two, not {row['noun']!r}")
        if kind == REMOVED:
            if noun not in base.actors:
                _refuse(path, line, f"the lexicon has no actor {noun!r} to remove")
        elif kind not in list(Kind):
            _refuse(path, line, _unknown(row["kind"], "kind of actor", list(Kind)))
        found[noun] = kind
    return found


def _checked(path: Path, line: int, row: dict[str, str], base: Lexicon) -> Frame:
    pos, relation = row["pos"].lower(), row["relation"]
    frame = Frame(
        cue=tuple(row["cue"].lower().split()),
        pos=pos,
        source=tuple(row["source"].lower().split("|")),
        target=tuple(row["target"].lower().split("|")),
        relation=relation,
        example=row.get("example", ""),
        version=path.stem,
    )
    if not frame.cue:
        _refuse(path, line, "the cue is empty")
    if pos not in PARTS_OF_SPEECH:
        _refuse(path, line, _unknown(row["pos"], "part of speech", PARTS_OF_SPEECH))
    if relation == REMOVED:
        if not any(frame.cue == known.cue for known in base.frames.get((pos, anchor(frame)), ())):
            _refuse(path, line, f"the lexicon has no {pos} {' '.join(frame.cue)!r} to remove")
        return frame
    if relation not in relations():
        _refuse(path, line, _unknown(relation, "relation", list(relations())))
    for column, roles in (("source", frame.source), ("target", frame.target)):
        for role in roles:
            reason = _wrong_role(role, pos, alone=len(roles) == 1 and column == "target")
            if reason:
                _refuse(path, line, f"{column}: {reason}")
    return frame


def _wrong_role(role: str, pos: str, *, alone: bool) -> str | None:
    if role in _EACH_OTHER and role in ROLES[pos]:
        return None if alone else f"{role!r} stands alone, as the target"
    if role in ROLES[pos] or (pos not in _HYPHENED and (role in PREPOSITIONS or " " in role)):
        return None
    known = ", ".join(ROLES[pos])
    if pos in _HYPHENED:
        return f"{role!r} is no role of a {pos} ({known})"
    return f"{role!r} is neither a role of {'an' if pos == 'adj' else 'a'} {pos} ({known}) nor a preposition"


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a file that are not empty, with their line numbers, stripped of white space."""
    rows = csv.DictReader(StringIO(_text(path), newline=""), strict=True, skipinitialspace=True)
    try:
        missing = [column for column in columns if column not in (rows.fieldnames or ())]
        if missing:
            _refuse(path, 1, f"has no column {missing[0]!r}; the first line must be like {','.join(columns)}")
        for row in rows:
            values = [value for value in row.values() if value]
            if not values:
                continue
            if None in row or any(row[column] is None for column in columns):
                _refuse(path, rows.line_num, f"has not as many fields as the first line, {len(rows.fieldnames or ())}")
            yield rows.line_num, {name: (value or "").strip() for name, value in row.items()}
    except csv.Error as error:
        _refuse(path, rows.reader.line_num, f"is not CSV: {error}")


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'cannot be read'}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}:{line}: is not UTF-8") from None


def _unknown(word: str, what: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, known, n=1)
    return f"{word!r} is no {what}; " + (f"is it '{near[0]}'?" if near else f"it is one of {', '.join(known)}")


def _refuse(path: Path, line: int, reason: str) -> NoReturn:
    raise UsageError(f"{path}:{line}: {reason}")
