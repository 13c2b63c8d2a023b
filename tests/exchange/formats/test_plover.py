from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from exchange.reading import Read, imported

SIMPLE = {
    "id": "KC-20160724-0042",
    "date": "2016-07-24",
    "source": [{"code": "USA"}],
    "recipient": [{"code": "CAN"}],
    "event": ["AGREE", "CONSULT"],
}


def read(folder: Path, *records: dict[str, Any], indent: int | None = None) -> Read:
    return imported(folder, "plover", "".join(json.dumps(record, indent=indent) + "\n" for record in records))


def test_the_simplest_record_of_the_manual_is_a_claim_for_each_event(tmp_path: Path) -> None:
    found = read(tmp_path, SIMPLE)
    assert found.said() == [("United States", "AGREE", "Canada"), ("United States", "CONSULT", "Canada")]
    assert [claim["rule"] for claim in found.claims] == ["plover.AGREE@1", "plover.CONSULT@1"]
    assert found.text(found.claims[0]) == "United States to Canada: agree, consult, 2016-07-24."


def test_all_fields_that_say_something_are_used(tmp_path: Path) -> None:
    record = {
        "id": "2",
        "date": "2016-07-24",
        "enddate": "2016-07-26",
        "source": [{"code": "IRQ", "sector": "REB", "actor_text": "insurgents"}],
        "recipient": [{"code": "IRN", "actor_text": "Tehran; Qom", "identifier_text": "Iran", "identifier_id": "Q794"}],
        "event": ["ASSAULT"],
        "mode": "firearms",
        "context": ["military", "hypothetical"],
        "text": "If insurgents fired on Tehran; Qom would answer.",
        "cite_info": {"title": "If", "url": "https://k.example/if", "publication": "Kalmar Courier"},
    }
    found = read(tmp_path, record)
    (claim,) = found.claims
    assert found.said() == [("Iraq (rebels)", "ASSAULT", "Iran")]
    assert (claim["since"], claim["until"], claim["status"]) == ("2016-07-24", "2016-07-26", "possible")
    assert found.quote() == record["text"]
    (document,) = found.documents.values()
    assert document["text"].startswith("insurgents to Tehran, Qom: assault (firearms), 2016-07-24 to 2016-07-26.\n")
    assert (document["title"], document["url"], document["publisher"]) == (
        "If",
        "https://k.example/if",
        "Kalmar Courier",
    )


def test_records_of_earlier_drafts_over_several_lines_are_read(tmp_path: Path) -> None:
    record = {
        "id": "GSR-0001",
        "date": "2000-01-01",
        "source": [
            {"actorText": "Hungarian", "code": "HUN", "sector": "GOV"},
            {"actorText": "Romanian", "code": "ROU", "sector": "GOV"},
        ],
        "target": "",
        "event": "DISAPPROVE",
        "text": "Hungarian and Romanian officials blamed each other.",
    }
    found = read(tmp_path, record, SIMPLE, indent=2)
    assert found.said()[0] == ("Hungary", "ACCUSE", "Romania")
    assert found.mentions()[0] == ("Hungarian", "Romanian")
    assert found.claims[0]["source_start"] >= found.claims[0]["start"]
    assert len(found.claims) == 3


def test_planned_cooperation_counts_as_agreement(tmp_path: Path) -> None:
    found = read(tmp_path, SIMPLE | {"event": ["AID"], "context": "future"})
    assert (found.claims[0]["status"], found.claims[0]["plover"], found.claims[0]["relation"]) == (
        "planned",
        "AGREE",
        "AID",
    )


def test_what_is_no_record_is_reported_with_its_line(tmp_path: Path) -> None:
    good = json.dumps(SIMPLE)
    dated = json.dumps(SIMPLE | {"id": "9", "date": "x"})
    content = f'{good}\n\n["no", "object"]\n{{"id": 1, }}\n{{"open": 1,\n{good}\n{dated}\n'
    found = imported(tmp_path, "plover", content)
    assert [report.split(":")[0] for report in sorted(found.reports)] == ["3", "4", "5", "7"]
    assert "5: is not JSON: the object does not end" in found.reports
    assert "7: has a date that is none: 'x'" in found.reports
    assert len(found.documents) == 1


def test_an_event_that_is_none_and_actors_that_are_none_are_counted(tmp_path: Path) -> None:
    others = SIMPLE | {"id": "2", "recipient": []}, SIMPLE | {"id": "3", "source": 3}
    found = read(tmp_path, SIMPLE | {"event": "CRIME"}, *others)
    assert found.claims == []
    assert found.left == {"CRIME is no relation": 1, "names no two actors": 2}


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    (report,) = imported(tmp_path, "plover", "source,relation,target\n").reports
    assert "is not a file of PLOVER records: it does not begin with a JSON object; it looks like a CSV file" in report
    (report,) = imported(tmp_path, "plover", '{"text": "no event"}\n').reports
    assert 'its first object has no "source"' in report
