"""What the lexicon says of a pair of actors: one of the things the coder goes by."""

from __future__ import annotations

from collections.abc import Iterable

from allegiance.model import Claim, Mention

Span = tuple[int, int]


def vote(claims: Iterable[Claim], source: Span, target: Span) -> tuple[str | None, str | None]:
    """The surest relation that the claims of a text give from source to target, and back; ``None`` without one."""
    forth: tuple[str | None, float] = (None, 0.0)
    back = forth
    for claim in claims:
        one, other = claim.source.mention, claim.target.mention
        if _on(one, source) and _on(other, target) and claim.confidence > forth[1]:
            forth = claim.relation, claim.confidence
        if _on(one, target) and _on(other, source) and claim.confidence > back[1]:
            back = claim.relation, claim.confidence
    return forth[0], back[0]


def _on(mention: Mention, span: Span) -> bool:
    return mention.start < span[1] and span[0] < mention.end
