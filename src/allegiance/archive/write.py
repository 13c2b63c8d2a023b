"""Documents and claims into the tables: what repeats is interned, what is known already is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.archive.frames import select, view
from allegiance.dates import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Added:
    """What a batch changed: how many documents and claims are new, and how many documents were known already."""

    documents: int = 0
    claims: int = 0
    known: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(self.documents + other.documents, self.claims + other.claims, self.known + other.known)


def known(connection: DuckDBPyConnection, ids: pl.Series) -> pl.Series:
    """Those of the ids that documents of the archive have."""
    with view(connection, "asked", ids.alias("id").to_frame()):
        return select(connection, "SELECT id FROM document WHERE id IN (SELECT id FROM asked)")["id"]


def insert(connection: DuckDBPyConnection, documents: pl.DataFrame, claims: pl.DataFrame) -> Added:
    """Put in the documents whose ids are not there yet, with their claims, in the caller's transaction."""
    import polars as pl

    there = known(connection, documents["id"])
    new = documents.filter(~pl.col("id").is_in(there.implode())).unique("id", keep="first", maintain_order=True)
    rows = claims.unique(["document", "id"], keep="first", maintain_order=True)
    rows = rows.join(new.select(pl.col("id").alias("document")), on="document", how="semi", maintain_order="left")
    terms = _terms(connection, new, rows)
    moments = _moments(connection, [new["date"], rows["since"], rows["until"]])
    keys = _documents(connection, new, terms, moments)
    _claims(connection, rows, keys, _actors(connection, rows, terms), terms, moments)
    return Added(new.height, rows.height, documents.height - new.height)


def _next(connection: DuckDBPyConnection, table: str) -> int:
    found = connection.execute(f"SELECT coalesce(max(key), 0) + 1 FROM {table}").fetchone()  # noqa: S608 - our names
    return int(found[0]) if found else 1


def _append(connection: DuckDBPyConnection, table: str, rows: pl.DataFrame) -> pl.DataFrame:
    """Insert rows with the keys that come next, and return them with their keys."""
    import polars as pl

    keyed = rows.with_row_index("key", offset=_next(connection, table)).with_columns(pl.col("key").cast(pl.UInt32))
    if keyed.height:
        with view(connection, "incoming", keyed):
            connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")  # noqa: S608 - our names
    return keyed


def _distinct(texts: Iterable[pl.Series]) -> pl.Series:
    import polars as pl

    return pl.concat([series.drop_nulls().unique().rename("text") for series in texts]).unique(maintain_order=True)


def _terms(connection: DuckDBPyConnection, documents: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """The keys of all terms by their texts, after those of this batch have been put in."""
    import polars as pl

    columns = ["relation", "plover", "status", "according_to", "rule", "source_kind", "target_kind"]
    found = _distinct([documents["publisher"], *(claims[column] for column in columns)])
    there = select(connection, "SELECT key, text FROM term")
    new = _append(connection, "term", found.filter(~found.is_in(there["text"].implode())).to_frame())
    return pl.concat([there, new])


def _moments(connection: DuckDBPyConnection, dates: list[pl.Series]) -> pl.DataFrame:
    """The keys of all dates by their EDTF texts, after those of this batch have been put in."""
    import polars as pl

    found = _distinct(dates)
    there = select(connection, "SELECT key, text FROM moment")
    texts = found.filter(~found.is_in(there["text"].implode())).to_list()
    days = {"first_day": [first_day(text) for text in texts], "last_day": [last_day(text) for text in texts]}
    schema = {"text": pl.String, "first_day": pl.Date, "last_day": pl.Date}
    new = _append(connection, "moment", pl.DataFrame({"text": texts, **days}, schema=schema))
    return pl.concat([there, new.select("key", "text")])


def _actors(connection: DuckDBPyConnection, claims: pl.DataFrame, terms: pl.DataFrame) -> pl.DataFrame:
    """The keys of all actors by their ids; one that is new gets the name and the kind that it has first."""
    import polars as pl

    sides = [
        claims.select(
            pl.col(side).alias("id"), pl.col(f"{side}_name").alias("name"), pl.col(f"{side}_kind").alias("kind")
        )
        for side in ("source", "target")
    ]
    found = pl.concat(sides).unique("id", keep="first", maintain_order=True)
    there = select(connection, "SELECT key, id FROM actor")
    fresh = found.join(there, on="id", how="anti", maintain_order="left")
    new = _append(connection, "actor", fresh.with_columns(_keyed("kind", terms)))
    return pl.concat([there, new.select("key", "id")])


def _keyed(column: str, keys: pl.DataFrame, *, by: str = "text") -> pl.Expr:
    """The column with each text replaced by its key; null stays null."""
    import polars as pl

    return pl.col(column).replace_strict(keys[by], keys["key"], return_dtype=pl.UInt32, default=None)


def _documents(
    connection: DuckDBPyConnection, documents: pl.DataFrame, terms: pl.DataFrame, moments: pl.DataFrame
) -> pl.DataFrame:
    columns = [_keyed("publisher", terms), _keyed("date", moments)]
    return _append(connection, "document", documents.with_columns(columns)).select("key", "id")


def _claims(
    connection: DuckDBPyConnection,
    claims: pl.DataFrame,
    documents: pl.DataFrame,
    actors: pl.DataFrame,
    terms: pl.DataFrame,
    moments: pl.DataFrame,
) -> None:
    import polars as pl

    rows = claims.select(
        "id",
        _keyed("document", documents, by="id"),
        "start",
        pl.col("end").alias("stop"),
        *(_keyed(side, actors, by="id") for side in ("source", "target")),
        *(pl.col(f"{side}_start") for side in ("source", "target")),
        *(pl.col(f"{side}_end").alias(f"{side}_stop") for side in ("source", "target")),
        *(_keyed(column, terms) for column in ("relation", "plover", "status", "rule")),
        _keyed("according_to", terms).alias("voice"),
        *(_keyed(column, moments) for column in ("since", "until")),
        "sign",
        "weight",
        "confidence",
    )
    low, high = pl.min_horizontal("source", "target"), pl.max_horizontal("source", "target")
    _append(connection, "claim", rows.sort(low, high, maintain_order=True))
