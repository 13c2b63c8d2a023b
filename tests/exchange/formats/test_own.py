from __future__ import annotations

from pathlib import Path

import pytest

from exchange.reading import imported

HEADER = "source,relation,target,since,until,quote,url\n"


def test_a_row_is_a_claim_that_quotes_what_the_row_quotes(tmp_path: Path) -> None:
    content = HEADER + 'Iran,sponsor,Badr,1982,2003,"Iran, he said, armed ""Badr"" for years.",https://k.example/1\n'
    read = imported(tmp_path, "csv", content)
    (claim,) = read.claims
    assert read.said() == [("Iran", "sponsor", "Badr")]
    assert (claim["since"], claim["until"], claim["sign"], claim["weight"]) == ("1982", "2003", 1, 7.0)
    assert (claim["source_kind"], claim["target_kind"]) == ("state", "organisation")
    assert read.quote() == 'Iran, he said, armed "Badr" for years.'
    assert read.mentions() == [("Iran", "Badr")]
    (document,) = read.documents.values()
    assert document["url"] == "https://k.example/1"
    assert document["id"].startswith("csv:")


def test_every_other_column_is_used_if_it_is_there(tmp_path: Path) -> None:
    header = "id;target;relation;source;source_kind;target_kind;status;according_to;confidence;publisher;"
    header += "published;title;note\n"
    row = "7;Sadr;Leads;Nadim;person;Movement;alleged;officials;0.25;Kalmar Courier;2014-06;Who leads;mine\n"
    read = imported(tmp_path, "csv", header + row)
    (claim,) = read.claims
    assert read.said() == [("Nadim", "leads", "Sadr")]
    assert (claim["source_kind"], claim["target_kind"]) == ("person", "movement")
    assert (claim["status"], claim["according_to"], claim["confidence"]) == ("alleged", "officials", 0.25)
    document = read.documents["csv:7"]
    assert (document["publisher"], document["date"], document["title"]) == ("Kalmar Courier", "2014-06", "Who leads")


def test_an_act_is_over_when_it_has_happened_and_a_tie_is_not(tmp_path: Path) -> None:
    read = imported(tmp_path, "csv", HEADER + "A,assault,B,2014-06-10,,,\nA,ally,B,2014-06-10,,,\n")
    assert [(claim["relation"], claim["until"]) for claim in read.claims] == [("ASSAULT", "2014-06-10"), ("ally", None)]


def test_a_confidence_can_be_given_for_rows_that_bring_none(tmp_path: Path) -> None:
    content = "source,relation,target,confidence\nA,ally,B,\nA,ally,C,0.2\n"
    read = imported(tmp_path, "csv", content, confidence=0.6)
    assert [claim["confidence"] for claim in read.claims] == [0.6, 0.2]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("A,alli,B,,,,", "'alli' is no relation; is it 'ally'?"),
        ("A,love,B,,,,", "'love' is no relation"),
        (",ally,B,,,,", "has no source"),
        ("A,,B,,,,", "has no relation"),
        ("A,ally,,,,,", "has no target"),
        ("A,ally,B,10/06/2014,,,", "has a date in 'since' that is not like 2014, 2014-06 or 2014-06-10: '10/06/2014'"),
        ("A,ally,B,2014-02-30,,,", "has a date in 'since' that is not like 2014, 2014-06 or 2014-06-10: '2014-02-30'"),
        ("A,ally,B,2014-06,2013,,", "ends in 2013 before it begins in 2014-06"),
        ("A,ally,B", "has 3 fields, not 7"),
    ],
)
def test_a_row_that_makes_no_sense_is_reported_with_its_line(tmp_path: Path, row: str, reason: str) -> None:
    read = imported(tmp_path, "csv", f"{HEADER}{row}\nA,ally,B,2014,,,\n")
    assert read.reports == [f"2: {reason}"]
    assert len(read.claims) == 1


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("source_kind", "army", "'army' is no kind of actor; is it 'party'?"),
        ("status", "sure", "'sure' is no status"),
        ("confidence", "high", "has a confidence that is no number: 'high'"),
        ("confidence", "2", "has a confidence that is not from 0 to 1: 2"),
        ("published", "May", "has a date in 'published' that is not like 2014, 2014-06 or 2014-06-10: 'May'"),
    ],
)
def test_other_columns_are_checked_too(tmp_path: Path, column: str, value: str, reason: str) -> None:
    read = imported(tmp_path, "csv", f"source,relation,target,{column}\nA,ally,B,{value}\n")
    assert read.reports == [f"2: {reason}"]


def test_a_file_without_its_columns_is_named(tmp_path: Path) -> None:
    (report,) = imported(tmp_path, "csv", "a,b\n1,2\n").reports
    assert report.endswith("is not a CSV file of relations: it has no column 'source'")
    (report,) = imported(tmp_path, "csv", "").reports
    assert report.endswith("is empty")
