"""What stands behind keys: the names of actors and the ids of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.archive.arrow import select, view

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl
    from duckdb import DuckDBPyConnection

_NAMED = """
SELECT actor.key, actor.id, actor.name, term.text AS kind
FROM actor JOIN term ON term.key = actor.kind
WHERE actor.key IN (SELECT key FROM asked)
ORDER BY actor.key
"""
_IDS = "SELECT key, id FROM claim WHERE key IN (SELECT key FROM asked) ORDER BY key"


def named(connection: DuckDBPyConnection, actors: Sequence[int]) -> pl.DataFrame:
    """What actors are called: ``key id name kind``."""
    with view(connection, "asked", _keys(actors)):
        return select(connection, _NAMED)


def ids(connection: DuckDBPyConnection, keys: Sequence[int]) -> pl.DataFrame:
    """The ids of claims: ``key id``."""
    with view(connection, "asked", _keys(keys)):
        return select(connection, _IDS)


def _keys(keys: Sequence[int]) -> pl.DataFrame:
    import polars as pl

    return pl.DataFrame({"key": pl.Series(keys, dtype=pl.UInt32)}).unique()
