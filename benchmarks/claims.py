"""A made-up record of any size: skewed actors, pairs with phases of alliance and rivalry, documents with quotes.

Actors and pairs are drawn by Zipf's law, so that a few pairs have tens of thousands of claims and most have a handful.
Each pair has a stance that turns a few times; a claim follows it, and one in eight goes against it. A document holds
ten claims of one month, about as few pairs as the month allows. What is drawn depends on the seed alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import polars as pl

    Numbers = np.ndarray[Any, np.dtype[Any]]

FRIENDLY = ("ally", "sponsor", "affiliate", "SUPPORT", "COOPERATE", "AID", "AGREE", "CONSULT")
HOSTILE = ("enemy", "rival", "ASSAULT", "ACCUSE", "THREATEN", "REJECT", "COERCE", "SANCTION")
VERBS = ("stood with", "paid for", "swore loyalty to", "praised", "worked with", "sent arms to", "agreed with", "met")
VERBS += ("fought", "competed with", "attacked", "accused", "threatened", "turned down", "arrested men of", "cut off")
KINDS = ("person", "state", "government body", "party", "armed group", "movement", "organisation")
STATUSES = ("stated", "reported", "alleged", "denied", "planned", "possible")
A_DOCUMENT = 10
"""How many claims a document makes."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much to make: ``batch`` claims at a time; pairs are about as many as pairs that reports ever name."""

    claims: int = 10_000_000
    actors: int = 20_000
    pairs: int = 200_000
    years: int = 30
    first: int = 1995
    batch: int = 500_000
    seed: int = 7


@dataclass(frozen=True, slots=True)
class World:
    """What stays the same over all batches; ``turns`` holds three days for each pair, after the end where fewer."""

    names: pl.Series
    ids: pl.Series
    kinds: pl.Series
    pairs: Numbers
    chance: Numbers
    stance: Numbers
    turns: Numbers
    words: pl.Series
    publishers: pl.Series
    voices: pl.Series


def batches(size: Size) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """Frames of documents and of claims as `Archive.add_frames` takes them, in the order of time."""
    draw = np.random.default_rng(size.seed)
    world = _world(draw, size)
    days = size.years * 365
    parts = -(-size.claims // size.batch)
    for part in range(parts):
        count = min(size.batch, size.claims - part * size.batch)
        yield _batch(draw, world, count, (days * part // parts, days * (part + 1) // parts), size)


def _zipf(count: int, exponent: float) -> Numbers:
    weights = 1.0 / np.arange(1, count + 1) ** exponent
    return weights / weights.sum()


def _names(draw: np.random.Generator, count: int, syllables: int) -> pl.Series:
    import polars as pl

    parts = np.array([c + v for c in "bdfghjklmnprstvwz" for v in ("a", "e", "i", "o", "u", "ar", "en", "or")])
    words = np.array(["".join(row) for row in parts[draw.integers(len(parts), size=(count * 2, syllables))]])
    return pl.Series(np.unique(words)[draw.permutation(len(np.unique(words)))[:count]]).str.to_titlecase()


def _ids(draw: np.random.Generator, count: int, length: int) -> pl.Series:
    import polars as pl

    digits = draw.bytes(count * length // 2).hex()
    return pl.Series([digits[place : place + length] for place in range(0, count * length, length)])


def _world(draw: np.random.Generator, size: Size) -> World:
    import polars as pl

    order = draw.permutation(size.actors)
    sides = order[draw.choice(size.actors, p=_zipf(size.actors, 0.9), size=(size.pairs * 2, 2))]
    sides = np.unique(sides[sides[:, 0] != sides[:, 1]], axis=0)
    pairs = sides[draw.permutation(len(sides))[: size.pairs]]
    first, second = (_names(draw, size.actors, count) for count in (2, 3))
    turns = draw.integers(0, size.years * 365 * 2, size=(len(pairs), 3))
    return World(
        names=pl.select(
            pl.format("{} {}", first.sample(size.actors, with_replacement=True, seed=1), second)
        ).to_series(),
        ids=pl.Series([f"{number:012x}" for number in draw.choice(2**47, size.actors, replace=False)]),
        kinds=pl.Series(KINDS).gather(draw.integers(len(KINDS), size=size.actors)),
        pairs=pairs,
        chance=_zipf(len(pairs), 0.8),
        stance=draw.integers(0, 2, len(pairs)),
        turns=turns,
        words=_names(draw, 3_000, 2).str.to_lowercase(),
        publishers=_names(draw, 2_000, 3),
        voices=_names(draw, 5_000, 2),
    )


def _batch(
    draw: np.random.Generator, world: World, count: int, span: tuple[int, int], size: Size
) -> tuple[pl.DataFrame, pl.DataFrame]:
    import polars as pl

    day = np.sort(draw.integers(*span, size=count))
    pair = draw.choice(len(world.pairs), p=world.chance, size=count)
    order = np.lexsort((pair, day // 30))
    day, pair = day[order], pair[order]
    hostile = (world.stance[pair] + (world.turns[pair] <= day[:, None]).sum(axis=1)) % 2
    hostile ^= draw.random(count) < 1 / 8
    what = hostile * len(FRIENDLY) + np.minimum(draw.zipf(1.6, count) - 1, len(FRIENDLY) - 1)
    turned = draw.random(count) < 0.4
    source, target = (np.where(turned, world.pairs[pair, 1 - side], world.pairs[pair, side]) for side in (0, 1))
    document = np.arange(count) // A_DOCUMENT
    rows = pl.DataFrame({"document": document, "source": source, "target": target, "what": what, "day": day})
    rows = _written(draw, world, rows)
    texts = rows.group_by("document", maintain_order=True).agg(pl.col("quote").str.join(" "), pl.col("day").max())
    texts = texts.with_columns(_ids(draw, texts.height, 20).alias("id"))
    return _documents(draw, world, texts, size), _claims(
        draw, world, rows.join(texts.select("document", "id"), on="document", maintain_order="left"), size
    )


def _written(draw: np.random.Generator, world: World, rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with names, quotes and the places of all three in the text."""
    import polars as pl

    words = [world.words.gather(draw.integers(len(world.words), size=rows.height)) for _ in range(5)]
    sides = {
        f"{side}_{field}": values.gather(rows[side])
        for side in ("source", "target")
        for field, values in (("id", world.ids), ("name", world.names), ("kind", world.kinds))
    }
    rows = rows.with_columns(verb=pl.Series(VERBS).gather(rows["what"]), **sides)
    said = pl.format("{} {} {} {}", "source_name", "verb", "target_name", pl.concat_str(words, separator=" "))
    rows = rows.with_columns((said + ".").alias("quote"))
    length = pl.col("quote").str.len_chars().cast(pl.Int64)
    rows = rows.with_columns(((length + 1).cum_sum().over("document") - length - 1).alias("start"))
    after = pl.col("start") + pl.col("source_name").str.len_chars() + pl.col("verb").str.len_chars() + 2
    return rows.with_columns((pl.col("start") + length).alias("end"), after.alias("target_start"))


def _documents(draw: np.random.Generator, world: World, texts: pl.DataFrame, size: Size) -> pl.DataFrame:
    import polars as pl

    names = world.publishers.gather(
        draw.choice(len(world.publishers), p=_zipf(len(world.publishers), 1), size=texts.height)
    )
    start = date(size.first, 1, 1)
    return texts.select(
        "id",
        pl.col("quote").alias("text"),
        pl.format("Report of {}", "id").alias("title"),
        names.alias("publisher"),
        (pl.lit(start) + pl.duration(days=pl.col("day") + 2)).dt.to_string("%Y-%m-%d").alias("date"),
        pl.format("https://reports.example/{}", "id").alias("url"),
    )


def _claims(draw: np.random.Generator, world: World, rows: pl.DataFrame, size: Size) -> pl.DataFrame:
    import polars as pl

    from allegiance.vocabulary import relations

    kinds = [relations()[name] for name in (*FRIENDLY, *HOSTILE)]
    what, count = rows["what"], rows.height
    given = {
        "relation": pl.Series([kind.name for kind in kinds]).gather(what),
        "sign": pl.Series([kind.sign for kind in kinds]).gather(what),
        "weight": pl.Series([kind.weight for kind in kinds]).gather(what),
        "plover": pl.Series([kind.plover for kind in kinds]).gather(what),
        "status": pl.Series(STATUSES).gather(draw.choice(6, p=[0.5, 0.25, 0.1, 0.05, 0.05, 0.05], size=count)),
        "confidence": pl.Series(draw.integers(40, 99, size=count) / 100),
        "rule": pl.format("verb.cue{}@1", pl.Series(np.minimum(draw.zipf(1.5, count), 400))),
        "precision": pl.Series(draw.choice(4, p=[0.6, 0.2, 0.1, 0.1], size=count)),
        "lasts": pl.Series(np.where(draw.random(count) < 0.05, draw.integers(30, 2_000, count), -1)),
    }
    rows = rows.with_columns(**given)
    voices = world.voices.gather(draw.choice(len(world.voices), p=_zipf(len(world.voices), 0.9), size=count))
    day = pl.lit(date(size.first, 1, 1)) + pl.duration(days="day")
    since = day.dt.to_string("%Y-%m-%d")
    length = pl.col("source_name").str.len_chars()
    return rows.select(
        _ids(draw, count, 16).alias("id"),
        pl.col("id").alias("document"),
        "start",
        "end",
        pl.col("source_id").alias("source"),
        "source_name",
        "source_kind",
        pl.col("start").alias("source_start"),
        (pl.col("start") + length).alias("source_end"),
        pl.col("target_id").alias("target"),
        "target_name",
        "target_kind",
        "target_start",
        (pl.col("target_start") + pl.col("target_name").str.len_chars()).alias("target_end"),
        "relation",
        "sign",
        "weight",
        "plover",
        pl.when(pl.col("precision") < 3).then(since.str.head(10 - 3 * pl.col("precision"))).alias("since"),
        pl.when(pl.col("lasts") > 0).then((day + pl.duration(days="lasts")).dt.to_string("%Y-%m-%d")).alias("until"),
        "status",
        pl.when(pl.col("status") != "stated").then(voices).alias("according_to"),
        "confidence",
        "rule",
    )
