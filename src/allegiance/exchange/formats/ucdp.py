"""The UCDP Georeferenced Event Dataset: comma-separated, one event of organised violence a row."""

from __future__ import annotations

import polars as pl

from allegiance.exchange.claims import Reading
from allegiance.exchange.formats.base import Format, Named, days, meant, places, undated
from allegiance.exchange.maps import codes
from allegiance.exchange.table import LINE
from allegiance.model import Kind

_NEEDED = ("id", "type_of_violence", "side_a", "side_b", "date_start", "date_prec")
_ALSO = (
    *("date_end", "gwnoa", "gwnob", "where_coordinates", "country", "best"),
    *("source_article", "source_office", "source_date", "source_headline"),
)


def _shape(frame: pl.DataFrame) -> pl.DataFrame:
    frame = frame.with_columns(
        days(frame["date_start"]).alias("start"),
        days(frame["date_end"]).alias("end"),
        days(frame["source_date"]).alias("date"),
        *meant(frame["type_of_violence"], codes("ucdp").relations.get),
    )
    deaths = pl.format(", {} killed (best estimate)", "best")
    return frame.select(
        LINE,
        pl.col("id").alias("key"),
        pl.col("side_a").alias("source"),
        pl.col("side_b").alias("target"),
        *(_of(side).alias(f"{name}_of") for name, side in (("source", "side_a"), ("target", "side_b"))),
        *(_kind(side, gw).alias(f"{name}_kind") for name, side, gw in _SIDES),
        "relation",
        pl.col("type_of_violence").alias("code"),
        pl.concat_str("meaning", deaths, ignore_nulls=True).alias("label"),
        _precise(pl.col("start")).alias("since"),
        _precise(pl.coalesce("end", "start")).alias("until"),
        places("where_coordinates", "country").alias("place"),
        pl.col("source_article").alias("quote"),
        pl.col("source_headline").alias("title"),
        pl.col("source_office").alias("publisher"),
        "date",
        undated(pl.col("date_start"), pl.col("start")).alias("fault"),
    )


_SIDES = (("source", "side_a", "gwnoa"), ("target", "side_b", "gwnob"))


def _precise(day: pl.Expr) -> pl.Expr:
    """The date as far as ``date_prec`` says that it is known: 4 to the month, 5 to the year."""
    length = pl.when(pl.col("date_prec") == "4").then(7).when(pl.col("date_prec") == "5").then(4).otherwise(10)
    return day.str.slice(0, length)


def _of(side: str) -> pl.Expr:
    """Civilians of one country are not those of another."""
    return pl.when(pl.col(side).str.to_lowercase() == "civilians").then("country")


def _kind(side: str, state: str) -> pl.Expr:
    civilians = pl.when(pl.col(side).str.to_lowercase() == "civilians").then(pl.lit(Kind.POPULATION.value))
    government = pl.col(state).is_not_null() | pl.col(side).str.starts_with("Government of ")
    return civilians.when(government).then(pl.lit(Kind.STATE.value)).otherwise(pl.lit(Kind.ARMED_GROUP.value))


_TABLE = Named(_NEEDED, _ALSO, separators=",;\t", shape=_shape)
UCDP = Format(Reading("ucdp", confidence=0.95), "a UCDP GED file", _TABLE.wrong, _TABLE.rows)
