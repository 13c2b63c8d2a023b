"""What befell actors and those near them within given days; who is near an actor is itself a matter of claims."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.alliances import happenings, lookup
from allegiance.alliances.answer import Span
from allegiance.alliances.dating import dated
from allegiance.alliances.evidence import kinds
from allegiance.alliances.happenings import Happening, Told
from allegiance.model import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import polars as pl

    from allegiance.archive import Archive

_BELONGS = ["member", "leads", "office", "affiliate"]
_HELD = [Status.STATED.value, Status.REPORTED.value, Status.ALLEGED.value]
_NEAREST = 40
"""How many claims nearest to the end of a stretch are looked at for what they tell."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days, counted from 1970-01-01, in which to look for what befell ``actors``, but not by each other's hands."""

    actors: frozenset[int]
    first: int
    last: int


def near(archive: Archive, actors: Collection[int]) -> dict[int, frozenset[int]]:
    """Each actor with those who belong to it, and the groups it leads."""
    import polars as pl

    columns = ["source", "target", "relation", "status"]
    rows = archive.frame(touching=actors, columns=columns).filter(
        pl.col("relation").is_in(_BELONGS) & pl.col("status").is_in(_HELD)
    )
    found: dict[int, set[int]] = {actor: {actor} for actor in actors}
    for source, target, relation in rows.select("source", "target", "relation").unique().iter_rows():
        if target in found:
            found[target].add(source)
        if source in found and relation == "leads":
            found[source].add(target)
    return {actor: frozenset(others) for actor, others in found.items()}


def befell(archive: Archive, stretches: Sequence[Stretch], *, most: int = 5) -> list[list[Told]]:
    """For each stretch what happened, the latest first and no more than ``most``.

    Only what a text dates, or places between dates, is known well enough to have happened then.
    """
    import polars as pl

    if not stretches:
        return []
    circles = near(archive, frozenset[int]().union(*(stretch.actors for stretch in stretches)))
    rows = _telling(archive, frozenset[int]().union(*circles.values())).filter(pl.col("told") != "written")
    chosen = []
    for stretch in stretches:
        circle = frozenset[int]().union(*(circles[actor] for actor in stretch.actors))
        chosen.append((circle, _chosen(rows, stretch, circle)))
    every = pl.concat([part for _, part in chosen])["claim"].unique().to_list()
    told = dict(archive.quotes(every).select("key", "quote").iter_rows())
    found = [_told(part, told, circle)[:most] for circle, part in chosen]
    return _named(archive, found)


def fates(archive: Archive, actor: int) -> list[Told]:
    """All that the record says befell an actor itself, the best attested first, the latest first where equal."""
    rows = _telling(archive, [actor]).sort("at", "claim", descending=[True, False])
    told = dict(archive.quotes(rows["claim"].to_list()).select("key", "quote").iter_rows())
    found = _told(rows, told, frozenset({actor}))
    return _named(archive, [sorted(found, key=lambda event: -len(event.claims))])[0]


def _telling(archive: Archive, actors: Collection[int]) -> pl.DataFrame:
    """The claims about actors that can tell of a happening, as far as they are dated."""
    import polars as pl

    frame = archive.frame(touching=sorted(actors)).filter(
        pl.col("relation").is_in(sorted(happenings.telling())) & pl.col("status").is_in(_HELD)
    )
    return dated(frame.lazy().with_columns(kinds())).collect().filter(pl.col("at").is_not_null())


def _chosen(rows: pl.DataFrame, stretch: Stretch, circle: frozenset[int]) -> pl.DataFrame:
    """The claims that can tell what befell a circle, those nearest to the end of the stretch."""
    import polars as pl

    inside = (pl.col("first") <= stretch.last) & (pl.col("last") >= stretch.first)
    touching = pl.col("source").is_in(circle) | pl.col("target").is_in(circle)
    among = pl.col("source").is_in(stretch.actors) & pl.col("target").is_in(stretch.actors)
    return rows.filter(inside & touching & ~among).sort("at", "claim", descending=[True, False]).head(_NEAREST)


@dataclass(slots=True)
class _Event:
    """A happening in keys: claims of one kind, source and day tell of one event."""

    what: str
    source: int
    relation: str
    first: int
    last: int
    targets: list[int]
    claims: list[int]
    places: list[tuple[int, int]]


def _told(rows: pl.DataFrame, told: Mapping[int, str], circle: frozenset[int]) -> list[_Event]:
    """The events that claims tell of, in the order of the claims."""
    events: dict[tuple[object, ...], _Event] = {}
    for row in rows.iter_rows(named=True):
        kind = happenings.what(row["relation"], told[row["claim"]])
        hit = {row["target"]} if kind is None or kind.hit == "target" else {row["source"], row["target"]}
        if kind is None or not hit & circle:
            continue
        key = (kind.what, row["source"], row["relation"], row["first"], row["last"])
        event = events.setdefault(key, _Event(*key, targets=[], claims=[], places=[]))
        event.claims.append(row["claim"])
        event.places.append((row["document"], row["start"]))
        if row["target"] not in event.targets:
            event.targets.append(row["target"])
    return list(events.values())


def _named(archive: Archive, found: Sequence[Sequence[_Event]]) -> list[list[Told]]:
    """The events as they are shown, with those whom the same sentence says were hit beside."""
    events = [event for part in found for event in part]
    documents = {document for event in events for document, _ in event.places}
    beside: dict[tuple[object, ...], list[tuple[int, int]]] = defaultdict(list)
    if documents:
        columns = ["document", "start", "source", "relation", "target", "claim"]
        for *key, target, claim in archive.frame(documents=documents, columns=columns).select(columns).iter_rows():
            beside[tuple(key)].append((target, claim))
    for event in events:
        for document, start in event.places:
            for target, claim in beside[document, start, event.source, event.relation]:
                event.targets += [target] if target not in event.targets else []
                event.claims += [claim] if claim not in event.claims else []
    actors = [actor for event in events for actor in (event.source, *event.targets)]
    names = lookup.cited(archive, actors=actors, claims=[claim for event in events for claim in event.claims])
    return [[Told(_happening(event, names), tuple(event.claims)) for event in part] for part in found]


def _happening(event: _Event, names: lookup.Cited) -> Happening:
    targets = ", ".join(names.names[target] for target in event.targets)
    return Happening(
        what=event.what,
        when=Span.of(event.first, event.last),
        text=f"{names.names[event.source]} {event.relation} {targets}",
        link=None,
        claims=names.claims(event.claims),
    )
