"""Whatever is in a file, an import accounts for its rows and gives claims whose words are in their texts."""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.errors import DocumentError
from allegiance.exchange.formats import FORMATS
from allegiance.exchange.importing import read_files
from exchange.reading import imported
from exchange.test_importing import CONTENTS

JUNK = [b'"', b"\t", b",", b"\n", b"\r\n", b"\0", b"\xff", b"\xe9", "\u202e".encode(), b";", b"{", b"}", b"\x1f", b" "]


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_a_damaged_file_gives_sound_claims_or_faults(name: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    data = bytearray(CONTENTS[name].encode() * 2)
    for _ in range(chance.randrange(1, 8)):
        place = chance.randrange(len(data))
        data[place : place + chance.randrange(3)] = chance.choice(JUNK)
    with TemporaryDirectory() as folder:
        read = imported(Path(folder), name, bytes(data))
    for claim in read.claims:
        assert claim["source_name"].strip()
        assert claim["target_name"].strip()
        assert read.text(claim).strip()
    assert all(source.strip() and target.strip() for source, target in read.mentions())
    assert len({claim["id"] for claim in read.claims}) == len(read.claims)


def test_names_of_nothing_but_space_are_no_names(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text('source,relation,target\n"  ",ally,B\nA ,ally," B"\n', "utf-8")
    reports: list[DocumentError] = []
    (batch,) = read_files([path], FORMATS["csv"], report=reports.append)
    assert batch.left == {"names no two actors": 1}
    assert batch.claims.select("source_name", "target_name").rows() == [("A", "B")]
    assert batch.documents["text"].to_list() == ["A to B: ally."]
