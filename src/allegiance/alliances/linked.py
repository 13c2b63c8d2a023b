"""The acts to which a text itself links what it tells: "after", "following", "in response to"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from allegiance.alliances import happenings
from allegiance.alliances.happenings import Happening, Told
from allegiance.vocabulary import relations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allegiance.archive import Archive
    from allegiance.model import Claim


def linked(archive: Archive, keys: Sequence[int], documents: Mapping[int, int]) -> dict[int, list[Told]]:
    """For each claim the acts that its sentence links it to; ``documents`` has the key of each claim's document.

    An act is linked if it is told in the same sentence, between other actors, and one of its mentions stands after the
    linking words.
    """
    keys = list(dict.fromkeys(keys))
    claims = dict(zip(keys, archive.claims(keys), strict=True))
    found = {key: match.end() for key, claim in claims.items() if (match := happenings.links().search(claim.quote))}
    if not found:
        return {}
    rows = archive.frame(documents={documents[key] for key in found}, columns=["claim", "document", "start"])
    beside: dict[int, list[int]] = defaultdict(list)
    for other, document, start in rows.select("claim", "document", "start").iter_rows():
        for key in found:
            if documents[key] == document and claims[key].start <= start < claims[key].end:
                beside[key].append(other)
    others = sorted({other for part in beside.values() for other in part})
    acts = dict(zip(others, archive.claims(others), strict=True))
    return {
        key: _acts(claims[key], after, {other: acts[other] for other in beside[key]}) for key, after in found.items()
    }


def _acts(claim: Claim, after: int, others: Mapping[int, Claim]) -> list[Told]:
    """The acts of a sentence that are told after its linking words."""
    pair = {claim.source.id, claim.target.id}
    match = happenings.links().search(claim.quote)
    word = match.group().lower() if match else None
    kept = []
    for key, other in others.items():
        told_after = max(other.source.mention.start, other.target.mention.start) >= claim.start + after
        if told_after and relations()[other.relation].kind == "act" and {other.source.id, other.target.id} != pair:
            kind = happenings.what(other.relation, other.quote)
            text = f"{other.source.actor} {other.relation} {other.target.actor}"
            kept.append(Told(Happening(kind.what if kind else "act", None, text, word, (other.id,)), (key,)))
    return kept
