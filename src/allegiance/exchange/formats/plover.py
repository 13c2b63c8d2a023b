"""PLOVER records: a JSON object for each event, on a line of its own or, as some programs write it, over several."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl

from allegiance.errors import DocumentError
from allegiance.exchange.claims import COLUMNS, Reading
from allegiance.exchange.formats.base import Format, day
from allegiance.exchange.maps import codes, roles
from allegiance.exchange.mentions import BETWEEN
from allegiance.exchange.parties import country
from allegiance.exchange.stream import blocks
from allegiance.exchange.table import LINE, Report
from allegiance.model import Kind, Status

_BATCH = 50_000
_STATUS = {"future": Status.PLANNED, "hypothetical": Status.POSSIBLE, "negation": Status.DENIED}


def _wrong(head: str) -> str | None:
    if not head.lstrip("[ \n").startswith("{"):
        return "it does not begin with a JSON object"
    return next((f"its first object has no {name}" for name in ('"source"', '"event"') if name not in head), None)


def _rows(path: Path, report: Report) -> Iterator[pl.DataFrame]:
    schema = {LINE: pl.UInt32} | dict.fromkeys(COLUMNS, pl.String)
    found = ((line, record) for line, record in _objects(path, report))
    while group := list(islice(found, _BATCH)):
        yield pl.DataFrame([{LINE: line} | _row(record) for line, record in group], schema=schema)


def _objects(path: Path, report: Report) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a file, each with the number of the line that it begins on."""
    began, pending = 0, ""
    for number, line in enumerate(_lines(path), start=1):
        bare = line.strip().rstrip(",")
        if pending and line.startswith("{"):
            report(DocumentError(str(path), "is not JSON: the object does not end", line=began))
            pending = ""
        if pending:
            pending += line
            if not line.startswith("}"):
                continue
        elif bare in ("", "[", "]"):
            continue
        else:
            began = number
            if bare.startswith("{") and not bare.endswith("}"):
                pending = line
                continue
        record = _object(pending.strip().rstrip(",") or bare)
        pending = ""
        if isinstance(record, str):
            report(DocumentError(str(path), record, line=began))
        else:
            yield began, record
    if pending:
        report(DocumentError(str(path), "is not JSON: the object does not end", line=began))


def _lines(path: Path) -> Iterator[str]:
    for block in blocks(path):
        yield from block.decode().splitlines(keepends=True)


def _object(text: str) -> dict[str, Any] | str:
    """The object that a text is, or why it is none."""
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        return f"is not JSON: {error.msg}"
    except RecursionError:
        return "is not JSON that can be read: nested too deeply"
    return record if isinstance(record, dict) else "is not a JSON object"


def _row(record: dict[str, Any]) -> dict[str, str | None]:
    """What a record says, under the names of the manual's version 0.7 and of those before it."""
    cited = _first(record, "cite_info", "citeInfo")
    cited = cited if isinstance(cited, dict) else {}
    sources, targets = _parties(record.get("source")), _parties(_first(record, "recipient", "target"))
    date, end = _text(record.get("date")), _text(record.get("enddate"))
    since = day(date) if date else None
    until = day(end) if end else since
    events = [event.upper() for event in _texts(record.get("event"))]
    known = [event for event in events if event in codes("plover").relations]
    mode = _texts(record.get("mode"))
    label = f"{', '.join(events).lower()} ({', '.join(mode)})" if mode else ", ".join(events).lower()
    fault = "has no date" if not date else None if since else f"has a date that is none: '{date[:40]}'"
    return {
        "key": _text(record.get("id")),
        **_side("source", sources),
        **_side("target", targets),
        "relation": BETWEEN.join(codes("plover").relations[event].relation for event in known) or None,
        "code": BETWEEN.join(known or events) or None,
        "label": label,
        "since": since,
        "until": until,
        "status": next((_STATUS[c].value for c in _texts(record.get("context")) if c in _STATUS), None),
        "quote": _text(record.get("text")),
        "publisher": _text(_first(cited, "publication") or record.get("publication")),
        "title": _text(_first(cited, "title") or record.get("headline")),
        "url": _text(cited.get("url")),
        "fault": fault,
    }


def _first(record: dict[str, Any], *names: str) -> Any:
    return next((record[name] for name in names if record.get(name)), None)


def _text(value: object) -> str | None:
    text = " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
    return text or None


def _texts(value: object) -> list[str]:
    """One text or several."""
    return [text for one in (value if isinstance(value, list) else [value]) if (text := _text(one))]


def _parties(value: object) -> list[tuple[str, str, str]]:
    """The words, the name and the kind of each actor that can be told."""
    return [party for one in (value if isinstance(value, list) else [value]) if (party := _party(one))]


def _party(value: object) -> tuple[str, str, str] | None:
    """An actor goes by its identifier, else by its country and role, which are what is counted, else by its words."""
    if not isinstance(value, dict):
        return None
    code = (_text(value.get("code")) or "")[:3]
    role, state = roles().get((_text(value.get("sector")) or "")[:3]), country(code)
    identified = _text(_first(value, "identifier_text", "identifierText"))
    words = _text(_first(value, "actor_text", "actorText")) or identified or state or code
    kind = role.kind if role else Kind.ORGANISATION
    coded = f"{state} ({role.label})" if state and role and role.label else state
    if identified is None and coded is not None and coded == state:
        kind = Kind.STATE
    name = identified or coded or words
    return (words.replace(BETWEEN, ","), name.replace(BETWEEN, ","), kind.value) if words else None


def _side(side: str, parties: list[tuple[str, str, str]]) -> dict[str, str | None]:
    columns = zip(*parties, strict=True) if parties else ((), (), ())
    names = (side, f"{side}_name", f"{side}_kind")
    return {name: f"{BETWEEN} ".join(texts) or None for name, texts in zip(names, columns, strict=True)}


PLOVER = Format(Reading("plover", confidence=0.7, several=True), "a file of PLOVER records", _wrong, _rows)
