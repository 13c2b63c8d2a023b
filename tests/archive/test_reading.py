from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from allegiance.archive import Added, Archive, open_archive, reading
from allegiance.archive.reading import read_into
from allegiance.errors import SkippableError
from allegiance.model import Document

TEXT = "Iran backs Badr."


def documents(count: int) -> list[Document]:
    return [Document(f"d{number}", f"{TEXT} It was day {number}.") for number in range(count)]


def test_documents_are_read_in_batches(
    archive: Archive, stub_extract: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "DOCUMENTS", 4)
    assert list(read_into(archive, documents(10))) == [Added(4, 4), Added(4, 4), Added(2, 2)]
    assert archive.summary().claims == 10
    assert len(stub_extract) == 10


@pytest.mark.usefixtures("stub_extract")
def test_a_batch_ends_with_so_many_characters_too(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "CHARACTERS", 2 * len(TEXT))
    assert [added.documents for added in read_into(archive, documents(5))] == [2, 2, 1]


def test_documents_that_are_there_are_not_extracted_again(archive: Archive, stub_extract: list[Document]) -> None:
    assert list(read_into(archive, documents(3))) == [Added(3, 3)]
    stub_extract.clear()
    assert list(read_into(archive, documents(5))) == [Added(2, 2, known=3)]
    assert [document.id for document in stub_extract] == ["d3", "d4"]
    assert list(read_into(archive, documents(5))) == [Added(known=5)]
    assert len(stub_extract) == 2


@pytest.mark.usefixtures("stub_extract")
def test_every_document_is_told_with_the_number_of_its_claims(archive: Archive) -> None:
    told: list[int] = []
    quiet = Document("quiet", "Nothing happened.")
    list(read_into(archive, documents(1)))
    list(read_into(archive, [*documents(2), quiet], on_document=told.append))
    assert told == [0, 1, 0]


@pytest.mark.usefixtures("stub_extract")
def test_a_document_whose_text_changed_is_reported_and_left_as_it_was(archive: Archive) -> None:
    errors: list[SkippableError] = []
    list(read_into(archive, documents(1)))
    assert list(read_into(archive, [Document("d0", "Iran left Badr.")], on_error=errors.append)) == [Added(known=1)]
    assert [str(error) for error in errors] == ["d0: is in the archive with another text; `allegiance forget` it first"]


@pytest.mark.usefixtures("stub_extract")
def test_the_file_is_free_while_claims_are_extracted(place: Path) -> None:
    def looking() -> Iterator[Document]:
        for document in documents(3):
            assert open_archive(place).summary().documents == 0
            yield document

    with open_archive(place, write=True) as archive:
        list(read_into(archive, looking()))
    assert open_archive(place).summary().documents == 3


READ = """
    import hashlib, sys
    from types import ModuleType
    from allegiance.archive import open_archive, reading
    from allegiance.model import Claim, Document, Kind, Mention, Party, Status

    def party(text, name):
        start = text.index(name)
        return Party(name, name, Kind.STATE, Mention(start, start + len(name), name))

    def extract(documents, *, lexicon=None):
        for document in documents:
            text = document.text
            made = [
                Claim(
                    hashlib.sha256(f"{document.id}{number}".encode()).hexdigest()[:16], document.id, text, 0, len(text),
                    party(text, "Iran"), party(text, "Badr"), "ally", 1, 6.0, None, None, None, Status.STATED, None,
                    0.9, "test.rule@1",
                )
                for number in range(3)
            ]
            yield document, made

    sys.modules["allegiance.extract"] = module = ModuleType("allegiance.extract")
    module.extract = extract
    reading.DOCUMENTS = int(sys.argv[2])
    documents = (Document(f"d{number}", f"Iran backs Badr. It was day {number}.") for number in range(int(sys.argv[3])))
    done = 0
    with open_archive(sys.argv[1], write=True) as archive:
        for added in reading.read_into(archive, documents):
            done += added.documents + added.known
            print(done, flush=True)
"""
BATCH, ALL = 20, 400


def child(place: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(READ), str(place), str(BATCH), str(ALL)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_run_that_is_killed_again_and_again_loses_no_batch_that_was_done(place: Path) -> None:
    for lines in (0, 2, 6, 14):
        # At most what was printed, and the batch after it, is in the archive when the process is gone.
        with child(place) as process:
            assert process.stdout is not None
            told = [int(process.stdout.readline()) for _ in range(lines)]
            process.kill()
            told += [int(line) for line in process.stdout]
        if not place.exists():
            continue
        with open_archive(place) as archive:
            found = archive.documents()
            assert found["id"].to_list() == [f"d{number}" for number in range(found.height)]
            assert found.height % BATCH == 0
            assert found.height >= (told[-1] if told else 0)
            assert found["claims"].unique().to_list() in ([], [3])
    with child(place) as process:
        assert process.wait() == 0
    with open_archive(place) as archive:
        assert archive.documents()["claims"].to_list() == [3] * ALL
        claims = archive.claims(archive.frame()["claim"].to_list())
        assert len({claim.id for claim in claims}) == len(claims) == 3 * ALL


def test_two_runs_at_once_put_every_document_in_once(place: Path) -> None:
    with child(place) as first, child(place) as second:
        assert (first.wait(), second.wait()) == (0, 0)
    with open_archive(place) as archive:
        assert sorted(archive.documents()["id"]) == sorted(f"d{number}" for number in range(ALL))
        assert archive.frame()["claim"].n_unique() == 3 * ALL
