from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.archive import Added, Archive, open_archive
from allegiance.errors import ArchiveError, ClaimError, DocumentError, SkippableError
from allegiance.model import Claim, Document
from conftest import MakeClaim


def test_what_was_put_in_comes_out_the_same(archive: Archive, document: Document, made: list[Claim]) -> None:
    assert archive.add([(document, made)]) == Added(documents=1, claims=2)
    keys = archive.frame()["claim"].to_list()
    assert sorted(archive.claims(keys), key=str) == sorted(made, key=str)


def test_a_file_keeps_it(place: Path, document: Document, made: list[Claim]) -> None:
    with open_archive(place, write=True) as first:
        first.add([(document, made)])
    with open_archive(str(place)) as second:
        assert second.has("d1")
        assert len(second.claims([1, 2])) == 2


def test_putting_in_the_same_document_again_changes_nothing(
    filled: Archive, document: Document, made: list[Claim]
) -> None:
    before = filled.frame()
    assert filled.add([(document, made)]) == Added(known=1)
    assert filled.add([(document, made), (document, made)]) == Added(known=2)
    assert filled.frame().equals(before)


def test_a_document_that_comes_twice_in_a_batch_is_put_in_once(
    archive: Archive, document: Document, made: list[Claim]
) -> None:
    assert archive.add([(document, made), (document, made)]) == Added(documents=1, claims=2, known=1)


def test_a_document_without_claims_is_known_too(archive: Archive) -> None:
    assert archive.add([(Document("quiet", "Nothing happened."), [])]) == Added(documents=1)
    assert archive.has("quiet")
    assert not archive.has("loud")


def test_a_refused_claim_is_reported_and_the_others_go_in(
    archive: Archive, document: Document, made: list[Claim], make_claim: MakeClaim
) -> None:
    errors: list[SkippableError] = []
    bad = make_claim(document, "Iran", "ally", "Iraq", quote="Iran backs nobody")
    assert archive.add([(document, [bad, *made])], on_error=errors.append) == Added(documents=1, claims=2)
    assert [str(error) for error in errors] == [
        f"claim {bad.id} of document d1: its quote is not what the text has from 0 to {len(document.text)}"
    ]


def test_without_a_report_a_refused_claim_is_raised_and_nothing_goes_in(
    archive: Archive, document: Document, made: list[Claim], make_claim: MakeClaim
) -> None:
    bad = make_claim(document, "Iran", "ally", "Iraq", end=3)
    with pytest.raises(ClaimError, match="its quote is not"):
        archive.add([(document, [*made, bad])])
    assert not archive.has("d1")


def test_documents_that_are_not_there_yet_are_told_from_others(filled: Archive, document: Document) -> None:
    other = Document("d2", "Badr left.")
    assert filled.fresh([document, other]) == [other]


def test_a_known_document_with_another_text_is_an_error(filled: Archive) -> None:
    with pytest.raises(DocumentError, match="d1: is in the archive with another text"):
        filled.fresh([Document("d1", "Iran left Badr.")])


def test_an_archive_opened_for_reading_is_not_written(place: Path, document: Document) -> None:
    open_archive(place, write=True)
    with pytest.raises(ArchiveError, match="was opened for reading only"):
        open_archive(place).add([(document, [])])


def test_a_file_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no such archive"):
        open_archive(tmp_path / "none.duckdb")
    assert list(tmp_path.iterdir()) == []


def test_it_is_told_how_much_there_is(filled: Archive) -> None:
    summary = filled.summary()
    assert (summary.documents, summary.claims, summary.actors, summary.publishers) == (1, 2, 3, 1)
    assert (str(summary.first), str(summary.last)) == ("2014-06-01", "2020-01-01")


def test_documents_are_listed_without_their_texts(filled: Archive) -> None:
    (row,) = filled.documents().iter_rows(named=True)
    assert "text" not in row
    assert (row["id"], row["publisher"], row["date"], str(row["published"])) == (
        "d1",
        "The Lantern",
        "2020-01",
        "2020-01-01",
    )
    assert row["claims"] == 2
