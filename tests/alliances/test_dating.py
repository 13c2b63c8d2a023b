from __future__ import annotations

import polars as pl
import pytest

from allegiance.alliances.dating import dated
from allegiance.alliances.evidence import kinds
from alliances.frames import claim, claims, dates


def told(**fields: str | None) -> tuple[list[str | None], str]:
    row = dated(claims(claim(1, "ally", 2, **fields)).lazy().with_columns(kinds())).collect().row(0, named=True)
    return dates(row[name] for name in ("first", "last", "at")), row["told"]


def test_an_undated_claim_lies_between_the_dates_told_before_and_after_it() -> None:
    found = told(previous="2003", next="2008", published="2020-02-01")
    assert found == (["2003-01-01", "2008-12-31", "2008-12-31"], "place")


def test_where_the_text_goes_back_in_time_only_its_publication_bounds_the_claim() -> None:
    found = told(previous="2019-10", next="2003", published="2020-02-01")
    assert found == (["2019-10-01", "2020-02-01", "2020-02-01"], "written")


def test_what_stands_before_every_date_is_of_the_day_of_publication() -> None:
    assert told(next="2003", published="2020-02-01") == (["2020-02-01"] * 3, "written")


def test_a_date_after_the_publication_bounds_nothing() -> None:
    found = told(previous="2019", next="2021", published="2020-02-01")
    assert found == (["2019-01-01", "2020-02-01", "2020-02-01"], "written")


def test_a_text_without_a_date_was_not_written_before_the_latest_date_it_tells_of() -> None:
    assert told(previous="2003", latest="2020-01-03") == (["2003-01-01", "2020-01-03", "2020-01-03"], "written")
    assert told(previous="2003", next="2008", latest="2020-01-03")[0][1] == "2008-12-31"


def test_what_nothing_dates_has_no_day() -> None:
    assert told()[0] == [None, None, None]


@pytest.mark.parametrize(
    ("relation", "fields", "hold", "kept"),
    [
        ("ally", {"since": "2006-06-01", "until": "2008"}, "2008-12-31", "2008-12-31"),
        ("ally", {"since": "2006-06-01"}, "2020-01-01", None),
        ("ally", {"until": "2014-09-08"}, "2014-09-08", "2014-09-08"),
        ("ASSAULT", {"since": "2006-06-01"}, "2006-06-01", None),
        ("ASSAULT", {"since": "2006", "until": "2006"}, "2006-07-02", None),
        ("ASSAULT", {"since": "2006-06-01", "until": "2008"}, "2008-12-31", "2008-12-31"),
    ],
)
def test_a_tie_holds_until_its_end_or_its_publication_and_an_act_only_if_it_went_on(
    relation: str, fields: dict[str, str], hold: str, kept: str | None
) -> None:
    frame = claims(claim(1, relation, 2, published="2020-01-01", **fields))
    row = dated(frame.lazy().with_columns(kinds())).select(pl.col("hold", "kept")).collect().row(0)
    assert dates(row) == [hold, kept]
