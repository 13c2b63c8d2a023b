"""Polars frames in and out of DuckDB, through the Arrow C stream interface that both speak without pyarrow."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import polars as pl
    from duckdb import DuckDBPyConnection

_PARAMETER = re.compile(r"\$(\w+)")


@dataclass(frozen=True, slots=True)
class _Stream:
    """A frame as nothing but an Arrow stream: of a Polars frame itself, DuckDB would ask for pyarrow."""

    frame: pl.DataFrame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.frame.__arrow_c_stream__(requested_schema)


def select(connection: DuckDBPyConnection, sql: str, parameters: Mapping[str, object] | None = None) -> pl.DataFrame:
    """The rows that ``sql`` gives, as a Polars frame; ``$name`` in it stands for a parameter.

    Of a statement with parameters, DuckDB makes all rows in memory before Polars gets any, at ten times the cost. So
    the parameters become variables of the connection, which cost nothing.
    """
    import polars as pl

    for name, value in (parameters or {}).items():
        connection.execute(f"SET VARIABLE {name} = ?", [value])
    return pl.DataFrame(connection.sql(_PARAMETER.sub(r"getvariable('\1')", sql)))


@contextmanager
def view(connection: DuckDBPyConnection, name: str, frame: pl.DataFrame) -> Iterator[None]:
    """Let ``frame`` be a view called ``name`` in the block."""
    connection.register(name, _Stream(frame))
    try:
        yield
    finally:
        connection.unregister(name)
