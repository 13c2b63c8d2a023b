"""A table of relations of one's own: a CSV file whose first line names its columns."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import partial

import polars as pl

from allegiance.dates import first_day, is_edtf, last_day
from allegiance.exchange.claims import Reading
from allegiance.exchange.formats.base import Format, Named
from allegiance.exchange.parties import each
from allegiance.exchange.table import LINE
from allegiance.model import Kind, Status
from allegiance.vocabulary import relations

_NEEDED = ("source", "relation", "target")
_ALSO = (
    "since until quote url id source_kind target_kind status according_to confidence publisher published title"
).split()

COLUMNS = (*_NEEDED, *_ALSO)
"""The columns of such a table that are used."""


def _shape(frame: pl.DataFrame) -> pl.DataFrame:
    acts = [name for name, relation in relations().items() if relation.kind == "act"]
    relation = each(frame["relation"], _relation)
    frame = frame.with_columns(
        _fault(frame).alias("fault"),
        relation.alias("meant"),
        *(pl.col(name).str.to_lowercase() for name in ("source_kind", "target_kind", "status")),
        pl.col("confidence").cast(pl.Float64, strict=False),
    )
    # What happened on a day is over by the end of it; a tie with no end is one that may still hold.
    until = pl.when(pl.col("meant").is_in(acts)).then(pl.coalesce("until", "since")).otherwise("until")
    return frame.select(
        LINE,
        *("source", "target", "source_kind", "target_kind", "status", "according_to", "confidence"),
        *("quote", "publisher", "title", "url", "since", "fault"),
        pl.col("id").alias("key"),
        pl.col("meant").alias("relation"),
        pl.col("meant").alias("code"),
        pl.col("meant").str.to_lowercase().alias("label"),
        until.alias("until"),
        pl.col("published").alias("date"),
    )


def _relation(text: str) -> str | None:
    return next((name for name in relations() if name.lower() == text.strip().lower()), None)


def _fault(frame: pl.DataFrame) -> pl.Series:
    """The first thing that is wrong with each row, or null."""
    wrong = [
        each(frame["relation"], lambda text: None if _relation(text) else _unknown(text, "relation", relations())),
        *(each(frame[name], partial(_undated, name)) for name in ("since", "until", "published")),
        *(each(frame[name], partial(_not_one, "kind of actor", list(Kind))) for name in ("source_kind", "target_kind")),
        each(frame["status"], partial(_not_one, "status", list(Status))),
        each(frame["confidence"], _improbable),
    ]
    order = frame.select(pl.concat_str("since", "until", separator="\x1f")).to_series()
    columns = [*wrong, each(order, _backwards)]
    missing = pl.coalesce(pl.when(frame[name].is_null()).then(pl.lit(f"has no {name}")) for name in _NEEDED)
    return frame.select(pl.coalesce(missing, *columns)).to_series()


def _undated(column: str, text: str) -> str | None:
    try:
        first_day(text)
    except ValueError:
        return f"has a date in '{column}' that is not like 2014, 2014-06 or 2014-06-10: '{text[:40]}'"
    return None if is_edtf(text) else f"has a date in '{column}' that is not like 2014-06-10: '{text[:40]}'"


def _not_one(what: str, known: Iterable[str], text: str) -> str | None:
    return None if text.lower() in known else _unknown(text, what, known)


def _unknown(word: str, what: str, known: Iterable[str]) -> str:
    near = get_close_matches(word.lower(), [name.lower() for name in known], n=1)
    return f"'{word[:40]}' is no {what}" + (f"; is it '{near[0]}'?" if near else "")


def _improbable(text: str) -> str | None:
    try:
        return None if 0 <= float(text) <= 1 else f"has a confidence that is not from 0 to 1: {text[:40]}"
    except ValueError:
        return f"has a confidence that is no number: '{text[:40]}'"


def _backwards(text: str) -> str | None:
    since, until = text.split("\x1f")
    try:
        return f"ends in {until} before it begins in {since}" if last_day(until) < first_day(since) else None
    except ValueError:
        return None


_TABLE = Named(_NEEDED, _ALSO, separators=",;\t", shape=_shape)
CSV = Format(Reading("csv", confidence=0.95), "a CSV file of relations", _TABLE.wrong, _TABLE.rows)
