from __future__ import annotations

from pathlib import Path

import pytest

from exchange.layouts import icews
from exchange.reading import imported


def test_an_event_is_a_claim_whose_document_is_the_row(tmp_path: Path) -> None:
    read = imported(tmp_path, "icews", icews({}))
    (claim,) = read.claims
    assert read.said() == [("Kalmar Front", "ASSAULT", "Iraq")]
    assert (claim["source_kind"], claim["target_kind"]) == ("armed group", "state")
    assert (claim["since"], claim["until"]) == ("2014-06-10", "2014-06-10")
    assert (claim["rule"], claim["status"], claim["document"]) == ("icews.190@1", "stated", "icews:35800001")
    assert read.quote() == "Kalmar Front to Iraq: use conventional military force (CAMEO 190), 2014-06-10, Mosul, Iraq."
    assert read.mentions() == [("Kalmar Front", "Iraq")]
    assert read.documents["icews:35800001"]["publisher"] == "Kalmar Courier"


@pytest.mark.parametrize(
    ("code", "relation"),
    [
        ("42", "CONSULT"),
        ("211", "REQUEST"),
        ("0811", "CONCEDE"),
        ("811", "CONCEDE"),
        ("1411", "PROTEST"),
        ("20.0", "REQUEST"),
    ],
)
def test_codes_that_lost_their_zero_or_gained_a_fraction_are_understood(
    tmp_path: Path, code: str, relation: str
) -> None:
    read = imported(tmp_path, "icews", icews({"CAMEO Code": code}))
    assert [claim["relation"] for claim in read.claims] == [relation]


def test_statements_and_rows_with_one_actor_are_counted_and_left_out(tmp_path: Path) -> None:
    rows = [
        {"Event ID": "1", "CAMEO Code": "010", "Event Text": "Make statement"},
        {"Event ID": "2", "Target Name": ""},
        {"Event ID": "3", "Target Name": "NULL"},
        {"Event ID": "4", "Target Name": "Kalmar Front", "Target Sectors": "Rebel"},
    ]
    read = imported(tmp_path, "icews", icews(*rows))
    assert (read.claims, read.reports, read.rows) == ([], [], 4)
    assert read.left == {"010 is no relation": 1, "names no two actors": 3}


def test_rows_that_make_no_sense_are_reported_with_their_line(tmp_path: Path) -> None:
    rows = icews({"Event ID": "1", "Event Date": "2014-02-30"}, {"Event ID": "2", "Event Date": ""}, {"Event ID": "3"})
    read = imported(tmp_path, "icews", rows + "too\tfew\n")
    assert sorted(read.reports) == [
        "2: has a date that is none: '2014-02-30'",
        "3: has no date",
        "5: has 2 fields, not 20",
    ]
    assert len(read.claims) == 1
    assert read.rows == 4


def test_files_as_dataverse_hands_them_out_have_quotes_around_text(tmp_path: Path) -> None:
    content = icews({"Source Name": '"Kalmar Front"', "Target Name": '"Party of the ""Mill"""'})
    read = imported(tmp_path, "icews", content.replace("Event ID\t", '"Event ID"\t'))
    assert read.said() == [("Kalmar Front", "ASSAULT", 'Party of the "Mill"')]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    read = imported(tmp_path, "icews", icews({"Source Name": "Élan Démocratique"}).encode(encoding))
    assert read.said() == [("Élan Démocratique", "ASSAULT", "Iraq")]
    assert read.mentions() == [("Élan Démocratique", "Iraq")]


def test_a_sentence_is_the_quote_where_the_file_has_one(tmp_path: Path) -> None:
    head, row = icews({}).splitlines()
    content = f"{head}\tEvent Sentence\tHeadline\n{row}\tFighters of the Kalmar Front fired on Iraqi police.\tFire\n"
    read = imported(tmp_path, "icews", content)
    assert read.quote() == "Fighters of the Kalmar Front fired on Iraqi police."
    assert read.mentions() == [("Kalmar Front", "Iraq")]
    assert read.documents["icews:35800001"]["title"] == "Fire"


def test_the_same_event_twice_is_one_document(tmp_path: Path) -> None:
    read = imported(tmp_path, "icews", icews({}, {}))
    assert len(read.claims) == len(read.documents) == 1
    assert read.left == {"has the id of a row before it": 1}
