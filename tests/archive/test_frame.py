from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from allegiance.archive import Archive
from allegiance.errors import UsageError
from allegiance.model import Document, Status
from conftest import MakeClaim

COLUMNS = {
    "claim": pl.UInt32,
    "document": pl.UInt32,
    "source": pl.UInt32,
    "target": pl.UInt32,
    "relation": pl.Categorical,
    "sign": pl.Int8,
    "weight": pl.Float32,
    "since": pl.Date,
    "until": pl.Date,
    "since_last": pl.Date,
    "status": pl.Enum([status.value for status in Status]),
    "according_to": pl.String,
    "confidence": pl.Float32,
    "publisher": pl.Categorical,
    "published": pl.Date,
    "at": pl.Date,
    "dated": pl.Boolean,
}


def keys(archive: Archive, *names: str) -> list[int]:
    return [archive.find(name).key for name in names]


def test_the_frame_has_these_columns_even_where_there_are_no_claims(archive: Archive) -> None:
    assert dict(archive.frame().schema) == COLUMNS


def test_a_row_holds_what_the_claim_says(filled: Archive) -> None:
    assert dict(filled.frame().schema) == COLUMNS
    first, second = filled.frame().iter_rows(named=True)
    assert [first["source"], first["target"]] == keys(filled, "Iran", "Badr")
    assert (first["relation"], first["status"], first["publisher"]) == ("sponsor", "stated", "The Lantern")
    assert (first["since"], first["since_last"], first["until"]) == (date(2014, 6, 1), date(2014, 6, 30), None)
    assert (first["at"], first["dated"]) == (date(2014, 6, 1), True)
    assert (second["sign"], second["weight"], second["according_to"]) == (-1, -9.5, "many Sadrists")


def test_a_claim_without_a_date_counts_when_it_was_published(filled: Archive) -> None:
    _, second = filled.frame().iter_rows(named=True)
    assert (second["since"], second["until"]) == (None, date(2019, 12, 31))
    assert (second["at"], second["published"], second["dated"]) == (date(2020, 1, 1), date(2020, 1, 1), False)


def test_claims_are_those_between_actors_or_those_that_touch_one(filled: Archive) -> None:
    iran, badr, iraq = keys(filled, "Iran", "Badr", "Iraq")
    assert filled.frame(actors=[badr, iran])["relation"].to_list() == ["sponsor"]
    assert filled.frame(actors={iran, iraq}).is_empty()
    assert filled.frame(actors=[]).is_empty()
    assert filled.frame(touching=[badr]).height == 2
    assert filled.frame(touching=[badr], actors=[badr, iraq])["relation"].to_list() == ["ASSAULT"]


def test_claims_that_count_later_are_left_out(filled: Archive) -> None:
    assert filled.frame(until=date(2019, 12, 31))["relation"].to_list() == ["sponsor"]
    assert filled.frame(until=date(2020, 1, 1)).height == 2
    assert filled.frame(until=date(2014, 5, 31)).is_empty()


def test_columns_come_in_the_order_asked(filled: Archive) -> None:
    assert filled.frame(columns=["at", "claim"], until=date(2020, 1, 1)).columns == ["at", "claim"]


def test_a_column_that_is_not_there_is_a_usage_error(filled: Archive) -> None:
    with pytest.raises(UsageError, match="strength: the claim frame has no such column; it has claim, document"):
        filled.frame(columns=["strength"])


def test_actors_are_resolved_and_asked_for_as_what_they_are_taken_to_be(filled: Archive) -> None:
    iran, badr, iraq = keys(filled, "Iran", "Badr", "Iraq")
    with filled.writing() as connection:
        connection.execute("INSERT INTO identity VALUES (?, ?)", [badr, iran])
    assert filled.frame().select("source", "target").rows() == [(iran, iran), (iran, iraq)]
    assert filled.frame(actors=[iran, iraq]).height == 2
    assert filled.frame(touching=[iraq])["source"].to_list() == [iran]


def test_claims_come_in_the_order_of_their_keys_over_many_batches(archive: Archive, make_claim: MakeClaim) -> None:
    for number in range(5):
        text = Document(f"d{number}", "Badr backs Iran. Iraq backs Kuwait.")
        made = [make_claim(text, "Iraq", "ally", "Kuwait"), make_claim(text, "Badr", "ally", "Iran")]
        archive.add([(text, made)])
    assert archive.frame()["claim"].to_list() == list(range(1, 11))
    pair = archive.frame(actors=keys(archive, "Iran", "Badr"))
    assert pair["document"].to_list() == [1, 2, 3, 4, 5]


def test_the_claims_of_a_pair_lie_together_in_a_batch(archive: Archive, make_claim: MakeClaim) -> None:
    text = Document("d", "Badr and Iran, Iraq and Kuwait.")
    names = [("Iraq", "Kuwait"), ("Badr", "Iran"), ("Kuwait", "Iraq"), ("Iran", "Badr")]
    archive.add([(text, [make_claim(text, source, "ally", target) for source, target in names])])
    frame = archive.frame()
    pairs = [tuple(sorted(row)) for row in frame.select("source", "target").iter_rows()]
    assert pairs == sorted(pairs)
