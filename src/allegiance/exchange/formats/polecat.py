"""POLECAT: the tab-separated releases of NGEC's PLOVER events on Harvard Dataverse."""

from __future__ import annotations

import polars as pl

from allegiance.exchange.claims import Reading
from allegiance.exchange.formats.base import Format, Named, days, meant, places, undated
from allegiance.exchange.maps import codes, roles
from allegiance.exchange.mentions import BETWEEN
from allegiance.exchange.parties import apart, country, each, is_state, together
from allegiance.exchange.table import LINE
from allegiance.model import Kind

_NEEDED = ("Event ID", "Event Date", "Event Type", "Event Mode", "Actor Name", "Recipient Name")
_ALSO = (
    "actor_name_raw actor_country primary_actor_sector actor_title recipient_name_raw recipient_country "
    "primary_recipient_sector recipient_title city country source publication_date"
).split()
_SIDES = {"source": "actor", "target": "recipient"}


def _shape(frame: pl.DataFrame) -> pl.DataFrame:
    dated = [days(frame["event_date"]).alias("since"), days(frame["publication_date"]).alias("date")]
    frame = frame.rename({"source": "publisher"}).with_columns(
        *dated,
        *meant(frame["event_type"].str.to_uppercase(), codes("plover").relations.get),
        *(column for side, name in _SIDES.items() for column in _party(frame, side, name)),
    )
    mode = pl.format(" ({})", "event_mode")
    return frame.select(
        LINE,
        pl.col("event_id").alias("key"),
        *(f"{side}{part}" for side in _SIDES for part in ("", "_of", "_kind")),
        "relation",
        pl.col("event_type").alias("code"),
        pl.concat_str(pl.col("event_type").str.to_lowercase(), mode, ignore_nulls=True).alias("label"),
        "since",
        pl.col("since").alias("until"),
        places("city", "country").alias("place"),
        "publisher",
        "date",
        undated(pl.col("event_date"), pl.col("since")).alias("fault"),
    )


def _party(frame: pl.DataFrame, side: str, name: str) -> list[pl.Expr | pl.Series]:
    """An actor by its resolved name, or else by the words of the story and the country they speak of."""
    known = together(pl.col(f"{name}_name"), pl.col(f"primary_{name}_sector"), pl.col(f"{name}_title"))
    unresolved = pl.col(f"{name}_name").is_null()
    return [
        pl.coalesce(f"{name}_name", f"{name}_name_raw").alias(side),
        pl.when(unresolved).then(each(frame[f"{name}_country"], country)).alias(f"{side}_of"),
        each(frame.select(known).to_series(), _kinds).alias(f"{side}_kind"),
    ]


def _kinds(text: str) -> str:
    """The kind of each actor of a side: a state by its name, a person by a title, others by the sector."""
    names, sector, title = apart(text)
    role = roles().get((sector or "")[:3])
    kind = Kind.PERSON if title else role.kind if role else Kind.ORGANISATION
    return BETWEEN.join(Kind.STATE if is_state(name.strip()) else kind for name in (names or "").split(BETWEEN))


_TABLE = Named(_NEEDED, _ALSO, separators="\t,", nulls=("", "None"), shape=_shape)
POLECAT = Format(Reading("polecat", confidence=0.7, several=True), "a POLECAT file", _TABLE.wrong, _TABLE.rows)
