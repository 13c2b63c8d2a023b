"""Claims as FollowTheMoney entities: actors, documents and, for each claim, the relation that it asserts, with proof.

Entities are written as JSON lines, as ``ftm`` reads them; the library itself is not needed. See
``exchange/maps/ftm.yaml`` for the schemata.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from typing import Any, BinaryIO

from allegiance.archive import Archive
from allegiance.exchange.exports.rows import held, is_person, rows
from allegiance.exchange.maps import content
from allegiance.exchange.parties import two_letters
from allegiance.vocabulary import relations

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,150}(?<![.-])")
Entity = dict[str, Any]


def ftm(archive: Archive, keys: Sequence[int], out: BinaryIO) -> int:
    """Write entities as JSON lines; returns how many claims do not say that something is so, and were left out."""
    kept = held(archive, keys)
    written: set[str] = set()
    for frame in rows(archive, kept):
        for row in frame.iter_rows(named=True):
            for entity in entities(row):
                if entity["id"] not in written:
                    out.write(json.dumps(entity, ensure_ascii=False).encode() + b"\n")
                    if entity["schema"] in _REPEATED:
                        written.add(entity["id"])
    return len(keys) - len(kept)


_REPEATED = frozenset({"Person", "Organization", "PublicBody", "Article"})


def entities(row: dict[str, Any]) -> list[Entity]:
    """Both actors, the document and the relation of a row of `rows.COLUMNS`."""
    return [_actor(row, "source"), _actor(row, "target"), _document(row), _relation(row)]


def _actor(row: dict[str, Any], side: str) -> Entity:
    properties = {"name": row[side], "classification": row[f"{side}_kind"]}
    if row[f"{side}_kind"] == "state":
        properties["jurisdiction"] = two_letters().get(row[side])
    return _entity(row[f"{side}_id"], content("ftm")["kinds"][row[f"{side}_kind"]], properties)


def _document(row: dict[str, Any]) -> Entity:
    properties = {
        "fileName": row["document"],
        "title": row["title"],
        "publisher": row["publisher"],
        "sourceUrl": row["url"],
        "publishedAt": row["published"].isoformat() if row["published"] else None,
    }
    return _entity(row["document"], "Article", properties)


def _relation(row: dict[str, Any]) -> Entity:
    shared = {
        "startDate": row["since"],
        "endDate": row["until"],
        "description": row["quote"],
        "summary": _voice(row),
        "recordId": row["id"],
        "proof": entity_id(row["document"]),
        "publisher": row["publisher"],
        "sourceUrl": row["url"],
    }
    sides = {side: entity_id(row[f"{side}_id"]) for side in ("source", "target")}
    if relations()[row["relation"]].kind == "act":
        name = f"{row['source']} to {row['target']}: {row['relation']}"
        both = [sides["source"], sides["target"]]
        event = {"name": name, "organizer": sides["source"], "involved": both, "keywords": row["relation"]}
        return _entity(row["id"], "Event", shared | event)
    form = _form(row)
    properties = {form["source"]: sides["source"], form["target"]: sides["target"], form["name"]: row["relation"]}
    return _entity(row["id"], form["schema"], shared | properties)


def _form(row: dict[str, Any]) -> dict[str, Any]:
    """The schema of a tie, if actors of these kinds can stand in it, or else a link of no kind."""
    maps = content("ftm")
    form: dict[str, Any] = maps["relations"].get(row["relation"], maps["other"])
    persons = all(is_person(row[f"{side}_kind"]) for side in form.get("persons", ()))
    bodies = not any(is_person(row[f"{side}_kind"]) for side in form.get("bodies", ()))
    return form if persons and bodies else maps["other"]


def _voice(row: dict[str, Any]) -> str:
    """How far the text vouches for it, and on whose word."""
    return f"{row['status']}, according to {row['according_to']}" if row["according_to"] else row["status"]


def _entity(id_: str, schema: str, properties: dict[str, Any]) -> Entity:
    known = {name: value if isinstance(value, list) else [value] for name, value in properties.items() if value}
    return {"id": entity_id(id_), "schema": schema, "properties": known}


def entity_id(text: str) -> str:
    """An id as FollowTheMoney takes them: what is not letters, digits, dots or dashes gives way to a hash."""
    return text if _ID.fullmatch(text) else f"doc-{hashlib.sha256(text.encode()).hexdigest()[:20]}"
