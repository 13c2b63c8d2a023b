"""Who is who in an archive: the names and what texts say of them go to `allegiance.actors`, its answer is kept here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.archive import judged, standins
from allegiance.archive.arrow import select, view
from allegiance.archive.intern import append
from allegiance.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl
    from duckdb import DuckDBPyConnection

    from allegiance.actors import Actor, Gazetteer, Name, Resolution, Said

_NAMES = """
WITH side AS (
    SELECT source AS actor, document FROM claim UNION ALL SELECT target, document FROM claim WHERE target <> source
), counted AS (SELECT actor, min(document) AS since, count(*) AS claims FROM side GROUP BY actor)
SELECT id, name, term.text AS kind, coalesce(since, 0) AS since, coalesce(claims, 0) AS claims
FROM actor
JOIN term ON term.key = actor.kind
LEFT JOIN counted ON counted.actor = actor.key
WHERE claims IS NOT NULL OR actor.key NOT IN (SELECT actor FROM identity)
ORDER BY actor.key
"""


def names(connection: DuckDBPyConnection) -> list[Name]:
    """The actors as claims name them, in the order of the archive.

    A name that no claim has any more, because its documents were forgotten, counts as long as an actor has its id.
    """
    from allegiance.actors import Name

    rows = connection.execute(_NAMES).fetchall()
    return [Name(id_, text, Kind(kind), since, claims) for id_, text, kind, since, claims in rows]


_ALIASES = """
SELECT source.name, target.name, min(document), count(DISTINCT document)
FROM claim
JOIN actor AS source ON source.key = claim.source
JOIN actor AS target ON target.key = claim.target
JOIN term AS relation ON relation.key = claim.relation AND relation.text = 'alias'
JOIN term AS status ON status.key = claim.status AND status.text IN ('stated', 'reported')
GROUP BY ALL
ORDER BY ALL
"""

_BRACKETS = r"""
WITH found AS (
    SELECT key, text, unnest(list_distinct(regexp_extract_all(text, '\(\s*([A-Z][\w.-]{1,11})\s*[),;]', 1))) AS short
    FROM document
)
SELECT key, any_value(text) FROM found WHERE short IN (FROM asked) GROUP BY key ORDER BY key
"""


def said(connection: DuckDBPyConnection, known: Iterable[Name]) -> list[Said]:
    """Other names that claims give, and the abbreviations in brackets that texts introduce, of those that are names."""
    import polars as pl

    from allegiance.actors import Said
    from allegiance.actors.names.abbreviation import letters
    from allegiance.actors.names.introduced import introduced

    found = [Said(*row) for row in connection.execute(_ALIASES).fetchall()]
    short = sorted({name.text for name in known if name.kind is not Kind.PERSON and letters(name.text)})
    with view(connection, "asked", pl.DataFrame({"short": short}, schema={"short": pl.String})):
        texts = connection.execute(_BRACKETS).fetchall()
    told: dict[tuple[str, str], list[int]] = {}
    for document, text in texts:
        for pair in dict.fromkeys(introduced(text)):
            told.setdefault(pair, []).append(document)
    return found + [Said(name, other, min(where), len(where)) for (name, other), where in told.items()]


def gazetteer(connection: DuckDBPyConnection) -> Gazetteer:
    """The shipped gazetteer with the entities that the archive was given."""
    from allegiance.actors.gazetteer import parsed, shipped

    lines = connection.execute("SELECT line FROM gazetteer ORDER BY key").fetchall()
    return parsed((line for (line,) in lines), source="the gazetteer of the archive", base=shipped())


def learn(connection: DuckDBPyConnection, lines: Iterable[str]) -> None:
    """Keep entities of a user's gazetteer; those that the archive has are not put in again."""
    import polars as pl

    rows = pl.DataFrame({"line": list(dict.fromkeys(lines))}, schema={"line": pl.String})
    there = select(connection, "SELECT line FROM gazetteer")
    append(connection, "gazetteer", rows.join(there, on="line", how="anti", maintain_order="left"))


def resolve(connection: DuckDBPyConnection) -> Resolution:
    """Find out anew who is who, from names, texts and judgements, and keep it, in the caller's transaction."""
    from allegiance.actors import resolve as resolved

    known = names(connection)
    book = gazetteer(connection)
    found = resolved(known, said=said(connection, known), judgements=judged.judgements(connection), gazetteer=book)
    _keep(connection, found)
    standins.keep(connection, found)
    return found


def _keep(connection: DuckDBPyConnection, found: Resolution) -> None:
    import polars as pl

    for table in ("identity", "ground", "called"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own words
    joined = [
        (name.name.id, actor.id, name.score, "; ".join(name.grounds), name.with_name)
        for actor in found.actors
        for name in actor.names
        if name.name.id != actor.id
    ]
    schema = dict.fromkeys(("name", "actor", "grounds", "like_name"), pl.String) | {"score": pl.Float32}
    order = ("name", "actor", "score", "grounds", "like_name")
    rows = pl.DataFrame(joined, schema={column: schema[column] for column in order}, orient="row")
    with view(connection, "incoming", rows):
        connection.execute(_IDENTITY)
        connection.execute(_GROUND)
    _terms(connection, {actor.kind.value for actor in found.actors})
    titles = [row for actor in found.actors if (row := _title(actor)) is not None]
    columns = dict.fromkeys(("id", "name", "kind", "entity"), pl.String)
    with view(connection, "incoming", pl.DataFrame(titles, schema=columns, orient="row")):
        connection.execute(_CALLED)


_IDENTITY = """
INSERT INTO identity BY NAME
SELECT named.key AS actor, taken.key AS same_as
FROM incoming
JOIN actor AS named ON named.id = incoming.name
JOIN actor AS taken ON taken.id = incoming.actor
"""

_GROUND = """
INSERT INTO ground BY NAME
SELECT actor.key AS actor, score, grounds AS text, like_name FROM incoming JOIN actor ON actor.id = incoming.name
"""

_CALLED = """
INSERT INTO called BY NAME
SELECT actor.key AS actor, incoming.name AS name, term.key AS kind, entity
FROM incoming
JOIN actor ON actor.id = incoming.id
JOIN term ON term.text = incoming.kind
"""


def _title(actor: Actor) -> tuple[str, str, str, str | None] | None:
    first = actor.names[0].name
    if (actor.name, actor.kind, actor.entity) == (first.text, first.kind, None):
        return None
    return actor.id, actor.name, actor.kind.value, actor.entity


def _terms(connection: DuckDBPyConnection, kinds: set[str]) -> None:
    import polars as pl

    there = select(connection, "SELECT text FROM term")["text"]
    new: pl.DataFrame = pl.DataFrame({"text": sorted(kinds - set(there))}, schema={"text": pl.String})
    append(connection, "term", new)
