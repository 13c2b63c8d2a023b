from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from allegiance.archive import open_archive, schema
from allegiance.archive.create import create
from allegiance.errors import ArchiveError
from allegiance.model import Claim, Document

NEWEST = len(schema.migrations())
COLUMNS = """
SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns()
WHERE database_name = current_database() AND NOT internal ORDER BY ALL
"""


def build(place: Path, version: int) -> None:
    """Make an archive as the Allegiance of that schema made it."""
    with duckdb.connect(str(place)) as connection:
        schema.migrate(connection, to=version)


def columns(place: Path) -> list[tuple[object, ...]]:
    with duckdb.connect(str(place), read_only=True) as connection:
        return connection.execute(COLUMNS).fetchall()


@pytest.mark.parametrize("version", range(NEWEST + 1))
def test_an_archive_of_every_earlier_version_becomes_what_a_new_one_is(
    tmp_path: Path, version: int, document: Document, made: list[Claim]
) -> None:
    old, new = tmp_path / "old.duckdb", tmp_path / "new.duckdb"
    build(old, version)
    create(str(new), schema.migrate)
    with open_archive(old, write=True) as archive:
        archive.add([(document, made)])
        assert archive.frame().height == 2
    assert columns(old) == columns(new)


def test_an_older_archive_is_migrated_when_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "a.duckdb"
    open_archive(place, write=True)
    monkeypatch.setattr(schema, "migrations", lambda: (*REAL, "ALTER TABLE document ADD COLUMN language VARCHAR"))
    open_archive(place)
    with duckdb.connect(str(place), read_only=True) as connection:
        assert schema.version(connection) == NEWEST + 1
        assert connection.execute("SELECT version FROM migration ORDER BY 1").fetchall() == [
            (number,) for number in range(1, NEWEST + 2)
        ]
    assert ("document", "language", "VARCHAR", True) in columns(place)


REAL = schema.migrations()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, copy = tmp_path / "a.duckdb", tmp_path / "b.duckdb"
    open_archive(place, write=True)
    shutil.copy(place, copy)
    broken = (*REAL, "ALTER TABLE document ADD COLUMN language VARCHAR; ALTER TABLE nothing ADD COLUMN a INTEGER")
    monkeypatch.setattr(schema, "migrations", lambda: broken)
    with pytest.raises(ArchiveError, match="Table with name nothing does not exist"):
        open_archive(place)
    assert columns(place) == columns(copy)


def test_a_newer_archive_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "a.duckdb"
    build(place, NEWEST)
    with duckdb.connect(str(place)) as connection:
        connection.execute("INSERT INTO migration (version) VALUES (?)", [NEWEST + 3])
    before = place.read_bytes()
    for write in (False, True):
        with pytest.raises(
            ArchiveError, match=f"newer Allegiance: its schema is {NEWEST + 3}, and this one knows {NEWEST}"
        ):
            open_archive(place, write=write)
    assert place.read_bytes() == before


def test_a_database_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "a.duckdb"
    with duckdb.connect(str(place)) as connection:
        connection.execute("CREATE TABLE claim (text VARCHAR)")
    before = place.read_bytes()
    for write in (False, True):
        with pytest.raises(ArchiveError, match="is a DuckDB file, but not an archive of Allegiance"):
            open_archive(place, write=write)
    assert place.read_bytes() == before


def test_migrations_are_numbered_without_gaps() -> None:
    folder = Path(schema.__file__).parent / "migrations"
    names = sorted(path.name for path in folder.glob("*.sql"))
    assert [int(name[:4]) for name in names] == list(range(1, NEWEST + 1))
