"""The lexicon: which words say which relation, and where in the sentence its two sides stand.

The CSV files beside this module are the data; their columns are described in ``docs/explain.md``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO

from allegiance.errors import DataError
from allegiance.vocabulary import relations

PARTS_OF_SPEECH = ("verb", "noun", "adj", "compound", "prefix", "role")
VOICES = ("report", "allege", "deny", "plan", "possible", "fact", "cease", "fail")
REMOVED = "-"
"""In place of a relation, or of a kind: what the lexicon has of this cue, or this noun, is taken out."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a cue says a relation: the grammatical roles of its source and its target."""

    cue: tuple[str, ...]
    pos: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    relation: str
    example: str
    version: str = "1"

    @property
    def rule(self) -> str:
        """The name a claim carries of what found it."""
        return f"{self.pos}.{'-'.join(self.cue)}@{self.version}"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the rules read. Frames are found by part of speech and the cue's word they hang on.

    A seat has the name of whom it stands for and their kind; ``senses`` are the words beside which a cue, under its
    part of speech and its words, means something else.
    """

    frames: dict[tuple[str, str], tuple[Frame, ...]]
    actors: dict[str, str]
    seats: dict[str, tuple[str, str]]
    voices: dict[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]]
    lights: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    organs: frozenset[str]
    name_words: dict[str, str]
    events: frozenset[str]
    senses: dict[tuple[str, tuple[str, ...]], frozenset[str]]


@cache
def shipped() -> Lexicon:
    """The lexicon inside the package."""
    return load(files("allegiance.extract.lexicon"))


def load(folder: Traversable) -> Lexicon:
    """Read a folder with the files of a lexicon; what is wrong in one is a ``DataError`` that names its line."""
    frames: dict[tuple[str, str], list[Frame]] = {}
    for name in ("verbs-cooperation", "verbs-conflict", "nouns", "adjectives", "roles"):
        for frame in _frames(folder / f"{name}.csv"):
            frames.setdefault(_key(frame), []).append(frame)
    voices: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    for row in _rows(folder / "voice.csv"):
        words = tuple(row["cue"].split())
        voices.setdefault((row["pos"], words[0]), []).append((words[1:], row["class"]))
    lights: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in _rows(folder / "light.csv"):
        lights.setdefault(row["verb"], []).append((tuple(row["particle"].split()), row["kind"]))
    return Lexicon(
        frames={key: _longest_first(found) for key, found in frames.items()},
        actors={row["noun"].lower(): row["kind"] for row in _rows(folder / "actors.csv")},
        seats={row["seat"].lower(): (row["state"], row["kind"]) for row in _rows(folder / "seats.csv")},
        voices={key: tuple(sorted(found, key=lambda f: -len(f[0]))) for key, found in voices.items()},
        lights={key: tuple(found) for key, found in lights.items()},
        name_words={row["word"]: row["kind"] for row in _rows(folder / "name-words.csv")},
        organs=frozenset(row["noun"] for row in _rows(folder / "organs.csv")),
        events=_events(frames),
        senses={
            (row["pos"], tuple(row["cue"].split())): frozenset(row["beside"].split("|"))
            for row in _rows(folder / "senses.csv")
        },
    )


def extended(base: Lexicon, *, frames: Iterable[Frame] = (), actors: Mapping[str, str] | None = None) -> Lexicon:
    """A lexicon with frames and actor nouns of one's own added to another, which stays as it is.

    A frame with the relation ``REMOVED`` takes out what ``base`` has of its cue and part of speech, whatever the
    order; a noun with the kind ``REMOVED`` is no actor any more. ``lexicon.own`` reads both from CSV files.
    """
    given: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames:
        given.setdefault(_key(frame), []).append(frame)
    merged = dict(base.frames)
    for key, own in given.items():
        removed = {frame.cue for frame in own if frame.relation == REMOVED}
        kept = [frame for frame in base.frames.get(key, ()) if frame.cue not in removed]
        merged[key] = _longest_first([*kept, *(frame for frame in own if frame.relation != REMOVED)])
        if not merged[key]:
            del merged[key]
    nouns = {**base.actors, **{noun.lower(): kind for noun, kind in (actors or {}).items()}}
    nouns = {noun: kind for noun, kind in nouns.items() if kind != REMOVED}
    return replace(base, frames=merged, actors=nouns, events=_events(merged))


def anchor(frame: Frame) -> str:
    """The word of a cue that carries its arguments: the verb of "declare war", the last noun of "peace deal"."""
    return frame.cue[end_of_head(frame.cue) - 1] if frame.pos in ("noun", "role") else frame.cue[0]


def end_of_head(cue: tuple[str, ...]) -> int:
    """Where the words of a noun cue up to its head end: "head" of "head of state" is the first of three words."""
    after = (place for place, word in enumerate(cue) if place and word in ("of", "in", "to", "for", "on", "from"))
    return next(after, len(cue))


def _key(frame: Frame) -> tuple[str, str]:
    return frame.pos, anchor(frame)


def _longest_first(frames: Iterable[Frame]) -> tuple[Frame, ...]:
    return tuple(sorted(frames, key=lambda frame: -len(frame.cue)))


def _events(keys: Iterable[tuple[str, str]]) -> frozenset[str]:
    return frozenset(word for pos, word in keys if pos == "noun")


def _frames(path: Traversable) -> Iterator[Frame]:
    known = relations()
    for number, row in enumerate(_rows(path), start=2):
        frame = Frame(
            cue=tuple(row["cue"].split()),
            pos=row["pos"],
            source=tuple(row["source"].split("|")),
            target=tuple(row["target"].split("|")),
            relation=row["relation"],
            example=row["example"],
        )
        if not frame.cue or frame.pos not in PARTS_OF_SPEECH or frame.relation not in known:
            raise DataError(f"{path.name}:{number}: not a frame: {row}")
        yield frame


def _rows(path: Traversable) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(StringIO(path.read_text(encoding="utf-8"), newline=""))
