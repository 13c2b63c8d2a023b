from __future__ import annotations

import pytest

from allegiance.archive import Archive
from allegiance.errors import UsageError
from allegiance.model import Claim, Document


def test_claims_come_in_the_order_asked_as_often_as_asked(filled: Archive) -> None:
    first, second = filled.claims([1, 2])
    assert filled.claims([2, 1, 2]) == [second, first, second]
    assert filled.claims([]) == []


def test_a_key_that_no_claim_has_is_a_usage_error(filled: Archive) -> None:
    with pytest.raises(UsageError, match="no claim of the archive has the key 7"):
        filled.claims([1, 7])


def test_quotes_come_with_what_they_were_read_as_and_where_they_stood(
    filled: Archive, document: Document, made: list[Claim]
) -> None:
    first, second = filled.quotes([2, 1]).iter_rows(named=True)
    assert (first["key"], second["key"]) == (2, 1)
    assert second["claim"] == made[0].id
    assert second["quote"] == document.text
    assert (second["source_name"], second["relation"], second["target_name"]) == ("Iran", "sponsor", "Badr")
    assert (second["since"], first["until"], first["according_to"]) == ("2014-06", "2019", "many Sadrists")
    assert (second["document"], second["title"], second["url"]) == ("d1", "A report", "https://lantern.example/1")


def test_quotes_name_actors_as_what_they_are_taken_to_be_and_claims_as_the_text_does(filled: Archive) -> None:
    with filled.writing() as connection:
        connection.execute("INSERT INTO identity VALUES (?, ?)", [filled.find("Badr").key, filled.find("Iran").key])
    assert filled.quotes([1])["target_name"].to_list() == ["Iran"]
    assert filled.claims([1])[0].target.actor == "Badr"
