from __future__ import annotations

from datetime import date

import polars as pl

from allegiance.alliances.placing import place
from alliances.frames import claim, claims


def placed(*rows: dict[str, object]) -> dict[int, tuple[date | None, date | None, str]]:
    frame = claims(*rows)
    undated = frame.filter(pl.col("since").is_null())
    found = place(undated, frame).sort("claim")
    return {key: (first, last, told) for key, first, last, told in found.iter_rows()}


def test_an_undated_claim_lies_between_the_dates_told_before_and_after_it() -> None:
    found = placed(
        claim(1, "ally", 2, since="2003", document=1),
        claim(1, "rival", 3, document=1),
        claim(1, "ally", 4, since="2008", document=1, published="2020-02-01"),
    )
    assert found == {2: (date(2003, 1, 1), date(2008, 12, 31), "place")}


def test_where_the_text_goes_back_in_time_only_its_publication_bounds_the_claim() -> None:
    found = placed(
        claim(1, "ally", 2, since="2019-10", document=1, published="2020-02-01"),
        claim(1, "rival", 3, document=1, published="2020-02-01"),
        claim(1, "ally", 4, since="2003", document=1, published="2020-02-01"),
    )
    assert found == {2: (date(2019, 10, 1), date(2020, 2, 1), "written")}


def test_what_stands_before_every_date_is_of_the_day_of_publication() -> None:
    found = placed(
        claim(1, "ally", 2, document=1, published="2020-02-01"), claim(1, "rival", 3, since="2003", document=1)
    )
    assert found == {1: (date(2020, 2, 1), date(2020, 2, 1), "written")}


def test_a_text_without_a_date_was_not_written_before_the_latest_date_it_tells_of() -> None:
    found = placed(
        claim(1, "ally", 2, since="2003", document=1),
        claim(1, "ASSAULT", 3, since="2020-01-03", document=1),
        claim(1, "ally", 4, document=1),
    )
    assert found == {3: (date(2020, 1, 3), date(2020, 1, 3), "written")}


def test_what_is_planned_or_denied_dates_nothing() -> None:
    found = placed(
        claim(1, "ally", 2, since="2003", document=1, published="2005-01-01"),
        claim(1, "rival", 3, document=1, published="2005-01-01"),
        claim(1, "ally", 4, since="2004", status="planned", document=1, published="2005-01-01"),
    )
    assert found == {2: (date(2003, 1, 1), date(2005, 1, 1), "written")}


def test_a_claim_of_a_text_without_any_date_is_not_placed() -> None:
    assert placed(claim(1, "ally", 2)) == {1: (None, None, "written")}


def test_dates_of_other_documents_place_nothing() -> None:
    assert placed(claim(1, "ally", 2, document=1), claim(1, "ally", 2, since="2003", document=2)) == {
        1: (None, None, "written")
    }
