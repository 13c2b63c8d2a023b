"""GDELT event files, versions 1.0 and 2.0: tab-separated, without names of columns, CAMEO codes.

Version 1.0 has 57 columns, and 58 from April 2013 on; version 2.0 has 61 (GDELT Event Database codebooks, 2013, 2015).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import polars as pl

from allegiance.exchange.claims import Reading
from allegiance.exchange.formats.base import Format, days, first_lines, meant, undated
from allegiance.exchange.maps import cameo, roles
from allegiance.exchange.parties import apart, country, lookup, spoken, together
from allegiance.exchange.records import Shape
from allegiance.exchange.table import LINE, Layout, Report, read
from allegiance.model import Kind

_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
).split()
_PLACE = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
_START = "GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split()
_EVENT = (
    "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles "
    "AvgTone"
).split()
_PARTS = ("Name", "CountryCode", "KnownGroupCode", "Type1Code")
_WANTED = (
    *("GLOBALEVENTID", "SQLDATE", "EventCode", "ActionGeo_FullName", "DATEADDED", "SOURCEURL"),
    *(f"Actor{number}{part}" for number in (1, 2) for part in _PARTS),
)


def _columns(place: list[str], end: tuple[str, ...]) -> tuple[str, ...]:
    actors = [f"Actor{number}{part}" for number in (1, 2) for part in _ACTOR]
    where = [f"{what}Geo_{part}" for what in ("Actor1", "Actor2", "Action") for part in place]
    return (*_START, *actors, *_EVENT, *where, *end)


_OLD_PLACE = [part for part in _PLACE if part != "ADM2Code"]
_LAYOUTS = {
    57: _columns(_OLD_PLACE, ("DATEADDED",)),
    58: _columns(_OLD_PLACE, ("DATEADDED", "SOURCEURL")),
    61: _columns(_PLACE, ("DATEADDED", "SOURCEURL")),
}
_URL_HOST = r"^https?://(?:www\.)?([^/:?#]+)"


def _wrong(head: str) -> str | None:
    first = head.split("\n", 1)[0].split("\t")
    if len(first) not in _LAYOUTS:
        return f"its first line has {len(first)} tab-separated fields, not 57, 58 or 61"
    if not (first[0].isdecimal() and len(first[1]) == 8 and first[1].isdecimal()):
        return "its first line does not begin with an event number and a day such as 20140610"
    return None


def _rows(path: Path, report: Report) -> Iterator[pl.DataFrame]:
    width = len(first_lines(path).split("\n", 1)[0].split("\t"))
    layout = Layout(Shape("\t", quoted=False, width=width), _LAYOUTS[width], header=False)
    for frame in read(path, layout, _WANTED, report=report):
        yield _shape(frame, version=2 if width == 61 else 1)


def _shape(frame: pl.DataFrame, *, version: int) -> pl.DataFrame:
    """Events of the two versions are numbered apart, so their keys say which it is: ``2-410412347``."""
    frame = frame.with_columns(
        days(frame["SQLDATE"]).alias("since"),
        days(frame["DATEADDED"]).alias("date"),
        *meant(frame["EventCode"], cameo),
        *(column for side, number in (("source", 1), ("target", 2)) for column in _party(frame, side, number)),
    )
    return frame.select(
        LINE,
        pl.format(f"{version}-{{}}", "GLOBALEVENTID").alias("key"),
        *(f"{side}{part}" for side in ("source", "target") for part in ("", "_name", "_kind")),
        "relation",
        pl.col("EventCode").alias("code"),
        pl.format("{} (CAMEO {})", "meaning", "EventCode").alias("label"),
        "since",
        pl.col("since").alias("until"),
        pl.col("ActionGeo_FullName").alias("place"),
        pl.col("SOURCEURL").str.extract(_URL_HOST).alias("publisher"),
        "date",
        pl.when(pl.col("SOURCEURL").str.contains("://", literal=True)).then("SOURCEURL").alias("url"),
        undated(pl.col("SQLDATE"), pl.col("since")).alias("fault"),
    )


def _party(frame: pl.DataFrame, side: str, number: int) -> list[pl.Series]:
    who = frame.select(together(*(pl.col(f"Actor{number}{part}") for part in _PARTS))).to_series()
    return [frame[f"Actor{number}Name"].alias(side), *lookup(who, _actor, f"{side}_name", f"{side}_kind")]


@lru_cache(maxsize=1 << 17)
def _actor(text: str) -> tuple[str | None, str]:
    """An actor's name and kind: a country, with its role in brackets; or a known group, or whatever it is called."""
    name, code, group, kind = apart(text)
    role = roles().get(kind or "")
    of = country(code) if code else None
    if of is None or group is not None:
        return spoken(name) if name else None, (role.kind if role else Kind.ORGANISATION).value
    if role is None and kind is not None:
        return f"{of} ({kind})", Kind.ORGANISATION.value
    if role is None or not role.label:
        return of, Kind.STATE.value
    return f"{of} ({role.label})", role.kind.value


GDELT = Format(Reading("gdelt", confidence=0.5), "a GDELT event file", _wrong, _rows)
