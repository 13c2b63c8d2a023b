"""What an actor was called, and what it was, on a date: names that it bore, and what it came out of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from allegiance.actors.gazetteer import Dated, Entity, Gazetteer
from allegiance.actors.record import Actor
from allegiance.dates import first_day, last_day


@dataclass(frozen=True, slots=True)
class Succession:
    """One actor came after another; ``claims`` are the ids of the claims that say so, none if the gazetteer does."""

    before: str
    after: str
    since: str | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Use:
    """Claims of documents that came out between two days call an actor so."""

    actor: str
    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class Called:
    """What an actor was called: by whom it is known (``gazetteer``, ``documents``), and since when until when.

    ``actor`` is another one's id where the actor asked for did not exist yet, and this is what it came out of.
    """

    actor: str
    name: str
    known_by: str
    since: str | None = None
    until: str | None = None
    claims: tuple[str, ...] = ()


def called(
    actor: Actor,
    on: str,
    *,
    gazetteer: Gazetteer,
    successions: Sequence[Succession] = (),
    uses: Iterable[Use] = (),
) -> list[Called]:
    """What an actor was called on a date (EDTF), the best known first; if it was not there yet, what it came from.

    ``successions`` are the ties of the archive; those of the gazetteer are for the caller to add. ``uses`` are the
    names in documents of that time.
    """
    first, last = first_day(on), last_day(on)
    entity = gazetteer.entities.get(actor.entity or "")
    found = [
        Called(actor.id, dated.name, "gazetteer", dated.since, dated.until)
        for dated in (entity.dated if entity else ())
        if _overlaps(dated, first, last)
    ]
    begun = [tie for tie in successions if tie.after == actor.id and tie.since and first_day(tie.since) > last]
    young = entity is not None and entity.since is not None and first_day(entity.since) > last
    if begun or young:
        before = [tie for tie in successions if tie.after == actor.id]
        return [Called(tie.before, "", _source(tie), None, tie.since, tie.claims) for tie in before]
    if entity is not None and not found and not entity.dated and not _is_over(entity, first):
        found.append(Called(actor.id, entity.name, "gazetteer", entity.since, entity.until))
    texts = sorted((use for use in uses if use.actor == actor.id), key=lambda use: (-use.claims, use.name))
    known = {one.name for one in found}
    found += [Called(actor.id, use.name, "documents", on, on) for use in texts if use.name not in known]
    return found


def _source(tie: Succession) -> str:
    return "documents" if tie.claims else "gazetteer"


def _overlaps(dated: Dated, first: date, last: date) -> bool:
    begins = first_day(dated.since) if dated.since else date.min
    ends = last_day(dated.until) if dated.until else date.max
    return begins <= last and ends >= first


def _is_over(entity: Entity, first: date) -> bool:
    return entity.until is not None and last_day(entity.until) < first
