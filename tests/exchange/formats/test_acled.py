from __future__ import annotations

from pathlib import Path

import pytest

from exchange.layouts import acled
from exchange.reading import imported


def test_an_event_is_a_claim_that_quotes_the_notes(tmp_path: Path) -> None:
    read = imported(tmp_path, "acled", acled({}))
    (claim,) = read.claims
    assert read.said() == [("Military Forces of Iraq (2014-2018)", "ASSAULT", "Kalmar Front")]
    assert (claim["source_kind"], claim["target_kind"]) == ("government body", "armed group")
    assert claim["rule"] == "acled.Armed-clash@1"
    assert read.quote() == "On 17 October 2016, soldiers clashed with the Kalmar Front near Mosul. Two were killed."
    assert read.mentions() == [("Military Forces of Iraq (2014-2018)", "Kalmar Front")]
    assert claim["target_start"] > claim["start"] > claim["source_start"] == 0
    (document,) = read.documents.values()
    assert (document["id"], document["publisher"]) == ("acled:IRQ90001", "Kalmar Courier")


def test_notes_with_quotes_commas_and_line_ends(tmp_path: Path) -> None:
    notes = 'The "Front", it said,\nheld the mill — naïvely.'
    read = imported(tmp_path, "acled", acled({"notes": notes, "actor2": "Front"}, {"event_id_cnty": "IRQ2"}))
    assert read.text(read.claims[0]) == notes
    assert read.mentions()[0] == ("Military Forces of Iraq (2014-2018)", "Front")
    assert len(read.claims) == 2


def test_a_mention_is_a_whole_word_of_the_notes(tmp_path: Path) -> None:
    read = imported(tmp_path, "acled", acled({"notes": "The Frontier was quiet.", "actor2": "Front"}))
    assert read.claims[0]["target_start"] < read.claims[0]["start"]


@pytest.mark.parametrize("kind", ["Protest with intervention", "Excessive force against protesters"])
def test_who_acts_on_demonstrators_is_the_second_actor(tmp_path: Path, kind: str) -> None:
    changes = {
        "sub_event_type": kind,
        "actor1": "Protesters (Iraq)",
        "inter1": "6",
        "actor2": "Police Forces",
        "inter2": "1",
    }
    read = imported(tmp_path, "acled", acled(changes))
    (claim,) = read.claims
    assert (claim["source_name"], claim["target_name"]) == ("Police Forces", "Protesters (Iraq)")
    assert (claim["source_kind"], claim["target_kind"]) == ("government body", "movement")


@pytest.mark.parametrize(
    ("precision", "since"), [("1", "2016-10-17"), ("2", "2016-10"), ("3", "2016-10"), ("", "2016-10-17")]
)
def test_a_date_is_as_long_as_it_is_precise(tmp_path: Path, precision: str, since: str) -> None:
    (claim,) = imported(tmp_path, "acled", acled({"time_precision": precision})).claims
    assert (claim["since"], claim["until"]) == (since, since)


@pytest.mark.parametrize("day", ["17 October 2016", "17-October-2016", "17-Oct-16", "2016-10-17T00:00:00"])
def test_dates_as_older_exports_write_them(tmp_path: Path, day: str) -> None:
    (claim,) = imported(tmp_path, "acled", acled({"event_date": day})).claims
    assert claim["since"] == "2016-10-17"


def test_kinds_of_actors_in_words_and_in_numbers(tmp_path: Path) -> None:
    (claim,) = imported(tmp_path, "acled", acled({"inter1": "Rebel group", "inter2": "Civilians"})).claims
    assert (claim["source_kind"], claim["target_kind"]) == ("armed group", "population")


def test_types_that_say_nothing_of_a_pair_are_counted(tmp_path: Path) -> None:
    rows = [{"sub_event_type": "Change to group/activity"}, {"event_id_cnty": "IRQ2", "actor2": ""}]
    read = imported(tmp_path, "acled", acled(*rows))
    assert read.left == {"Change to group/activity is no relation": 1, "names no two actors": 1}


def test_exports_with_semicolons_and_other_encodings(tmp_path: Path) -> None:
    content = acled({"notes": "Élan; said so", "actor2": "Élan"}, delimiter=";")
    for data in (content.encode("utf-8-sig"), content.encode("cp1252"), content.encode("utf-16")):
        read = imported(tmp_path, "acled", data)
        assert read.mentions()[0][1] == "Élan"


def test_a_malformed_row_is_reported_with_the_line_it_begins_on(tmp_path: Path) -> None:
    content = acled({"notes": "two\nlines"}, {"event_id_cnty": "IRQ2"}).replace("IRQ2,", "IRQ2,x,")
    read = imported(tmp_path, "acled", content)
    assert read.reports == ["4: has 32 fields, not 31"]
    assert len(read.claims) == 1
