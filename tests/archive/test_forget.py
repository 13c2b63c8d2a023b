from __future__ import annotations

from allegiance.archive import Archive, Forgotten
from allegiance.model import Claim, Document
from conftest import MakeClaim

TABLES = ("document", "claim", "actor", "term", "moment")


def counts(archive: Archive) -> dict[str, int]:
    with archive.writing() as connection:
        return {table: len(connection.execute(f"FROM {table}").fetchall()) for table in TABLES}


def test_forgetting_the_only_document_leaves_nothing(filled: Archive) -> None:
    assert filled.forget("d1") == Forgotten(documents=1, claims=2, actors=3)
    assert counts(filled) == dict.fromkeys(TABLES, 0)
    assert not filled.has("d1")
    assert filled.frame().is_empty()


def test_what_other_documents_have_too_stays(filled: Archive, make_claim: MakeClaim) -> None:
    before = counts(filled)
    other = Document("d2", "Iran backs Badr, said Kuwait.", publisher="The Candle", date="2021")
    claim = make_claim(other, "Iran", "ACCUSE", "Kuwait", since="2014-06", according_to="nobody", rule="other@2")
    filled.add([(other, [claim])])
    assert filled.forget("d2") == Forgotten(documents=1, claims=1, actors=1)
    assert counts(filled) == before
    assert len(filled.claims([1, 2])) == 2


def test_a_document_that_is_not_there_is_no_error(filled: Archive) -> None:
    assert filled.forget("d9") == Forgotten()


def test_a_forgotten_document_can_be_put_in_again(filled: Archive, document: Document, made: list[Claim]) -> None:
    before = filled.claims([1, 2])
    filled.forget("d1")
    filled.add([(document, made)])
    assert filled.claims(filled.frame()["claim"].to_list()) == before


def test_an_actor_that_a_judgement_names_stays(filled: Archive) -> None:
    iran, badr = filled.find("Iran"), filled.find("Badr")
    with filled.writing() as connection:
        connection.execute("INSERT INTO identity VALUES (?, ?)", [badr.key, iran.key])
    assert filled.forget("d1").actors == 1
    assert filled.find("Badr") == iran
