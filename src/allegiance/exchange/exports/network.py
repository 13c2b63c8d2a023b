"""The claims of an archive as a network: who stands how to whom, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from allegiance.archive import Archive
from allegiance.exchange.exports.rows import held
from allegiance.vocabulary import relations

_OPEN = date(9999, 12, 31)
"""The end of what may still hold."""
_FRAME = ("claim", "source", "target", "relation", "sign", "since", "until", "at", "publisher")


@dataclass(frozen=True, slots=True)
class Network:
    """Actors and their relations.

    ``nodes``: ``key id name kind claims start end``. ``edges``, one for each relation of a pair: ``edge source target
    relation sign weight claims publishers start end``, with the keys of actors; who comes first in a relation that
    goes both ways is chance. ``spells``: ``edge start end``, in order and apart from each other. Dates are days, both
    included; an ``end`` of null is open, and so is a ``start`` of which nothing is known.
    """

    nodes: pl.DataFrame
    edges: pl.DataFrame
    spells: pl.DataFrame


def network(archive: Archive, keys: Sequence[int]) -> tuple[Network, int]:
    """The network of the claims that say that something is so, and how many of ``keys`` do not."""
    kept = held(archive, keys)
    frame = archive.frame(columns=_FRAME)
    frame = frame.filter(pl.col("claim").is_in(pl.Series(kept, dtype=frame["claim"].dtype).implode()))
    frame = _ordered(frame.with_columns(pl.col("relation").cast(pl.String)))
    edges = frame.group_by("source", "target", "relation", maintain_order=True).agg(
        pl.col("sign").first(),
        pl.len().alias("claims"),
        pl.col("publisher").drop_nulls().n_unique().alias("publishers"),
    )
    weights = {name: relation.weight for name, relation in relations().items()}
    weight = pl.col("relation").replace_strict(weights, return_dtype=pl.Float64).alias("weight")
    edges = edges.with_row_index("edge").with_columns(weight)
    spells = _spells(
        frame.join(edges.select("edge", "source", "target", "relation"), on=["source", "target", "relation"])
    )
    edges = edges.join(_span(spells, "edge"), on="edge", how="left", maintain_order="left")
    return Network(_nodes(archive, frame, edges), edges, spells), len(keys) - len(kept)


def _ordered(frame: pl.DataFrame) -> pl.DataFrame:
    """A relation that goes both ways is one, whoever is named first."""
    both = pl.col("relation").is_in([name for name, relation in relations().items() if relation.symmetric])
    low, high = pl.min_horizontal("source", "target"), pl.max_horizontal("source", "target")
    return frame.with_columns(
        pl.when(both).then(low).otherwise("source").alias("source"),
        pl.when(both).then(high).otherwise("target").alias("target"),
    )


def _spells(claims: pl.DataFrame) -> pl.DataFrame:
    """The times of each edge: those of its claims, joined where they overlap or follow day upon day.

    A claim without a date counts at that of its document. An act is over when it has happened; a tie is over when a
    claim says so.
    """
    ties = pl.col("relation").is_in([name for name, relation in relations().items() if relation.kind == "tie"])
    end = pl.coalesce("until", pl.when(ties).then(pl.lit(_OPEN)).otherwise("at"))
    times = claims.select("edge", pl.coalesce("at", "until").alias("start"), end.alias("end")).drop_nulls("start")
    times = times.with_columns(pl.max_horizontal("start", "end").alias("end")).sort("edge", "start")
    reached = pl.col("end").cum_max().shift(1).over("edge")
    later = (pl.col("start") > reached + pl.duration(days=1)).fill_null(value=True)
    spells = times.with_columns(later.cum_sum().alias("spell")).group_by("edge", "spell", maintain_order=True)
    return _open(spells.agg(pl.col("start").min(), pl.col("end").max()).drop("spell"))


def _span(spells: pl.DataFrame, key: str) -> pl.DataFrame:
    """From the first start to the last end of each."""
    end = pl.col("end").fill_null(_OPEN).max()
    return _open(spells.group_by(key).agg(pl.col("start").min(), end))


def _open(times: pl.DataFrame) -> pl.DataFrame:
    return times.with_columns(pl.when(pl.col("end") < _OPEN).then("end").alias("end"))


def _nodes(archive: Archive, claims: pl.DataFrame, edges: pl.DataFrame) -> pl.DataFrame:
    sides = [claims.select(pl.col(side).alias("key")) for side in ("source", "target")]
    counted = pl.concat(sides).group_by("key").agg(pl.len().alias("claims"))
    times = pl.concat([edges.select(pl.col(side).alias("key"), "start", "end") for side in ("source", "target")])
    # One whose edge has no date is there throughout.
    undated = times.filter(pl.col("start").is_null()).select("key").unique()
    span = _span(times.join(undated, on="key", how="anti"), "key")
    actors = archive.actors().select("key", "id", "name", pl.col("kind").cast(pl.String))
    found = actors.join(counted, on="key", maintain_order="left")
    return found.join(span, on="key", how="left", maintain_order="left")
