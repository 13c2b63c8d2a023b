"""ACLED exports: comma-separated, one event a row, with notes in words."""

from __future__ import annotations

import polars as pl

from allegiance.exchange.claims import Reading
from allegiance.exchange.formats.base import Format, Named, days, meant, places, undated
from allegiance.exchange.maps import codes
from allegiance.exchange.parties import each
from allegiance.exchange.table import LINE

_NEEDED = ("event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "actor2")
_ALSO = ("time_precision", "inter1", "inter2", "location", "country", "source", "notes")


def _shape(frame: pl.DataFrame) -> pl.DataFrame:
    known = codes("acled")
    turned = [code for code, said in known.relations.items() if said.reversed]
    frame = frame.rename({"source": "publisher"}).with_columns(
        days(frame["event_date"]).alias("day"),
        *meant(frame["sub_event_type"], known.relations.get),
        *(each(frame[f"inter{n}"], known.kinds.get).alias(f"kind{n}") for n in (1, 2)),
    )
    swap = pl.col("sub_event_type").is_in(turned)
    # Dates of precision 2 are known to the week, of 3 to the month: neither is a day.
    since = pl.when(pl.col("time_precision").is_in(["2", "3"])).then(pl.col("day").str.slice(0, 7)).otherwise("day")
    return frame.select(
        LINE,
        pl.col("event_id_cnty").alias("key"),
        pl.when(swap).then("actor2").otherwise("actor1").alias("source"),
        pl.when(swap).then("actor1").otherwise("actor2").alias("target"),
        pl.when(swap).then("kind2").otherwise("kind1").alias("source_kind"),
        pl.when(swap).then("kind1").otherwise("kind2").alias("target_kind"),
        "relation",
        pl.col("sub_event_type").alias("code"),
        pl.col("meaning").alias("label"),
        since.alias("since"),
        since.alias("until"),
        places("location", "country").alias("place"),
        pl.col("notes").alias("quote"),
        "publisher",
        undated(pl.col("event_date"), pl.col("day")).alias("fault"),
    )


_TABLE = Named(_NEEDED, _ALSO, separators=",;\t", shape=_shape)
ACLED = Format(Reading("acled", confidence=0.95), "an ACLED file", _TABLE.wrong, _TABLE.rows)
