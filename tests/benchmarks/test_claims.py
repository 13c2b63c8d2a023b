from __future__ import annotations

import polars as pl
import pytest
from benchmarks.claims import A_DOCUMENT, Size, batches

from allegiance.archive import Added, Archive, open_archive
from allegiance.errors import SkippableError

SIZE = Size(claims=4_000, actors=200, pairs=500, batch=2_000)


@pytest.fixture(scope="module")
def archive() -> Archive:
    archive = open_archive(":memory:")
    for documents, claims in batches(SIZE):
        assert archive.add_frames(documents, claims) == Added(SIZE.batch // A_DOCUMENT, SIZE.batch)
    return archive


def test_every_claim_can_go_into_an_archive_and_quotes_what_it_says(archive: Archive) -> None:
    for claim in archive.claims(range(1, 500)):
        assert claim.quote.startswith(f"{claim.source.actor} ")
        assert (claim.source.mention.text, claim.target.mention.text) == (claim.source.actor, claim.target.actor)
        assert claim.target.actor in claim.quote


def test_a_few_pairs_have_many_claims_and_most_have_few(archive: Archive) -> None:
    pair = pl.concat_list("source", "target").list.sort()
    pairs = archive.frame().group_by(pair.alias("pair")).len()["len"]
    assert pairs.max() > 20 * pairs.median()  # type: ignore[operator]


def test_claims_lie_in_all_years_and_some_have_no_date_or_an_end(archive: Archive) -> None:
    frame = archive.frame()
    assert frame["at"].dt.year().n_unique() == SIZE.years
    assert 0 < frame["since"].null_count() < SIZE.claims / 5
    assert 0 < frame["until"].count() < SIZE.claims / 5
    assert {*frame["sign"]} == {-1, 1}


def test_what_is_made_depends_on_the_seed_alone() -> None:
    first, again, other = (next(batches(Size(claims=500, batch=500, seed=seed))) for seed in (1, 1, 2))
    assert all(one.equals(two) for one, two in zip(first, again, strict=True))
    assert not first[1].equals(other[1])


def test_nothing_is_refused(archive: Archive) -> None:
    errors: list[SkippableError] = []
    for documents, claims in batches(Size(claims=1_000, batch=1_000, seed=3)):
        archive.add_frames(documents, claims, on_error=errors.append)
    assert errors == []
