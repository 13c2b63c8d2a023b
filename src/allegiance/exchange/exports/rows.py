"""The claims of an archive as rows with names and quotes, so many at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from allegiance.archive import Archive
from allegiance.model import Kind, Status
from allegiance.vocabulary import relations

AT_ONCE = 100_000
HELD = (Status.STATED, Status.REPORTED, Status.ALLEGED)
"""The statuses of claims that something is so; the others say that it is not, will be or may be."""
COLUMNS = (
    "id source relation target since until quote url source_kind target_kind status according_to confidence publisher "
    "published title document source_id target_id sign weight plover"
).split()
"""The columns of exported tables. The first eight, and those up to ``title``, are what a table for import may have."""
_FRAME = ("claim", "source", "target", "sign", "weight", "confidence")


def rows(archive: Archive, keys: Sequence[int]) -> Iterator[pl.DataFrame]:
    """Frames with `COLUMNS` and ``key``, ``source_key`` and ``target_key``, in the order of ``keys``.

    Actors are resolved: they go by the name that they are taken to have.
    """
    numbers = archive.frame(columns=_FRAME).rename({"source": "source_key", "target": "target_key"})
    actors = archive.actors().select("key", "id", pl.col("kind").cast(pl.String))
    for place in range(0, len(keys), AT_ONCE):
        yield _rows(archive.quotes(keys[place : place + AT_ONCE]), numbers, actors)


def _rows(quotes: pl.DataFrame, numbers: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    quotes = quotes.rename({"claim": "id", "source_name": "source", "target_name": "target"})
    found = quotes.join(numbers, left_on="key", right_on="claim", how="left", maintain_order="left")
    for side in ("source", "target"):
        named = actors.rename({"key": f"{side}_key", "id": f"{side}_id", "kind": f"{side}_kind"})
        found = found.join(named, on=f"{side}_key", how="left", maintain_order="left")
    known = {name: relation.plover for name, relation in relations().items()}
    plover = pl.col("relation").cast(pl.String).replace_strict(known, default=None, return_dtype=pl.String)
    planned = (pl.col("status").cast(pl.String) == Status.PLANNED.value) & (pl.col("sign") > 0)
    return found.with_columns(
        pl.when(planned).then(pl.lit("AGREE")).otherwise(plover).alias("plover"),
        pl.col("relation", "status", "publisher").cast(pl.String),
        # What was 0.87 before it was stored in 32 bits is 0.87 again.
        pl.col("weight", "confidence").cast(pl.Float64).round_sig_figs(7),
    ).select("key", "source_key", "target_key", *COLUMNS)


def held(archive: Archive, keys: Sequence[int]) -> list[int]:
    """Those of the claims which say that something is so."""
    frame = archive.frame(columns=("claim", "status"))
    kept = frame.filter(pl.col("status").cast(pl.String).is_in([status.value for status in HELD]))["claim"]
    asked = pl.Series(keys, dtype=kept.dtype)
    return asked.filter(asked.is_in(kept.implode())).to_list()


def is_person(kind: str) -> bool:
    """Whether an actor is a person."""
    return kind == Kind.PERSON.value
