"""The schema as numbered migrations, ``migrations/0001_*.sql`` and on, each applied once and in order."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


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
    tables = {
        name
        for (name,) in connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"
        ).fetchall()
    }
    if not tables:
        return 0
    if "migration" not in tables:
        return None
    found = connection.execute("SELECT max(version) FROM migration").fetchone()
    return found[0] if found else None


def migrate(connection: DuckDBPyConnection, *, to: int | None = None) -> None:
    """Bring the schema to the newest version, or to version ``to``; the caller's transaction holds all of it."""
    done = version(connection) or 0
    for number, sql in enumerate(migrations()[:to], start=1):
        if number > done:
            connection.execute(sql)
            connection.execute("INSERT INTO migration (version) VALUES (?)", [number])
