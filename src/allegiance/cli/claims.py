"""How a claim looks, in the table of many as in the explanation of one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allegiance.model import Claim

COLOURS = {1: "green", 0: "yellow", -1: "red"}
"""The colour of each sign."""


def dates(claim: Claim, *, gap: str = " ") -> str:
    """Since when until when; ``gap`` stands between the two dates."""
    if claim.since and claim.until and claim.since != claim.until:
        return f"{claim.since}{gap}to {claim.until}"
    return claim.since or (f"to {claim.until}" if claim.until else "undated")
