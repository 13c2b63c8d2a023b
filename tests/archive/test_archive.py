from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from allegiance.archive import Added, Archive, Forgotten, open_archive
from allegiance.errors import ArchiveError, ClaimError, UsageError
from allegiance.model import Claim, Document, Status
from conftest import MakeClaim

DOCUMENT = Document("d1", "Iran backs Badr – “fully”. Badr attacked Iraq.", "A report", "The Lantern", "2020-01")


@pytest.fixture
def made(make_claim: MakeClaim) -> list[Claim]:
    return [
        make_claim(DOCUMENT, "Iran", "sponsor", "Badr", since="2014-06", confidence=0.87),
        make_claim(DOCUMENT, "Badr", "ASSAULT", "Iraq", sign=-1, until="2019", status=Status.REPORTED),
    ]


@pytest.fixture(params=["memory", "file"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    with open_archive(":memory:" if request.param == "memory" else tmp_path / "a.duckdb", write=True) as opened:
        yield opened


def test_what_was_put_in_comes_out_the_same(archive: Archive, made: list[Claim]) -> None:
    assert archive.add([(DOCUMENT, made)]) == Added(documents=1, claims=2)
    keys = archive.frame()["claim"].to_list()
    assert sorted(archive.claims(keys), key=str) == sorted(made, key=str)
    assert archive.claims(keys[::-1]) == archive.claims(keys)[::-1]


def test_reading_the_same_document_again_changes_nothing(archive: Archive, made: list[Claim]) -> None:
    archive.add([(DOCUMENT, made)])
    before = archive.frame()
    assert archive.add([(DOCUMENT, made)]) == Added(known=1)
    assert archive.frame().equals(before)


def test_a_claim_whose_quote_is_not_in_the_text_is_refused(archive: Archive, make_claim: MakeClaim) -> None:
    claim = make_claim(DOCUMENT, "Iran", "sponsor", "Badr", quote="Iran backs nobody")
    with pytest.raises(ClaimError, match="its quote is not"):
        archive.add([(DOCUMENT, [claim])])
    assert not archive.has("d1")


def test_forgetting_a_document_takes_its_claims_and_its_actors(archive: Archive, made: list[Claim]) -> None:
    archive.add([(DOCUMENT, made)])
    assert archive.forget("d1") == Forgotten(documents=1, claims=2, actors=3)
    assert (archive.has("d1"), archive.frame().height, archive.actors().height) == (False, 0, 0)
    assert archive.forget("d1") == Forgotten()


def test_the_frame_holds_the_claims_between_actors_or_touching_them(archive: Archive, made: list[Claim]) -> None:
    archive.add([(DOCUMENT, made)])
    iran, badr, iraq = (archive.find(name).key for name in ("IRAN", "badr", "Iraq"))
    assert archive.frame(actors=[iran, badr])["relation"].to_list() == ["sponsor"]
    assert archive.frame(touching=[badr]).height == 2
    assert archive.frame(touching=[iraq], until=date(2019, 12, 31)).height == 0
    assert archive.frame(actors=[iran, badr, iraq], columns=["claim"]).columns == ["claim"]


def test_a_name_that_is_not_there_is_told_with_near_ones(archive: Archive, made: list[Claim]) -> None:
    archive.add([(DOCUMENT, made)])
    with pytest.raises(UsageError, match="Irak: no such actor in the archive; near it: Iraq, Iran"):
        archive.find("Irak")


def test_a_file_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no such archive"):
        open_archive(tmp_path / "none.duckdb")
    assert list(tmp_path.iterdir()) == []
