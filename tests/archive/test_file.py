from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from allegiance.archive import Archive, open_archive
from allegiance.archive.file import shared
from allegiance.errors import ArchiveBusyError, ArchiveError
from allegiance.model import Claim, Document

HOLD = """
    import sys, duckdb
    connection = duckdb.connect(sys.argv[1], read_only=sys.argv[2] == "read")
    print("held", flush=True)
    sys.stdin.readline()
    connection.close()
"""


@contextmanager
def holder(place: Path, how: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the file until a line is written to it."""
    command = [sys.executable, "-c", textwrap.dedent(HOLD), str(place), how]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.communicate("\n")


@pytest.fixture
def kept(place: Path, document: Document, made: list[Claim]) -> Archive:
    archive = open_archive(place, write=True)
    archive.add([(document, made)])
    return archive


def test_nobody_holds_the_file_between_uses(kept: Archive, place: Path) -> None:
    assert kept.has("d1")
    with duckdb.connect(str(place)) as connection:
        assert connection.execute("SELECT count(*) FROM claim").fetchall() == [(2,)]
    assert kept.has("d1")


def test_who_finds_it_held_for_too_long_is_told_by_whom(kept: Archive, place: Path, document: Document) -> None:
    kept._file.patience = 0.05
    with holder(place, "write") as process:
        for use in (kept.summary, lambda: kept.forget(document.id)):
            with pytest.raises(ArchiveBusyError) as caught:
                use()
            assert caught.value.process == process.pid
            assert str(caught.value).startswith(
                f"{place}: is held by process {process.pid} ({sys.executable} -c import sys"
            )
            assert "\n" not in str(caught.value)
    assert kept.has("d1")


def test_readers_do_not_keep_readers_out_but_who_wants_to_write(kept: Archive, place: Path) -> None:
    kept._file.patience = 0.05
    with holder(place, "read"):
        assert kept.has("d1")
        with pytest.raises(ArchiveBusyError):
            kept.forget("d1")


def test_who_waits_is_told_so_once_and_goes_on_when_the_file_is_free(
    kept: Archive, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("allegiance.archive.file._SILENCE", 0.0)
    with holder(place, "write") as process:
        told: list[ArchiveBusyError] = []

        def let_go(error: ArchiveBusyError) -> None:
            told.append(error)
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()

        kept._file.waiting = let_go
        assert kept.has("d1")
    assert [error.process for error in told] == [process.pid]


def test_a_writer_leaves_the_file_free_for_a_moment_before_it_writes_again(kept: Archive) -> None:
    rested = time.monotonic()
    kept.forget("nothing")
    kept.forget("nothing")
    assert time.monotonic() - rested >= 0.03


def test_threads_take_turns(kept: Archive, document: Document) -> None:
    def add(number: int) -> None:
        with open_archive(kept._file.path, write=True) as archive:
            archive.add([(Document(f"t{number}", "Nothing happened."), [])])
            assert archive.has(document.id)

    threads = [threading.Thread(target=add, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert kept.summary().documents == 5


def test_questions_can_be_asked_of_one_state_of_the_archive(kept: Archive) -> None:
    with kept.held():
        assert kept.has("d1")
        assert kept.frame().height == 2
        with pytest.raises(ArchiveError, match="cannot be written while the same program holds it for reading"):
            kept.forget("d1")
    assert kept.forget("d1").documents == 1


def test_a_transaction_that_fails_changes_nothing(kept: Archive) -> None:
    def stop() -> None:
        with kept.writing() as connection:
            connection.execute("DELETE FROM claim")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stop()
    assert kept.frame().height == 2


def test_a_statement_that_fails_is_one_line_and_changes_nothing(kept: Archive) -> None:
    def fail() -> None:
        with kept.writing() as connection:
            connection.execute("DELETE FROM claim")
            connection.execute("FROM nothing")

    with pytest.raises(ArchiveError, match=r"a.duckdb: cannot be used: Table with name nothing does not exist!$"):
        fail()
    assert kept.frame().height == 2


@pytest.mark.parametrize("content", [b"", b"Iran backs Badr.", b"SQLite format 3\0" + bytes(100), b"PAR1" * 30])
def test_a_file_of_another_kind_is_left_alone(place: Path, content: bytes) -> None:
    place.write_bytes(content)
    for write in (False, True):
        with pytest.raises(ArchiveError, match=r"a.duckdb: is not an archive of Allegiance$"):
            open_archive(place, write=write)
    assert place.read_bytes() == content
    assert list(place.parent.iterdir()) == [place]


@pytest.mark.parametrize("part", [5_000, 20_000, 0.5])
def test_a_damaged_file_is_said_to_be_damaged_and_left_alone(kept: Archive, place: Path, part: float) -> None:
    content = place.read_bytes()
    cut = content[: int(part) if part > 1 else int(part * len(content))]
    place.write_bytes(cut)
    for write in (False, True):
        with pytest.raises(ArchiveError, match=r"a.duckdb: is damaged: [^\n]*$"):
            open_archive(place, write=write).frame()
    assert place.read_bytes() == cut


def test_bytes_that_changed_are_noticed(kept: Archive, place: Path) -> None:
    content = bytearray(place.read_bytes())
    for position in range(20_000, len(content), 1_000):
        content[position] ^= 0xFF
    place.write_bytes(content)
    with pytest.raises(ArchiveError, match=r"a.duckdb: is damaged: [^\n]*$"):
        open_archive(place).frame()


@pytest.mark.parametrize("write", [False, True])
def test_a_folder_is_not_an_archive(tmp_path: Path, *, write: bool) -> None:
    with pytest.raises(ArchiveError, match="cannot be read: Is a directory"):
        open_archive(tmp_path, write=write)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"x/a.duckdb: cannot be (made|used): .*No such file or directory"):
        open_archive(tmp_path / "x" / "a.duckdb", write=True)


def test_what_is_left_of_a_file_whose_making_was_cut_off_goes(place: Path) -> None:
    old, young = (place.with_name(f"{place.name}.{number}.new") for number in (1, 2))
    for left in (old, young):
        left.write_bytes(b"half")
    os.utime(old, (0, 0))
    open_archive(place, write=True)
    assert sorted(place.parent.iterdir()) == [place, young]


def test_names_with_quotes_and_spaces_are_fine(tmp_path: Path, document: Document) -> None:
    place = tmp_path / 'Iraq\'s "record" ; é.duckdb'
    with open_archive(place, write=True) as archive:
        archive.add([(document, [])])
    assert open_archive(place).has("d1")
    assert list(tmp_path.iterdir()) == [place]


def test_it_does_not_matter_which_folder_one_is_in_later(
    tmp_path: Path, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").mkdir()
    monkeypatch.chdir(tmp_path)
    with open_archive("a.duckdb", write=True) as archive:
        monkeypatch.chdir(tmp_path / "x")
        archive.add([(document, [])])
    assert open_archive("../a.duckdb").has("d1")


def test_a_file_system_without_links_will_do(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with open_archive(place, write=True) as archive:
        assert archive.summary().documents == 0
    assert list(place.parent.iterdir()) == [place]


def test_all_that_open_a_file_in_one_process_share_it(place: Path) -> None:
    open_archive(place, write=True)
    link = place.with_name("link.duckdb")
    link.symlink_to(place)
    assert shared(str(link)) is shared(str(place))


def test_an_archive_in_memory_is_nobody_elses() -> None:
    first, second = open_archive(":memory:"), open_archive(":memory:")
    first.add([(Document("d", "Nothing happened."), [])])
    assert not second.has("d")


def test_a_closed_archive_of_a_file_opens_again(kept: Archive) -> None:
    kept.close()
    assert kept.has("d1")


FILL = """
    import resource, sys
    from allegiance.archive import open_archive
    from allegiance.errors import ArchiveError
    from allegiance.model import Document

    archive = open_archive(sys.argv[1], write=True)
    archive.add([(Document("first", "Nothing happened."), [])])
    limit = 2 << 20
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        archive.add([(Document(str(number), sys.stdin.read(1 << 20)), []) for number in range(8)])
    except ArchiveError as error:
        print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limits on the size of files")
def test_what_cannot_be_written_is_one_line_and_what_was_there_stays(place: Path) -> None:
    noise = os.urandom(4 << 20).hex()
    command = [sys.executable, "-c", textwrap.dedent(FILL), str(place)]
    result = subprocess.run(command, input=noise, capture_output=True, text=True, check=True)
    (line,) = result.stdout.splitlines()
    assert line.startswith(f"{place}: ")
    assert result.stderr == ""
    assert open_archive(place).documents()["id"].to_list() == ["first"]
