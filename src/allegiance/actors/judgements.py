"""What people decided about actors: a log that is only ever added to, and what follows from it.

Judgements name actors by ids that come from their names, so that those of one archive hold in another. The later of
two that contradict each other counts; an undone one does not.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from allegiance.errors import UsageError
from allegiance.model import Kind


class Verb(StrEnum):
    """What can be decided."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    KIND = "kind"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Judgement:
    """``subject`` and ``object`` are one actor (merge) or two (split), or ``object`` is its name or kind.

    ``made`` is a moment in ISO 8601, UTC. An ``undo`` has the id of another judgement as its subject.
    """

    verb: Verb
    subject: str
    object: str
    by: str
    made: str
    why: str = ""

    @property
    def id(self) -> str:
        """A hash of the content: importing a judgement twice changes nothing."""
        parts = (self.verb, self.subject, self.object, self.by, self.made, self.why)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Decided:
    """What the judgements come to. ``together`` maps an id to the least id of those it is one with."""

    together: dict[str, str] = field(default_factory=dict)
    apart: dict[str, frozenset[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    by: dict[str, Judgement] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()

    def group(self, name: str) -> str:
        """The id that stands for all that were judged to be one with a name."""
        return self.together.get(name, name)


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that were not undone, each once, in their order; an undone undo counts for nothing."""
    log = list({judgement.id: judgement for judgement in judgements}.values())
    undone: set[str] = set()
    for judgement in reversed(log):
        if judgement.verb is Verb.UNDO and judgement.id not in undone:
            undone.add(judgement.subject)
    return [judgement for judgement in log if judgement.verb is not Verb.UNDO and judgement.id not in undone]


def decided(judgements: Iterable[Judgement]) -> Decided:
    """What follows from a log in the order it was written: the latest first, and the earlier as far as they fit."""
    parents: dict[str, str] = {}
    apart: list[tuple[str, str]] = []
    found = Decided()
    ignored = []

    def top(name: str) -> str:
        while parents.get(name, name) != name:
            name = parents[name]
        return name

    for judgement in reversed(standing(judgements)):
        left, right = judgement.subject, judgement.object
        if judgement.verb is Verb.MERGE:
            one, other = sorted((top(left), top(right)))
            if any({top(a), top(b)} == {one, other} for a, b in apart) and one != other:
                ignored.append(judgement.id)
                continue
            parents[other] = one
            found.by.setdefault(left, judgement)
            found.by.setdefault(right, judgement)
        elif judgement.verb is Verb.SPLIT:
            if top(left) == top(right):
                ignored.append(judgement.id)
                continue
            apart.append((left, right))
        elif judgement.verb is Verb.RENAME:
            found.names.setdefault(left, right)
        else:
            found.kinds.setdefault(left, Kind(right))
    named = set(parents) | {name for pair in apart for name in pair}
    together = {name: top(name) for name in named}
    sides: dict[str, set[str]] = {}
    for left, right in apart:
        sides.setdefault(together[left], set()).add(together[right])
        sides.setdefault(together[right], set()).add(together[left])
    frozen = {name: frozenset(others) for name, others in sides.items()}
    return Decided(together, frozen, found.names, found.kinds, found.by, tuple(reversed(ignored)))


def to_line(judgement: Judgement) -> str:
    """A judgement as one line of JSON."""
    return json.dumps({"id": judgement.id, **asdict(judgement)}, ensure_ascii=False)


def from_lines(lines: Iterable[str], *, source: str) -> Iterator[Judgement]:
    """The judgements of JSON lines; `UsageError` names the line of ``source`` that is none."""
    for number, text in enumerate(lines, start=1):
        if not text.strip():
            continue
        try:
            yield _judgement(json.loads(text))
        except (ValueError, TypeError, KeyError) as error:
            raise UsageError(f"{source}:{number}: is not a judgement: {error}") from None


def _judgement(row: dict[str, Any]) -> Judgement:
    parts = {name: row[name] for name in ("subject", "object", "by", "made", "why")}
    if not all(isinstance(value, str) for value in parts.values()):
        message = "its fields are not all texts"
        raise ValueError(message)
    found = Judgement(verb=Verb(row["verb"]), **parts)
    if found.verb is Verb.KIND:
        Kind(found.object)
    return found
