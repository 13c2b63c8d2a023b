from __future__ import annotations

from pathlib import Path

import pytest

from exchange.layouts import acled, ucdp
from exchange.reading import imported


def test_an_event_is_a_claim_that_quotes_the_sources(tmp_path: Path) -> None:
    read = imported(tmp_path, "ucdp", ucdp({}))
    (claim,) = read.claims
    assert read.said() == [("Iraq", "ASSAULT", "Kalmar Front")]
    assert (claim["source_kind"], claim["target_kind"]) == ("state", "armed group")
    assert read.quote() == '"Kalmar Courier,2017-07-31,Thirteen die in the suburbs"'
    assert read.mentions() == [("Government of Iraq", "Kalmar Front")]
    (document,) = read.documents.values()
    assert document["text"].startswith(
        "Government of Iraq to Kalmar Front: state-based violence, 6 killed (best estimate), 2017-07-31, Mosul city"
    )
    assert (document["id"], document["publisher"], document["date"], document["title"]) == (
        "ucdp:244657",
        "Kalmar Courier",
        "2017-07-31",
        "Thirteen die in the suburbs",
    )


@pytest.mark.parametrize(
    ("precision", "since", "until"),
    [
        ("1", "2017-07-31", "2017-08-06"),
        ("3", "2017-07-31", "2017-08-06"),
        ("4", "2017-07", "2017-08"),
        ("5", "2017", "2017"),
    ],
)
def test_dates_are_as_long_as_they_are_precise(tmp_path: Path, precision: str, since: str, until: str) -> None:
    row = {"date_prec": precision, "date_end": "2017-08-06 00:00:00.000"}
    (claim,) = imported(tmp_path, "ucdp", ucdp(row)).claims
    assert (claim["since"], claim["until"]) == (since, until)


@pytest.mark.parametrize(
    ("side", "name"),
    [
        ("Government of Iraq", "Iraq"),
        ("Government of Russia (Soviet Union)", "Russia"),
        ("Government of Nowhere", "Nowhere"),
    ],
)
def test_a_government_is_its_state(tmp_path: Path, side: str, name: str) -> None:
    (claim,) = imported(tmp_path, "ucdp", ucdp({"side_a": side})).claims
    assert (claim["source_name"], claim["source_kind"]) == (name, "state")


def test_civilians_are_those_of_a_country(tmp_path: Path) -> None:
    read = imported(tmp_path, "ucdp", ucdp({"type_of_violence": "3", "side_b": "Civilians"}))
    (claim,) = read.claims
    assert (claim["target_name"], claim["target_kind"]) == ("Civilians (Iraq)", "population")
    assert read.mentions() == [("Government of Iraq", "Civilians")]


def test_what_is_wrong_is_reported(tmp_path: Path) -> None:
    read = imported(tmp_path, "ucdp", ucdp({"date_start": "7/6/2017"}, {"id": "2", "type_of_violence": "4"}))
    assert read.reports == ["2: has a date that is none: '7/6/2017'"]
    assert read.left == {"4 is no relation": 1}
    (report,) = imported(tmp_path, "ucdp", acled({})).reports
    assert "is not a UCDP GED file: it has no column 'id'; it looks like an ACLED file" in report
