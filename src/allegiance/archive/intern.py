"""What repeats in claims and documents, by keys: terms, dates and actors, each put in when it first comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.archive.arrow import select, view
from allegiance.dates import first_day, last_day

if TYPE_CHECKING:
    import polars as pl
    from duckdb import DuckDBPyConnection

_TERMS = ("relation", "plover", "status", "according_to", "rule", "source_kind", "target_kind")


@dataclass(frozen=True, slots=True)
class Keys:
    """Frames of ``key`` and ``text``, or ``id`` for actors, of all there is in the archive."""

    terms: pl.DataFrame
    moments: pl.DataFrame
    actors: pl.DataFrame


def intern(connection: DuckDBPyConnection, documents: pl.DataFrame, claims: pl.DataFrame) -> Keys:
    """Put in the terms, dates and actors of these documents and claims that are new, and give the keys of all."""
    texts = _distinct([documents["publisher"], *(claims[column] for column in _TERMS)])
    days = _distinct([documents["date"], claims["since"], claims["until"]])
    terms = _terms(connection, texts)
    return Keys(terms, _moments(connection, days), _actors(connection, claims, terms))


def keyed(column: str, keys: pl.DataFrame, *, by: str = "text") -> pl.Expr:
    """The column with each text replaced by its key; null stays null."""
    import polars as pl

    return pl.col(column).replace_strict(keys[by], keys["key"], return_dtype=pl.UInt32, default=None)


def append(connection: DuckDBPyConnection, table: str, rows: pl.DataFrame) -> pl.DataFrame:
    """Insert rows with the keys that come next, and return them with their keys."""
    import polars as pl

    # The names of tables are those of this package; a statement takes no parameters for them.
    ((last,),) = connection.execute(f"SELECT coalesce(max(key), 0) FROM {table}").fetchall()  # noqa: S608
    numbered = rows.with_row_index("key", offset=last + 1).with_columns(pl.col("key").cast(pl.UInt32))
    if numbered.height:
        with view(connection, "incoming", numbered):
            connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")  # noqa: S608
    return numbered


def _distinct(columns: list[pl.Series]) -> pl.Series:
    import polars as pl

    return pl.concat([column.unique().rename("text") for column in columns]).drop_nulls().unique(maintain_order=True)


def _terms(connection: DuckDBPyConnection, texts: pl.Series) -> pl.DataFrame:
    import polars as pl

    there = select(connection, "SELECT key, text FROM term")
    new = texts.filter(~texts.is_in(there["text"].implode())).sort().to_frame()
    return pl.concat([there, append(connection, "term", new)])


def _moments(connection: DuckDBPyConnection, texts: pl.Series) -> pl.DataFrame:
    import polars as pl

    there = select(connection, "SELECT key, text FROM moment")
    new = texts.filter(~texts.is_in(there["text"].implode())).sort().to_list()
    columns = {"text": new, "first_day": [*map(first_day, new)], "last_day": [*map(last_day, new)]}
    rows = pl.DataFrame(columns, schema={"text": pl.String, "first_day": pl.Date, "last_day": pl.Date})
    return pl.concat([there, append(connection, "moment", rows).select("key", "text")])


def _actors(connection: DuckDBPyConnection, claims: pl.DataFrame, terms: pl.DataFrame) -> pl.DataFrame:
    """An actor that is new gets the name and the kind that it has first."""
    import polars as pl

    sides = [
        claims.select(id=pl.col(side), name=pl.col(f"{side}_name"), kind=pl.col(f"{side}_kind")).unique(
            "id", keep="first", maintain_order=True
        )
        for side in ("source", "target")
    ]
    there = select(connection, "SELECT key, id FROM actor")
    new = pl.concat(sides).unique("id", keep="first", maintain_order=True)
    new = new.filter(~pl.col("id").is_in(there["id"].implode())).with_columns(keyed("kind", terms))
    return pl.concat([there, append(connection, "actor", new).select("key", "id")])
