"""Claims as JSON lines: those of `allegiance extract`, and PLOVER records."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, BinaryIO

from allegiance import __version__
from allegiance.archive import Archive
from allegiance.dates import first_day, last_day
from allegiance.exchange.exports.rows import rows
from allegiance.jsonlines import claim_to_line
from allegiance.model import Status
from allegiance.vocabulary import relations

_AT_ONCE = 5_000
_CONTEXTS = {Status.PLANNED.value: "future", Status.POSSIBLE.value: "hypothetical", Status.DENIED.value: "negation"}
_QUADS = {("words", True): 1, ("deeds", True): 2, ("words", False): 3, ("deeds", False): 4}


def lines(archive: Archive, keys: Sequence[int], out: BinaryIO) -> int:
    """Write the claims as `allegiance extract` prints them; returns how many were left out: none."""
    for place in range(0, len(keys), _AT_ONCE):
        for claim in archive.claims(keys[place : place + _AT_ONCE]):
            out.write(claim_to_line(claim).encode() + b"\n")
    return 0


def plover(archive: Archive, keys: Sequence[int], out: BinaryIO) -> int:
    """Write the claims as PLOVER records, one a line; returns how many have no event type and were left out.

    The fields are those of the PLOVER manual, version 0.7b1 (2021), and besides them ``relation``, ``status``,
    ``according_to`` and ``confidence``, and ``since`` and ``until`` as the text gives them: PLOVER has only days.
    """
    left = 0
    for frame in rows(archive, keys):
        for row in frame.iter_rows(named=True):
            if row["plover"] is None:
                left += 1
            else:
                out.write(json.dumps(record(row), ensure_ascii=False).encode() + b"\n")
    return left


def record(row: dict[str, Any]) -> dict[str, Any]:
    """A row of `rows.COLUMNS` as a PLOVER record; fields of which nothing is known are left out."""
    known = relations()[row["plover"]]
    starts, ends = row["since"], row["until"]
    date = first_day(starts) if starts else row["published"]
    context = _CONTEXTS.get(row["status"])
    cited = {name: row[field] for name, field in _CITED.items() if row[field] is not None}
    fields = {
        "id": row["id"],
        "date": date.isoformat() if date else None,
        "enddate": last_day(ends).isoformat() if ends else None,
        "source": [_actor(row, "source")],
        "recipient": [_actor(row, "target")],
        "event": [row["plover"]],
        "quad_code": _QUADS[known.medium, known.sign > 0],
        "event_scale": row["weight"],
        "context": [context] if context else None,
        "text": row["quote"],
        "cite_info": cited or None,
        "coder": f"Allegiance {__version__}",
        "relation": row["relation"],
        **{name: row[name] for name in ("since", "until", "status", "according_to", "confidence")},
    }
    return {name: value for name, value in fields.items() if value is not None}


_CITED = {"citation": "document", "title": "title", "url": "url", "publication": "publisher"}


def _actor(row: dict[str, Any], side: str) -> dict[str, str]:
    return {"actor_text": row[side], "identifier_text": row[side], "identifier_id": row[f"{side}_id"]}
