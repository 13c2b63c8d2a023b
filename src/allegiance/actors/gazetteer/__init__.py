"""The gazetteer: actors known beforehand, with their other names, kinds and dates, as entities of FollowTheMoney.

The shipped file, ``gazetteer.jsonl``, and those of users have one entity a line. Any dump of FollowTheMoney entities
can be read: its persons, organisations and successions are taken, the rest is passed over. What that format has no
place for stands beside the properties, where its readers leave it alone: ``names``, the names that an entity bore, with
dates.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from allegiance.dates import is_edtf
from allegiance.errors import DataError, UsageError
from allegiance.model import Kind

_KINDS = {
    "Person": Kind.PERSON,
    "PublicBody": Kind.GOVERNMENT,
    "Organization": Kind.ORGANISATION,
    "Company": Kind.ORGANISATION,
    "LegalEntity": Kind.ORGANISATION,
}
_TOPICS = {"pol.party": Kind.PARTY, "mil": Kind.ARMED_GROUP, "gov.igo": Kind.INTERNATIONAL, "gov": Kind.GOVERNMENT}


@dataclass(frozen=True, slots=True)
class Dated:
    """A name that an actor bore from ``since`` to ``until``, EDTF or ``None`` where that is not known."""

    name: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor that is known beforehand. ``others`` are its other names, ``short`` its abbreviations."""

    id: str
    name: str
    kind: Kind
    others: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    dated: tuple[Dated, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.others, *self.short)


@dataclass(frozen=True, slots=True)
class Succession:
    """One entity came after another, on a date if that is known."""

    predecessor: str
    successor: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Entities by their ids, in the order of their files, and what came after what."""

    entities: dict[str, Entity] = field(default_factory=dict)
    successions: tuple[Succession, ...] = ()


@cache
def shipped() -> Gazetteer:
    """The gazetteer inside the package."""
    path = files("allegiance.actors.gazetteer") / "gazetteer.jsonl"
    with path.open(encoding="utf-8") as stream:
        return _gathered(_lines(stream, path.name, DataError))


def lines_of(path: Path) -> list[str]:
    """The lines of a user's file that are entities the gazetteer can use; `UsageError` names what is wrong in it."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'cannot be read'}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: is not UTF-8") from None
    schemata = {"Succession", *_KINDS}
    rows = list(_lines(lines, str(path), UsageError))
    return [line for line, row in zip(filter(str.strip, lines), rows, strict=True) if row["schema"] in schemata]


def parsed(lines: Iterable[str], *, source: str, base: Gazetteer | None = None) -> Gazetteer:
    """The entities of lines of JSON added to those of ``base``; `UsageError` names the line that is none."""
    base = base or Gazetteer()
    more = _gathered(_lines(lines, source, UsageError))
    return Gazetteer(base.entities | more.entities, base.successions + more.successions)


def _gathered(lines: Iterable[dict[str, Any]]) -> Gazetteer:
    entities: dict[str, Entity] = {}
    successions = []
    for line in lines:
        if line["schema"] == "Succession":
            successions += _succession(line["properties"])
        elif (entity := _entity(line)) is not None:
            entities[entity.id] = entity
    return Gazetteer(entities, tuple(successions))


def _lines(stream: Iterable[str], name: str, wrong: type[DataError | UsageError]) -> Iterator[dict[str, Any]]:
    for number, text in enumerate(stream, start=1):
        if not text.strip():
            continue
        try:
            line = json.loads(text)
        except json.JSONDecodeError as error:
            raise wrong(f"{name}:{number}: is not JSON: {error.msg}") from None
        if not (isinstance(line, dict) and isinstance(line.get("id"), str) and isinstance(line.get("schema"), str)):
            raise wrong(f"{name}:{number}: is not an entity of FollowTheMoney: it needs an id and a schema")
        if not isinstance(line.get("properties"), dict):
            raise wrong(f"{name}:{number}: is not an entity of FollowTheMoney: it has no properties")
        yield line


def _entity(line: dict[str, Any]) -> Entity | None:
    kind = _KINDS.get(line["schema"])
    properties = line["properties"]
    names = _texts(properties, "name")
    if kind is None or not names:
        return None
    for label, found in [(t, _TOPICS.get(t)) for t in _texts(properties, "topics")]:
        kind = found if found is not None and kind is not Kind.PERSON and label else kind
    for label in _texts(properties, "classification"):
        kind = Kind(label) if label in list(Kind) else kind
    others = [*names[1:], *_texts(properties, "alias"), *_texts(properties, "previousName")]
    return Entity(
        id=line["id"],
        name=names[0],
        kind=kind,
        others=tuple(dict.fromkeys(others)),
        short=tuple(_texts(properties, "abbreviation")),
        since=_date(properties, "birthDate") or _date(properties, "incorporationDate"),
        until=_date(properties, "deathDate") or _date(properties, "dissolutionDate"),
        dated=tuple(_dated(line.get("names", ()))),
    )


def _succession(properties: dict[str, Any]) -> list[Succession]:
    date = _date(properties, "date") or _date(properties, "startDate")
    return [
        Succession(before, after, date)
        for before in _texts(properties, "predecessor")
        for after in _texts(properties, "successor")
    ]


def _dated(rows: object) -> Iterator[Dated]:
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and isinstance(row.get("name"), str):
            yield Dated(row["name"], row.get("since"), row.get("until"))


def _texts(properties: dict[str, Any], name: str) -> list[str]:
    """The values of a property; entities that were nested into it count by their ids."""
    values = properties.get(name, [])
    found = [value.get("id") if isinstance(value, dict) else value for value in values]
    return [" ".join(value.split()) for value in found if isinstance(value, str) and value.strip()]


def _date(properties: dict[str, Any], name: str) -> str | None:
    dates = [value for value in _texts(properties, name) if is_edtf(value[:10])]
    return min(dates)[:10] if dates else None
