from __future__ import annotations

from pathlib import Path

from exchange.layouts import polecat
from exchange.reading import imported


def test_an_event_is_a_claim_whose_document_is_the_row(tmp_path: Path) -> None:
    read = imported(tmp_path, "polecat", polecat({}))
    (claim,) = read.claims
    assert read.said() == [("Kalmar Front", "ASSAULT", "Nadim Barzak")]
    assert (claim["source_kind"], claim["target_kind"]) == ("armed group", "person")
    assert claim["rule"] == "polecat.ASSAULT@1"
    assert read.quote() == "Kalmar Front to Nadim Barzak: assault (assassinate), 2020-01-03, Mosul, IRQ."
    (document,) = read.documents.values()
    assert (document["publisher"], document["date"]) == ("kalmar-courier.example", "2020-01-04")


def test_several_actors_of_a_side_make_a_claim_each_with_its_own_words(tmp_path: Path) -> None:
    read = imported(tmp_path, "polecat", polecat({"Actor Name": "Iran; Élan", "Recipient Name": "Badr;Amal"}))
    pairs = [("Iran", "Badr"), ("Iran", "Amal"), ("Élan", "Badr"), ("Élan", "Amal")]
    assert [(source, target) for source, _, target in read.said()] == pairs
    assert read.mentions() == pairs
    assert [claim["source_kind"] for claim in read.claims] == ["state", "state", "armed group", "armed group"]
    assert len({claim["id"] for claim in read.claims}) == 4
    assert len(read.documents) == 1


def test_actors_without_a_recipient_do_it_to_each_other(tmp_path: Path) -> None:
    alone = {"Recipient Name": "None", "Recipient Name Raw": "None", "Recipient Title": "None"}
    read = imported(tmp_path, "polecat", polecat({"Actor Name": "Iran; Badr; Amal", "Event Type": "CONSULT"} | alone))
    assert read.said() == [("Iran", "CONSULT", "Badr"), ("Iran", "CONSULT", "Amal"), ("Badr", "CONSULT", "Amal")]
    assert read.mentions() == [("Iran", "Badr"), ("Iran", "Amal"), ("Badr", "Amal")]
    assert imported(tmp_path, "polecat", polecat(alone)).left == {"names no two actors": 1}
    assert imported(tmp_path, "polecat", polecat({"Actor Name": "Iran;"} | alone)).left == {"names no two actors": 1}


def test_an_actor_that_was_not_resolved_goes_by_its_words_and_country(tmp_path: Path) -> None:
    read = imported(tmp_path, "polecat", polecat({"Actor Name": "None", "Actor Name Raw": "police"}))
    assert read.said() == [("police (Iraq)", "ASSAULT", "Nadim Barzak")]
    assert read.mentions() == [("police", "Nadim Barzak")]
    read = imported(tmp_path, "polecat", polecat({"Actor Name": "None", "Actor Name Raw": "police of Iraq"}))
    assert read.said() == [("police of Iraq", "ASSAULT", "Nadim Barzak")]


def test_an_unknown_type_is_counted_and_a_bad_row_reported(tmp_path: Path) -> None:
    rows = polecat({"Event ID": "1", "Event Type": "CRIME"}, {"Event ID": "2", "Event Date": "None"})
    read = imported(tmp_path, "polecat", rows)
    assert read.left == {"CRIME is no relation": 1}
    assert read.reports == ["3: has no date"]
