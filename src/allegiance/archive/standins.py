"""Offices that stand for their holders: in which document which actor is meant by "the Iraqi prime minister"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from allegiance.archive.arrow import select, view

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl
    from duckdb import DuckDBPyConnection

    from allegiance.actors import Resolution
    from allegiance.actors.offices import Holding

NEEDED = ("document", "source", "target")
"""The columns of the claim frame that `meant` needs."""

_OFFICES = """
SELECT source.id, source.name, target.name, rule.text, substring(document.text, start + 1, stop - start),
    told.first_day, since.first_day, until.last_day
FROM claim
JOIN document ON document.key = claim.document
JOIN actor AS source ON source.key = claim.source
JOIN actor AS target ON target.key = claim.target
JOIN term AS rule ON rule.key = claim.rule
JOIN term AS relation ON relation.key = claim.relation AND relation.text = 'office'
JOIN term AS status ON status.key = claim.status AND status.text IN ('stated', 'reported')
LEFT JOIN moment AS since ON since.key = claim.since
LEFT JOIN moment AS until ON until.key = claim.until
LEFT JOIN moment AS told ON told.key = claim.published
ORDER BY claim.key
"""

_MENTIONS = """
WITH side AS (SELECT document, source AS actor FROM claim UNION SELECT document, target FROM claim)
SELECT side.document, actor.id, first_day, last_day
FROM side
JOIN actor ON actor.key = side.actor
JOIN asked ON asked.id = actor.id
JOIN document ON document.key = side.document
JOIN moment ON moment.key = document.published
ORDER BY side.document, actor.key
"""

_PAST = re.compile(r"\b(?:former|ex|late|deputy|vice|acting|interim|future|next) (?:\w+ ){0,2}$")


def keep(connection: DuckDBPyConnection, found: Resolution) -> None:
    """Find the holders of the offices that documents speak of, and keep them."""
    import polars as pl

    from allegiance.actors.names.offices import office
    from allegiance.actors.offices import Holders

    connection.execute("DELETE FROM stand_in")
    named = [joined.name for actor in found.actors for joined in actor.names]
    offices = {name.id: held for name in named if (held := office(name.text)) is not None}
    if not offices:
        return
    holders = Holders(_holdings(connection, found.of))
    with view(connection, "asked", pl.DataFrame({"id": sorted(offices)})):
        mentions = connection.execute(_MENTIONS).fetchall()
    rows = [
        (document, name, holder)
        for document, name, first, last in mentions
        if (holder := holders.on(offices[name], first, last)) is not None
    ]
    schema = {"document": pl.UInt32, "name": pl.String, "holder": pl.String}
    with view(connection, "incoming", pl.DataFrame(rows, schema=schema, orient="row")):
        connection.execute(_KEEP)


_KEEP = """
INSERT INTO stand_in BY NAME
SELECT document, named.key AS actor, taken.key AS same_as
FROM incoming
JOIN actor AS named ON named.id = incoming.name
JOIN actor AS taken ON taken.id = incoming.holder
"""


def _holdings(connection: DuckDBPyConnection, of: dict[str, str]) -> Iterator[Holding]:
    """What claims say of who holds the offices of states; what somebody was once does not count."""
    from allegiance.actors.names.offices import office
    from allegiance.actors.offices import Holding, held

    for holder, name, state, rule, quote, told, since, until in connection.execute(_OFFICES).fetchall():
        title = _title(rule, quote)
        which = held(title, state) if title else None
        if which is not None and office(name) is None:
            yield Holding(which, of[holder], told, since, until)


def _title(rule: str, quote: str) -> str | None:
    """The title of a claim: that of its rule, ``role.prime-minister@1``, or else one that stands in its quote."""
    from allegiance.actors.names.lists import offices

    cue = _CUE.match(rule)
    titles = [cue["title"].replace("-", " ")] if cue else [" ".join(words) for words in offices()]
    low = quote.casefold().replace("-", " ")
    for title in titles:
        place = low.find(title)
        if place >= 0:
            return None if _PAST.search(low[:place]) else title
    return None


_CUE = re.compile(r"role\.(?P<title>[\w-]+)@")


def any_there(connection: DuckDBPyConnection) -> bool:
    """Whether an office stands for its holder in any document."""
    return bool(connection.execute("FROM stand_in LIMIT 1").fetchall())


def meant(connection: DuckDBPyConnection, rows: pl.DataFrame) -> pl.DataFrame:
    """Rows of the table of claims with the holder, in each document, in place of an office as source or target."""
    import polars as pl

    taken = select(connection, "SELECT document, actor, same_as FROM stand_in")
    for side in ("source", "target"):
        held = taken.rename({"actor": side})
        rows = rows.join(held, on=["document", side], how="left", maintain_order="left")
        rows = rows.with_columns(pl.coalesce("same_as", side).alias(side)).drop("same_as")
    return rows
