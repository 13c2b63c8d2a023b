"""A claim as one JSON object, in the shape that every command prints and other programs read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from allegiance.model import Claim, Party


def claim_to_dict(claim: Claim) -> dict[str, Any]:
    """Return the claim as plain JSON values; keys stand in the order of the documentation, `docs/claims.md`."""
    return {
        "document": claim.document,
        "id": claim.id,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "source": _party_to_dict(claim.source),
        "target": _party_to_dict(claim.target),
        "relation": claim.relation,
        "sign": claim.sign,
        "weight": claim.weight,
        "plover": claim.plover,
        "since": claim.since,
        "until": claim.until,
        "status": claim.status.value,
        "according_to": claim.according_to,
        "confidence": claim.confidence,
        "rule": claim.rule,
    }


def claim_to_line(claim: Claim) -> str:
    """Return the claim as one line of JSON, without the line's end; letters outside ASCII stay as they are."""
    return json.dumps(claim_to_dict(claim), ensure_ascii=False)


def _party_to_dict(party: Party) -> dict[str, Any]:
    return {
        "actor": party.actor,
        "id": party.id,
        "kind": party.kind.value,
        "mention": party.mention.text,
        "start": party.mention.start,
        "end": party.mention.end,
    }
