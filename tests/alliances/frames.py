"""Claim frames made by hand: one dictionary a claim, the rest as it usually is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import polars as pl

from allegiance.dates import first_day, last_day
from allegiance.model import Status
from allegiance.vocabulary import relations

SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "claim": pl.UInt32,
    "document": pl.UInt32,
    "start": pl.UInt32,
    "source": pl.UInt32,
    "target": pl.UInt32,
    "relation": pl.Categorical,
    "sign": pl.Int8,
    "weight": pl.Float32,
    "since": pl.Date,
    "since_last": pl.Date,
    "until": pl.Date,
    "status": pl.Enum([status.value for status in Status]),
    "according_to": pl.String,
    "confidence": pl.Float32,
    "publisher": pl.Categorical,
    "published": pl.Date,
    "previous": pl.Date,
    "next": pl.Date,
    "next_last": pl.Date,
    "latest": pl.Date,
}


def claims(*rows: dict[str, Any]) -> pl.DataFrame:
    """A claim frame; a row without ``document`` is a document of its own, and ``start`` follows the order of rows.

    ``since until published previous next latest`` are EDTF.
    """
    return pl.DataFrame([_row(number, row) for number, row in enumerate(rows, start=1)], schema=SCHEMA, orient="row")


def _row(number: int, row: dict[str, Any]) -> dict[str, Any]:
    relation = relations()[row["relation"]]
    since, until, following = (row.get(name) for name in ("since", "until", "next"))
    usual = {
        "claim": number,
        "document": 1000 + number,
        "start": 100 * number,
        "sign": relation.sign,
        "weight": relation.weight,
        "status": "stated",
        "according_to": None,
        "confidence": 1.0,
        "publisher": None,
    }
    dates = {
        "since": first_day(since) if since else None,
        "since_last": last_day(since) if since else None,
        "until": last_day(until) if until else None,
        "next": first_day(following) if following else None,
        "next_last": last_day(following) if following else None,
        **{name: first_day(row[name]) if row.get(name) else None for name in ("published", "previous", "latest")},
    }
    return {**usual, **row, **dates}


def claim(source: int, relation: str, target: int, **fields: Any) -> dict[str, Any]:
    """A row for `claims`: dates are EDTF."""
    return {"source": source, "relation": relation, "target": target, **fields}


def days(*texts: str) -> list[int]:
    """Days counted from 1970-01-01."""
    return [(date.fromisoformat(text) - date(1970, 1, 1)).days for text in texts]


def dates(numbers: Iterable[int | None]) -> list[str | None]:
    """Days as dates, to compare with."""
    return [None if number is None else date.fromordinal(number + 719163).isoformat() for number in numbers]
