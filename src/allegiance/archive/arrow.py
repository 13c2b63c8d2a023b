"""Polars frames in and out of DuckDB, through the Arrow C stream interface that both speak without pyarrow."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import polars as pl
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class _Stream:
    """A frame as nothing but an Arrow stream: of a Polars frame itself, DuckDB would ask for pyarrow."""

    frame: pl.DataFrame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.frame.__arrow_c_stream__(requested_schema)


def select(
    connection: DuckDBPyConnection, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()
) -> pl.DataFrame:
    """The rows that ``sql`` gives, as a Polars frame."""
    import polars as pl

    return pl.DataFrame(connection.sql(sql, params=parameters or None))


@contextmanager
def view(connection: DuckDBPyConnection, name: str, frame: pl.DataFrame) -> Iterator[None]:
    """Let ``frame`` be a view called ``name`` in the block."""
    connection.register(name, _Stream(frame))
    try:
        yield
    finally:
        connection.unregister(name)
