"""ICEWS coded event data: the tab-separated releases on Harvard Dataverse, one event a row, CAMEO codes."""

from __future__ import annotations

import polars as pl

from allegiance.exchange.claims import Reading
from allegiance.exchange.formats.base import Format, Named, days, meant, places, undated
from allegiance.exchange.maps import cameo, codes
from allegiance.exchange.parties import each, is_state
from allegiance.exchange.table import LINE
from allegiance.model import Kind

_NEEDED = ("Event ID", "Event Date", "Source Name", "Target Name", "CAMEO Code")
_ALSO = (
    "source_sectors source_country event_text target_sectors target_country publisher headline event_sentence "
    "city province country"
).split()


def _shape(frame: pl.DataFrame) -> pl.DataFrame:
    frame = frame.with_columns(
        days(frame["event_date"]).alias("since"),
        *meant(frame["cameo_code"], cameo),
        *(_kind(frame, side) for side in ("source", "target")),
    )
    said = pl.coalesce(pl.col("event_text").str.to_lowercase(), "meaning")
    return frame.select(
        LINE,
        pl.col("event_id").alias("key"),
        pl.col("source_name").alias("source"),
        pl.col("target_name").alias("target"),
        "source_kind",
        "target_kind",
        "relation",
        pl.col("cameo_code").alias("code"),
        pl.format("{} (CAMEO {})", said, "cameo_code").alias("label"),
        "since",
        pl.col("since").alias("until"),
        places("city", "country").alias("place"),
        pl.col("event_sentence").alias("quote"),
        pl.col("headline").alias("title"),
        "publisher",
        undated(pl.col("event_date"), pl.col("since")).alias("fault"),
    )


def _kind(frame: pl.DataFrame, side: str) -> pl.Expr:
    """What an actor is: a state where it is called so and has no sectors, else what its sectors say."""
    found = each(frame[f"{side}_sectors"], _sector)
    called = each(frame[f"{side}_name"], lambda name: Kind.STATE.value if is_state(name) else None)
    itself = pl.col(f"{side}_name") == pl.col(f"{side}_country")
    state = pl.when(itself).then(pl.lit(Kind.STATE.value)).otherwise(called)
    return pl.when(pl.col(f"{side}_sectors").is_null()).then(state).otherwise(found).alias(f"{side}_kind")


def _sector(sectors: str) -> str | None:
    return next((kind.value for word, kind in codes("icews").kinds.items() if word in sectors), None)


_TABLE = Named(_NEEDED, _ALSO, separators="\t,", nulls=("", "NULL"), shape=_shape)
ICEWS = Format(Reading("icews", confidence=0.7), "an ICEWS file", _TABLE.wrong, _TABLE.rows)
