"""What stands behind keys: the names of actors and the ids of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.archive.arrow import among, select, view

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl
    from duckdb import DuckDBPyConnection

_NAMED = """
SELECT actor.key, actor.id, actor.name, term.text AS kind
FROM actor JOIN term ON term.key = actor.kind
WHERE {}
ORDER BY actor.key
"""
_IDS = "SELECT key, id FROM claim WHERE {} ORDER BY key"


def named(connection: DuckDBPyConnection, actors: Sequence[int]) -> pl.DataFrame:
    """What actors are called: ``key id name kind``."""
    return _read(connection, _NAMED, "actor.key", actors)


def ids(connection: DuckDBPyConnection, keys: Sequence[int]) -> pl.DataFrame:
    """The ids of claims: ``key id``."""
    return _read(connection, _IDS, "key", keys)


def _read(connection: DuckDBPyConnection, sql: str, column: str, keys: Sequence[int]) -> pl.DataFrame:
    import polars as pl

    with view(connection, "asked", pl.DataFrame({"key": pl.Series(keys, dtype=pl.UInt32)}).unique()):
        return select(connection, sql.format(among(column, keys)))
