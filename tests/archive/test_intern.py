from __future__ import annotations

from allegiance.archive import Archive
from allegiance.model import Claim, Document
from conftest import MakeClaim


def texts(archive: Archive, table: str) -> list[str]:
    with archive.writing() as connection:
        return [row[1] for row in connection.execute(f"FROM {table} ORDER BY key").fetchall()]


def test_what_repeats_is_stored_once(filled: Archive, make_claim: MakeClaim) -> None:
    terms, moments = texts(filled, "term"), texts(filled, "moment")
    assert {"sponsor", "ASSAULT", "SUPPORT", "stated", "reported", "many Sadrists", "test.rule@1", "organisation"} < {
        *terms
    }
    assert moments == ["2014-06", "2019", "2020-01"]
    again = Document("d2", "Iran backs Badr.", publisher="The Lantern", date="2020-01")
    filled.add([(again, [make_claim(again, "Iran", "sponsor", "Badr", since="2019")])])
    assert (texts(filled, "term"), texts(filled, "moment")) == (terms, moments)


def test_a_date_has_the_first_and_the_last_day_that_it_can_mean(filled: Archive) -> None:
    with filled.writing() as connection:
        rows = connection.execute("SELECT first_day, last_day FROM moment WHERE text = '2014-06'").fetchall()
    assert [tuple(map(str, row)) for row in rows] == [("2014-06-01", "2014-06-30")]


def test_an_actor_keeps_the_name_that_it_had_first(filled: Archive, made: list[Claim], make_claim: MakeClaim) -> None:
    other = Document("d2", "IRAN backs Badr.")
    filled.add([(other, [make_claim(other, "IRAN", "sponsor", "Badr", source_actor="Iran")])])
    assert filled.actors().sort("name")["name"].to_list() == ["Badr", "Iran", "Iraq"]
    assert made[0].source.id == filled.find("Iran").id
