"""The log of judgements: what people decided, added to and never changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duckdb import DuckDBPyConnection

    from allegiance.actors import Judgement

_READ = "SELECT verb, subject, object, maker, made, reason FROM judgement WHERE verb IN (FROM asked) ORDER BY key"


def judgements(connection: DuckDBPyConnection) -> list[Judgement]:
    """The judgements about actors, in the order in which they were made."""
    from allegiance.actors import Judgement, Verb

    verbs = [str(verb) for verb in Verb]
    rows = connection.execute(_READ.replace("(FROM asked)", "(SELECT unnest(?))"), [verbs]).fetchall()
    return [
        Judgement(Verb(verb), subject, object_ or "", maker, made.isoformat(timespec="microseconds"), reason or "")
        for verb, subject, object_, maker, made, reason in rows
    ]


def add(connection: DuckDBPyConnection, new: Iterable[Judgement]) -> int:
    """Put judgements at the end of the log; those that it has are not put in again. The number that is new."""
    there = {judgement.id for judgement in judgements(connection)}
    ((last,),) = connection.execute("SELECT coalesce(max(key), 0) FROM judgement").fetchall()
    rows = [
        (one.made, one.by, one.verb.value, one.subject, one.object, one.why)
        for one in {one.id: one for one in new}.values()
        if one.id not in there
    ]
    for number, row in enumerate(rows, start=last + 1):
        connection.execute(_ADD, [number, datetime.fromisoformat(row[0]), *row[1:]])
    return len(rows)


_ADD = "INSERT INTO judgement (key, made, maker, verb, subject, object, reason) VALUES (?, ?, ?, ?, ?, ?, ?)"


def now() -> str:
    """The moment of a judgement: ISO 8601 in UTC, without a time zone, as the log keeps it."""
    return datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
