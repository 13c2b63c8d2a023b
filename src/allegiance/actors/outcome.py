"""What a resolution comes to: actors with their names and kinds, and the doubtful pairs, the weightiest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from allegiance.actors.judgements import Decided
from allegiance.actors.known import Standing, is_abbreviation, is_description
from allegiance.actors.names import persons
from allegiance.actors.names.clean import clean
from allegiance.actors.record import Actor, Doubt, Joined, Pair, Resolution
from allegiance.model import Kind


def outcome(standing: Sequence[Standing], taken: dict[str, int], pairs: Iterable[Pair], judged: Decided) -> Resolution:
    """The actors that have names, in the order of their earliest ones."""
    ids = {number: actor.joined[0].name.id for number, actor in enumerate(standing) if actor.joined}
    actors = {number: _actor(standing[number], judged) for number in ids}
    ordered = sorted(actors, key=lambda number: actors[number].names[0].name.since)
    return Resolution(
        actors=tuple(actors[number] for number in ordered),
        of={name: ids[number] for name, number in taken.items()},
        doubts=tuple(_doubts(actors, pairs, standing, judged)),
        ignored=judged.ignored,
    )


def _actor(actor: Standing, judged: Decided) -> Actor:
    first = actor.joined[0].name.id
    entity = actor.entity
    named = [judged.names[joined.name.id] for joined in actor.joined if joined.name.id in judged.names]
    kinds = [judged.kinds[joined.name.id] for joined in actor.joined if joined.name.id in judged.kinds]
    best = _best(actor.joined)
    return Actor(
        id=first,
        name=named[0] if named else entity.name if entity else best,
        kind=kinds[0] if kinds else entity.kind if entity else _kind(actor.joined),
        names=tuple(actor.joined),
        entity=entity.id if entity else None,
    )


def _best(names: Sequence[Joined]) -> str:
    """The fullest way in which texts call an actor; of several, the one that most claims have, then the first."""

    def weight(joined: Joined) -> tuple[bool, bool, bool, int]:
        name = joined.name
        bare = name.kind is Kind.PERSON and persons.parse(clean(name.text)).bare
        return not is_description(clean(name.text)), not is_abbreviation(name), not bare, name.claims

    return max(names, key=weight).name.text


def _kind(names: Sequence[Joined]) -> Kind:
    """The kind that most claims give; an organisation is what extraction calls those it cannot tell."""
    counted = Counter[Kind]()
    for joined in names:
        counted[joined.name.kind] += joined.name.claims
    told = [kind for kind, _ in counted.most_common() if kind is not Kind.ORGANISATION]
    return told[0] if told else Kind.ORGANISATION


def _doubts(
    actors: dict[int, Actor], pairs: Iterable[Pair], standing: Sequence[Standing], judged: Decided
) -> list[Doubt]:
    best: dict[tuple[int, int], Pair] = {}
    for pair in pairs:
        key = (min(pair.left, pair.right), max(pair.left, pair.right))
        if key[0] in actors and key[1] in actors and pair.score > best.get(key, _NO_PAIR).score:
            best[key] = pair
    found = []
    for (left, right), pair in best.items():
        judged_apart = any(
            judged.apart.get(group, frozenset()) & standing[right].groups for group in standing[left].groups
        )
        if not judged_apart:
            one, other = actors[left], actors[right]
            claims = min(one.claims, other.claims)
            found.append(Doubt(one.id, other.id, round(pair.score, 3), pair.grounds, claims))
    return sorted(found, key=lambda doubt: (-doubt.claims, -doubt.score, doubt.left, doubt.right))


_NO_PAIR = Pair(-1, -1, 0.0, ())
