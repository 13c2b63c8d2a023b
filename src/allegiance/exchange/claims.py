"""From the rows of a data set to documents and claims: each row is a document, and what it says its claims.

The text of such a document begins with a line that says what the row says, in which both actors are named, "A to B:
fight, 2014-06-10, Mosul, Iraq."; the row's own words, if it has any, follow and are the quote.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import Any

import polars as pl

from allegiance.documents.identity import content_id
from allegiance.exchange.mentions import BETWEEN, TO, in_pairs, placed, singly
from allegiance.exchange.parties import named
from allegiance.model import Status
from allegiance.vocabulary import Relation, relations

COLUMNS = (
    "key source target source_name target_name source_of target_of source_kind target_kind relation code label since "
    "until status according_to place quote publisher date title url fault"
).split()
"""What a row says, as text: ``key`` is its id in the data set; ``source`` and ``target`` are its words for the actors,
the names how they are called if not so, ``of`` the country that tells an actor from others of its name; ``code`` is
the data set's code for the relation; ``fault`` says why the row makes no sense. All may be null."""
DOCUMENT = ("id", "text", "title", "publisher", "date", "url")
_ACTOR = ("", "_name", "_kind", "_start", "_end")
CLAIM = (
    *("id", "document", "start", "end"),
    *(f"{side}{part}" for side in ("source", "target") for part in _ACTOR),
    *("relation", "sign", "weight", "plover", "since", "until", "status", "according_to", "confidence", "rule"),
)
Left = Counter[str]
"""How many rows, or parts of rows, were left out, by reason."""
ALONE, REPEATED = "names no two actors", "has the id of a row before it"


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows of a data set are taken.

    ``name`` begins the ids of documents, ``confidence`` is that of claims that bring none, and ``several`` says that
    a row may name several actors of a side, with semicolons between them.
    """

    name: str
    confidence: float
    several: bool = False


def build(rows: pl.DataFrame, reading: Reading) -> tuple[pl.DataFrame, pl.DataFrame, Left]:
    """Documents and claims of rows with `COLUMNS` (absent ones are null), and what was left out.

    The frames have the columns that `Archive.add_frames` takes.
    """
    absent = [pl.lit(None, pl.String).alias(name) for name in COLUMNS if name not in rows.columns]
    names = pl.col("source", "target").str.strip_chars()
    rows, left = _complete(rows.with_columns(pl.when(names != "").then(names), *absent), several=reading.several)
    rows = _with_text(rows, reading)
    new = rows["id"].is_first_distinct()
    left[REPEATED] = len(new) - int(new.sum())
    rows = rows.filter(new)
    claims = named(placed(in_pairs(rows) if reading.several else singly(rows)))
    different = claims["source"] != claims["target"]
    left[ALONE] += len(different) - int(different.sum()) + rows.height - claims["document"].n_unique()
    claims = _with_relation(claims.filter(different), reading).select(CLAIM)
    kept = rows["id"].is_in(claims["document"].implode()) if claims.height != rows.height else None
    documents = (rows if kept is None else rows.filter(kept)).select(DOCUMENT)
    return documents, claims, +left


def _complete(rows: pl.DataFrame, *, several: bool) -> tuple[pl.DataFrame, Left]:
    """The rows that say who does what to whom; where a row may name several actors, two on one side will do."""
    known = pl.col("source").is_not_null() & pl.col("target").is_not_null()
    if several:
        known |= pl.col("source").str.contains(BETWEEN, literal=True).fill_null(value=False)
    meant = pl.col("relation").is_not_null()
    left = Left({ALONE: rows.filter(~known).height})
    code = pl.col("code").fill_null("nothing")
    for value, count in rows.filter(known & ~meant).group_by(code).len().rows():
        left[f"{value} is no relation"] += count
    return rows.filter(known & meant), left


def _with_text(rows: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    when = pl.when(pl.col("until") != pl.col("since")).then(pl.format("{} to {}", "since", "until"))
    said = pl.concat_str(
        "source",
        pl.lit(TO) + pl.col("target"),
        pl.lit(": ") + pl.col("label"),
        pl.lit(", ") + when.otherwise(pl.coalesce("since", "until")),
        pl.lit(", ") + pl.col("place"),
        pl.lit("."),
        ignore_nulls=True,
    )
    rows = rows.with_columns(said.alias("said"))
    rows = rows.with_columns(
        pl.concat_str("said", pl.lit("\n") + pl.col("quote"), ignore_nulls=True).alias("text"),
        pl.when(pl.col("quote").is_null()).then(0).otherwise(pl.col("said").str.len_chars() + 1).alias("start"),
    )
    return rows.with_columns(pl.col("text").str.len_chars().alias("end"), _identified(rows, reading))


def _identified(rows: pl.DataFrame, reading: Reading) -> pl.Series:
    """The id that the data set gives a row, or else a hash of its text."""
    if rows["key"].null_count() == 0:
        return (reading.name + ":" + rows["key"]).alias("id")
    pairs = zip(rows["key"], rows["text"], strict=True)
    ids = [f"{reading.name}:{key if key is not None else content_id(text)}" for key, text in pairs]
    return pl.Series("id", ids, dtype=pl.String)


def _with_relation(claims: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    rule = pl.concat_str(pl.lit(f"{reading.name}."), pl.coalesce("code", "relation"), pl.lit("@1"))
    confidence = pl.col("confidence") if "confidence" in claims.columns else pl.lit(None, pl.Float64)
    claims = claims.with_columns(
        _of_relation("sign", pl.Int8), _of_relation("weight", pl.Float32), _of_relation("plover", pl.String)
    ).with_columns(
        pl.col("status").fill_null(Status.STATED.value),
        # Cooperation that is only planned is agreed on, as in `docs/claims.md`.
        pl.when((pl.col("status") == Status.PLANNED.value) & (pl.col("sign") > 0))
        .then(pl.lit("AGREE"))
        .otherwise("plover")
        .alias("plover"),
        confidence.fill_null(reading.confidence).alias("confidence"),
        rule.str.replace_all(" ", "-", literal=True).alias("rule"),
    )
    parts = ("document", "start", "end", "source_start", "target_start", "relation", "rule")
    hashed = claims.select(pl.concat_str(parts, separator="\x1f")).to_series()
    ids = [hashlib.sha256(text.encode()).hexdigest()[:16] for text in hashed]
    return claims.with_columns(pl.Series("id", ids, dtype=pl.String))


def _of_relation(what: str, kind: Any) -> pl.Expr:
    known: dict[str, Relation] = relations()
    values = [getattr(relation, what) for relation in known.values()]
    return pl.col("relation").replace_strict(list(known), values, return_dtype=kind).alias(what)
