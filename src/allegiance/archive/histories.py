"""The names of an actor, and what it was called on a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.archive import identities
from allegiance.dates import first_day, last_day
from allegiance.model import Kind

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from allegiance.actors import Actor
    from allegiance.actors.history import Called, Succession

_NAMES = """
WITH side AS (
    SELECT source AS actor, document FROM claim UNION ALL SELECT target, document FROM claim WHERE target <> source
), counted AS (SELECT actor, min(document) AS since, count(*) AS claims FROM side GROUP BY actor)
SELECT actor.id, actor.name, term.text, coalesce(since, 0), coalesce(claims, 0),
    coalesce(score, 1), coalesce(ground.text, ''), like_name
FROM actor
JOIN term ON term.key = actor.kind
LEFT JOIN identity ON identity.actor = actor.key
LEFT JOIN ground ON ground.actor = actor.key
LEFT JOIN counted ON counted.actor = actor.key
WHERE actor.key = $key OR identity.same_as = $key
ORDER BY identity.same_as NULLS FIRST, actor.key
"""

_TITLE = """
SELECT actor.id, coalesce(called.name, actor.name), term.text, entity
FROM actor
LEFT JOIN called ON called.actor = actor.key
JOIN term ON term.key = coalesce(called.kind, actor.kind)
WHERE actor.key = $key
"""


def actor(connection: DuckDBPyConnection, key: int) -> Actor:
    """An actor with its names, the earliest first."""
    from allegiance.actors import Actor, Joined, Name

    ((id_, title, what, entity),) = connection.execute(_TITLE, {"key": key}).fetchall()
    names = tuple(
        Joined(
            Name(name, text, Kind(kind), since, claims),
            round(score, 3),
            tuple(grounds.split("; ")) if grounds else (),
            like,
        )
        for name, text, kind, since, claims, score, grounds, like in connection.execute(_NAMES, {"key": key}).fetchall()
    )
    return Actor(id_, title, Kind(what), names, entity)


_SUCCESSORS = """
SELECT coalesce(before.id, target.id), coalesce(after.id, source.id), min(moment.text),
    list(claim.id ORDER BY claim.key)
FROM claim
JOIN term AS relation ON relation.key = claim.relation AND relation.text = 'successor'
JOIN term AS status ON status.key = claim.status AND status.text IN ('stated', 'reported')
JOIN actor AS source ON source.key = claim.source
JOIN actor AS target ON target.key = claim.target
LEFT JOIN identity AS s ON s.actor = claim.source
LEFT JOIN identity AS t ON t.actor = claim.target
LEFT JOIN actor AS after ON after.key = s.same_as
LEFT JOIN actor AS before ON before.key = t.same_as
LEFT JOIN moment ON moment.key = claim.since
GROUP BY ALL
ORDER BY ALL
"""

_USES = """
SELECT coalesce(taken.id, actor.id), actor.name, count(*)
FROM claim
JOIN actor ON actor.key = claim.source OR actor.key = claim.target
LEFT JOIN identity ON identity.actor = actor.key
LEFT JOIN actor AS taken ON taken.key = identity.same_as
JOIN moment ON moment.key = claim.published AND first_day <= $last AND last_day >= $first
WHERE actor.key = $key OR identity.same_as = $key
GROUP BY ALL
"""

_ENTITIES = """
SELECT entity, actor.id FROM called JOIN actor ON actor.key = called.actor WHERE entity IS NOT NULL ORDER BY actor.key
"""


def called(connection: DuckDBPyConnection, key: int, on: str) -> list[Called]:
    """What the actor with this key was called on a date (EDTF); see `allegiance.actors.history.called`."""
    from allegiance.actors.history import Use
    from allegiance.actors.history import called as told

    days = {"key": key, "first": first_day(on), "last": last_day(on)}
    uses = [Use(*row) for row in connection.execute(_USES, days).fetchall()]
    book = identities.gazetteer(connection)
    return told(actor(connection, key), on, gazetteer=book, successions=_successions(connection), uses=uses)


def _successions(connection: DuckDBPyConnection) -> list[Succession]:
    """What came after what, by ids of actors: as claims say, and as the gazetteer says of actors of the archive."""
    from allegiance.actors.history import Succession

    found = [
        Succession(before, after, since, tuple(claims))
        for before, after, since, claims in connection.execute(_SUCCESSORS).fetchall()
    ]
    ids = dict(connection.execute(_ENTITIES).fetchall())
    book = identities.gazetteer(connection)
    found += [
        Succession(ids[tie.predecessor], ids[tie.successor], tie.date)
        for tie in book.successions
        if tie.predecessor in ids and tie.successor in ids
    ]
    return found
