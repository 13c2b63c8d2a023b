"""An archive, in memory and as a file, and what goes into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from allegiance.archive import Archive, open_archive
from allegiance.model import Claim, Document, Status
from conftest import MakeClaim


@pytest.fixture
def document() -> Document:
    return Document(
        "d1",
        "Iran backs Badr – “fully”. Badr attacked Iraq.",
        title="A report",
        publisher="The Lantern",
        date="2020-01",
        url="https://lantern.example/1",
    )


@pytest.fixture
def made(document: Document, make_claim: MakeClaim) -> list[Claim]:
    """Return a claim with a date of its own and one without."""
    return [
        make_claim(document, "Iran", "sponsor", "Badr", since="2014-06", confidence=0.87),
        make_claim(
            document,
            "Badr",
            "ASSAULT",
            "Iraq",
            sign=-1,
            weight=-9.5,
            plover=None,
            until="2019",
            status=Status.REPORTED,
            according_to="many Sadrists",
        ),
    ]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "a.duckdb"


@pytest.fixture
def archive() -> Iterator[Archive]:
    with open_archive(":memory:") as opened:
        yield opened


@pytest.fixture
def filled(archive: Archive, document: Document, made: list[Claim]) -> Archive:
    archive.add([(document, made)])
    return archive
