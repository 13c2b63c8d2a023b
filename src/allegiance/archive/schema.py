"""The schema as numbered migrations, ``migrations/0001_*.sql`` and on, each applied once and in order."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from allegiance.errors import ArchiveError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TABLES = "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"


@cache
def migrations() -> tuple[str, ...]:
    """The SQL of every migration; the first makes version 1 of an empty database, the next makes 2 of 1."""
    folder = files("allegiance.archive") / "migrations"
    found = sorted(
        (path.name, path.read_text(encoding="utf-8")) for path in folder.iterdir() if path.name[:4].isdigit()
    )
    return tuple(sql for _, sql in found)


def version(connection: DuckDBPyConnection) -> int | None:
    """The version of the schema: 0 for a database without tables, ``None`` for one that is not an archive."""
    tables = {name for (name,) in connection.execute(_TABLES).fetchall()}
    if not {"migration", "claim", "document"} <= tables:
        return None if tables else 0
    ((found,),) = connection.execute("SELECT max(version) FROM migration").fetchall()
    return int(found)


def migrate(connection: DuckDBPyConnection, *, to: int | None = None) -> None:
    """Bring the schema to the newest version, or to version ``to``; the caller's transaction holds all of it."""
    done = version(connection) or 0
    for number, sql in enumerate(migrations()[:to], start=1):
        if number > done:
            connection.execute(sql)
            connection.execute("INSERT INTO migration (version) VALUES (?)", [number])


def outdated(connection: DuckDBPyConnection, path: str) -> bool:
    """Whether there are migrations to apply; `ArchiveError` where it is not an archive, or a newer Allegiance's."""
    found, newest = version(connection), len(migrations())
    if found is None:
        raise ArchiveError(path, "is a DuckDB file, but not an archive of Allegiance")
    if found > newest:
        raise ArchiveError(
            path, f"was written by a newer Allegiance: its schema is {found}, and this one knows {newest}"
        )
    return found < newest
