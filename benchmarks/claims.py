"""A made-up record of any size: skewed actors, pairs with phases of alliance and rivalry, documents with quotes.

Actors and pairs are drawn by Zipf's law: the first of 200,000 pairs has one claim in fifty, most have a few. A pair has
a stance that turns up to three times; a claim follows it, and one in eight goes against it. A document makes ten claims
of one month, about as few pairs as the month allows. What is drawn depends on the seed alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from allegiance.model import Kind, Status
from allegiance.vocabulary import relations

Numbers = np.ndarray[Any, np.dtype[Any]]

WHAT = {
    "ally": "stood with",
    "sponsor": "paid for",
    "affiliate": "swore loyalty to",
    "SUPPORT": "praised",
    "COOPERATE": "worked with",
    "AID": "sent arms to",
    "AGREE": "agreed with",
    "CONSULT": "met",
    "enemy": "fought",
    "rival": "competed with",
    "ASSAULT": "attacked",
    "ACCUSE": "accused",
    "THREATEN": "threatened",
    "REJECT": "turned down",
    "COERCE": "arrested men of",
    "SANCTION": "cut off",
}
"""Relations with the words that say them: as many for a target as against one."""
_HALF = len(WHAT) // 2
A_DOCUMENT = 10
"""How many claims a document makes."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much to make, ``batch`` claims at a time, from the beginning of the year ``first``."""

    claims: int = 10_000_000
    actors: int = 20_000
    pairs: int = 200_000
    years: int = 30
    first: int = 1995
    batch: int = 500_000
    seed: int = 7


@dataclass(frozen=True, slots=True)
class World:
    """What is the same in all batches. ``turns`` are three days for each pair, some of them after the end."""

    size: Size
    draw: np.random.Generator
    actors: pl.DataFrame
    pairs: Numbers
    chance: Numbers
    stance: Numbers
    turns: Numbers
    words: pl.Series
    publishers: pl.Series
    voices: pl.Series

    def picked(self, values: pl.Series, count: int, exponent: float) -> pl.Series:
        """So many of the values, the first the most often."""
        return values.gather(self.draw.choice(len(values), p=_zipf(len(values), exponent), size=count))


def batches(size: Size) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """Frames of documents and of claims as `Archive.add_frames` takes them, in the order of time."""
    world = _world(size)
    parts = -(-size.claims // size.batch)
    days = size.years * 365
    for part in range(parts):
        count = min(size.batch, size.claims - part * size.batch)
        yield _batch(world, count, days * part // parts, days * (part + 1) // parts)


def _zipf(count: int, exponent: float) -> Numbers:
    weights: Numbers = 1.0 / np.arange(1, count + 1) ** exponent
    weights /= weights.sum()
    return weights


def _names(draw: np.random.Generator, count: int, syllables: int) -> pl.Series:
    parts = np.array([c + v for c in "bdfghjklmnprstvwz" for v in ("a", "e", "i", "o", "u", "ar", "en", "or")])
    words = np.unique(["".join(row) for row in parts[draw.integers(len(parts), size=(count * 2, syllables))]])
    return pl.Series(words[draw.permutation(len(words))[:count]].tolist())


def _ids(draw: np.random.Generator, count: int, length: int) -> pl.Series:
    digits = draw.bytes(count * length // 2).hex()
    return pl.Series([digits[place : place + length] for place in range(0, count * length, length)])


def _world(size: Size) -> World:
    draw = np.random.default_rng(size.seed)
    order = draw.permutation(size.actors)
    sides = order[draw.choice(size.actors, p=_zipf(size.actors, 0.9), size=(size.pairs * 2, 2))]
    sides = np.unique(sides[sides[:, 0] != sides[:, 1]], axis=0)
    pairs = sides[draw.permutation(len(sides))[: size.pairs]]
    given, family = (_names(draw, size.actors, 3).str.to_titlecase() for _ in range(2))
    kinds = pl.Series([kind.value for kind in Kind])
    actors = {
        "id": _ids(draw, size.actors, 12),
        "name": given + " " + family,
        "kind": kinds.gather(draw.integers(len(kinds), size=size.actors)),
    }
    return World(
        size=size,
        draw=draw,
        actors=pl.DataFrame(actors),
        pairs=pairs,
        chance=_zipf(len(pairs), 0.8),
        stance=draw.integers(0, 2, len(pairs)),
        turns=draw.integers(0, size.years * 365 * 2, size=(len(pairs), 3)),
        words=_names(draw, 3_000, 2),
        publishers=_names(draw, 2_000, 3).str.to_titlecase(),
        voices=_names(draw, 5_000, 3).str.to_titlecase(),
    )


def _batch(world: World, count: int, first: int, last: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Documents and claims of the days from ``first`` to before ``last``."""
    draw = world.draw
    day = np.sort(draw.integers(first, last, size=count))
    pair = draw.choice(len(world.pairs), p=world.chance, size=count)
    order = np.lexsort((pair, day // 30))
    day, pair = day[order], pair[order]
    against = (world.stance[pair] + (world.turns[pair] <= day[:, None]).sum(axis=1)) % 2
    against ^= draw.random(count) < 1 / 8
    turned = draw.random(count) < 0.4
    rows = pl.DataFrame(
        {
            "document": np.arange(count) // A_DOCUMENT,
            "source": np.where(turned, world.pairs[pair, 1], world.pairs[pair, 0]),
            "target": np.where(turned, world.pairs[pair, 0], world.pairs[pair, 1]),
            "what": against * _HALF + np.minimum(draw.zipf(1.6, count) - 1, _HALF - 1),
            "day": day,
        }
    )
    rows = _quoted(world, rows)
    texts = rows.group_by("document", maintain_order=True).agg(pl.col("quote").str.join(" "), pl.col("day").max())
    texts = texts.with_columns(_ids(draw, texts.height, 20).alias("id"))
    rows = rows.join(texts.select("document", "id"), on="document", maintain_order="left")
    return _documents(world, texts), _claims(world, rows)


def _quoted(world: World, rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with names, quotes, and the places of quotes and mentions in the text."""
    said = pl.Series(list(WHAT.values())).gather(rows["what"]).alias("said")
    filling = [world.words.gather(world.draw.integers(len(world.words), size=rows.height)) for _ in range(5)]
    sides = [
        world.actors[field].gather(rows[side]).alias(f"{side}_{field}")
        for side in ("source", "target")
        for field in world.actors.columns
    ]
    rows = rows.with_columns(said, *sides)
    rest = pl.concat_str(filling, separator=" ")
    rows = rows.with_columns(pl.format("{} {} {} {}.", "source_name", "said", "target_name", rest).alias("quote"))
    length = pl.col("quote").str.len_chars().cast(pl.Int64)
    rows = rows.with_columns(start=(length + 1).cum_sum().over("document") - length - 1)
    target = pl.col("start") + pl.col("source_name").str.len_chars() + pl.col("said").str.len_chars() + 2
    return rows.with_columns(end=pl.col("start") + length, source_start=pl.col("start"), target_start=target)


def _documents(world: World, texts: pl.DataFrame) -> pl.DataFrame:
    return texts.select(
        "id",
        text="quote",
        title=pl.format("Report {}", "id"),
        publisher=world.picked(world.publishers, texts.height, 1.0),
        date=(_day(world) + pl.duration(days=2)).dt.to_string("%Y-%m-%d"),
        url=pl.format("https://reports.example/{}", "id"),
    )


def _day(world: World) -> pl.Expr:
    return pl.lit(date(world.size.first, 1, 1)) + pl.duration(days="day")


def _claims(world: World, rows: pl.DataFrame) -> pl.DataFrame:
    draw, count = world.draw, rows.height
    found = [relations()[name] for name in WHAT]
    what = {
        "relation": pl.Series([one.name for one in found]).gather(rows["what"]),
        "sign": pl.Series([one.sign for one in found]).gather(rows["what"]),
        "weight": pl.Series([one.weight for one in found]).gather(rows["what"]),
        "plover": pl.Series([one.plover for one in found]).gather(rows["what"]),
    }
    statuses = pl.Series([status.value for status in Status])
    rows = rows.with_columns(
        status=statuses.gather(draw.choice(6, p=[0.5, 0.25, 0.1, 0.05, 0.05, 0.05], size=count)),
        voice=world.picked(world.voices, count, 0.9),
        precision=pl.Series(draw.choice(4, p=[0.6, 0.2, 0.1, 0.1], size=count)),
        lasts=pl.Series(np.where(draw.random(count) < 0.05, draw.integers(30, 2_000, count), -1)),
        **what,
    )
    since = _day(world).dt.to_string("%Y-%m-%d").str.head(10 - 3 * pl.col("precision"))
    until = (_day(world) + pl.duration(days="lasts")).dt.to_string("%Y-%m-%d")
    return rows.select(
        id=_ids(draw, count, 16),
        document="id",
        start="start",
        end="end",
        **{f"{side}{new}": f"{side}{old}" for side in ("source", "target") for new, old in _PARTY.items()},
        **{
            f"{side}_end": pl.col(f"{side}_start") + pl.col(f"{side}_name").str.len_chars()
            for side in ("source", "target")
        },
        **{name: pl.col(name) for name in (*what, "status")},
        since=pl.when(pl.col("precision") < 3).then(since),
        until=pl.when(pl.col("lasts") > 0).then(until),
        according_to=pl.when(pl.col("status") != Status.STATED.value).then("voice"),
        confidence=pl.Series(draw.integers(40, 99, size=count) / 100),
        rule=pl.format("verb.cue{}@1", pl.Series(np.minimum(draw.zipf(1.5, count), 400))),
    )


_PARTY = {"": "_id", "_name": "_name", "_kind": "_kind", "_start": "_start"}
