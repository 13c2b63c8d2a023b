from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import duckdb
import polars as pl
import pytest

from allegiance.archive.arrow import select, view


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


def test_a_frame_is_a_view_in_the_block_and_comes_back_the_same(connection: duckdb.DuckDBPyConnection) -> None:
    frame = pl.DataFrame(
        {
            "key": pl.Series([1, None, 3], dtype=pl.UInt32),
            "text": ["“é” 🙂", None, ""],
            "day": [date(2020, 1, 3), None, date(1, 1, 1)],
        }
    )
    with view(connection, "given", frame):
        assert select(connection, "FROM given").equals(frame)
        assert select(connection, "SELECT a.* FROM given AS a JOIN given AS b USING (key)").height == 2
    with pytest.raises(duckdb.CatalogException):
        select(connection, "FROM given")


def test_parameters_are_values_whatever_they_hold(connection: duckdb.DuckDBPyConnection) -> None:
    given = {"day": date(2020, 1, 3), "keys": [2, 1], "name": "x' OR 1 = 1 --"}
    rows = select(connection, "SELECT $day AS day, list_contains($keys, 2) AS there, $name AS name", given)
    assert rows.rows() == [(date(2020, 1, 3), True, "x' OR 1 = 1 --")]


def test_there_are_no_rows_but_columns_where_nothing_is_found(connection: duckdb.DuckDBPyConnection) -> None:
    assert dict(select(connection, "SELECT 1::UINTEGER AS key WHERE $never", {"never": False}).schema) == {
        "key": pl.UInt32
    }
