from __future__ import annotations

import json
from pathlib import Path

from allegiance.archive import Filter
from allegiance.jsonlines import claim_to_dict
from exchange.exports.archives import CLAIMS, exported, made
from exchange.reading import imported


def test_json_lines_are_those_of_extract(tmp_path: Path) -> None:
    with made(tmp_path) as archive:
        data, left = exported(archive, "jsonl")
        claims = archive.claims(archive.search(Filter()))
    assert [json.loads(line) for line in data.splitlines()] == [claim_to_dict(claim) for claim in claims]
    assert left == 0


def test_plover_records_have_the_fields_of_the_manual(tmp_path: Path) -> None:
    with made(tmp_path) as archive:
        data, left = exported(archive, "plover")
    records = [json.loads(line) for line in data.splitlines()]
    assert (len(records), left) == (CLAIMS - 1, 1)
    (record,) = (record for record in records if record["text"] == "Iran armed Badr.")
    assert (record["date"], record["enddate"]) == ("1982-01-01", "2003-12-31")
    assert (record["event"], record["quad_code"], record["event_scale"]) == (["AID"], 2, 7.0)
    assert record["source"][0]["actor_text"] == "Iran"
    assert record["cite_info"] == {
        "citation": "csv:1",
        "title": "Old friends",
        "url": "https://k.example/1",
        "publication": "Kalmar Courier",
    }
    assert (record["relation"], record["since"], record["status"]) == ("sponsor", "1982", "stated")
    assert "context" not in record
    contexts = {record["status"]: record.get("context") for record in records}
    assert contexts["denied"] == ["negation"]
    assert contexts["planned"] == ["future"]


def test_a_record_without_a_date_has_that_of_its_document(tmp_path: Path) -> None:
    with made(tmp_path) as archive:
        data, _ = exported(archive, "plover")
    (record,) = (record for line in data.splitlines() if (record := json.loads(line))["relation"] == "leads")
    assert record["date"] == "2014-01-01"


def test_plover_records_can_be_imported_again(tmp_path: Path) -> None:
    with made(tmp_path) as archive:
        data, _ = exported(archive, "plover")
    read = imported(tmp_path, "plover", data)
    assert ("Iran", "AID", "Badr") in read.said()
    assert {claim["status"] for claim in read.claims} >= {"denied", "planned"}
    assert read.reports == []
