from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from allegiance.errors import DocumentError
from allegiance.exchange.stream import blocks

TEXT = "a\tRāmādi\nb\tÉlan\n"


def whole(path: Path, size: int = 1 << 16) -> bytes:
    return b"".join(blocks(path, size=size))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "events.txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_encoding_of_unicode_comes_out_as_utf_8(file: Path, encoding: str) -> None:
    file.write_bytes(("plain ascii text before\n" * 9 + TEXT).encode(encoding))
    assert whole(file) == ("plain ascii text before\n" * 9 + TEXT).encode()


def test_lines_that_are_no_utf_8_are_windows_1252_even_beside_lines_that_are(file: Path) -> None:
    file.write_bytes("b\tÉlan – “x”\n".encode("cp1252") + "b\tÉlan\n".encode() + b"\x81\xe9\n")
    assert whole(file) == "b\tÉlan – “x”\nb\tÉlan\n\x81é\n".encode()


def test_all_ends_of_lines_become_line_feeds(file: Path) -> None:
    for content in (b"a\r\nb\r\n", b"a\rb\r", b"a\nb\n", b"a\nb"):
        file.write_bytes(content)
        assert whole(file) == b"a\nb\n"


def test_nul_bytes_are_left_out(file: Path) -> None:
    file.write_bytes(b"a line of text\0 with one\n")
    assert whole(file) == b"a line of text with one\n"


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_blocks_end_with_lines_whatever_is_read_at_a_time(file: Path, size: int) -> None:
    file.write_bytes(TEXT.encode() * 3 + b"the end")
    found = list(blocks(file, size=size))
    assert b"".join(found) == TEXT.encode() * 3 + b"the end\n"
    assert all(block.endswith(b"\n") for block in found)


@pytest.mark.parametrize("size", [1, 3, 64])
def test_utf_16_is_decoded_across_blocks(file: Path, size: int) -> None:
    file.write_bytes((TEXT * 9).encode("utf-16"))
    if size > 1:  # a mark of two bytes cannot be seen in one
        assert whole(file, size) == (TEXT * 9).encode()


def test_packed_files_are_unpacked_each_member_in_turn(tmp_path: Path) -> None:
    packed = tmp_path / "events.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.mkdir("data")
        archive.writestr("data/one.csv", "one\n")
        archive.writestr("__MACOSX/data/._one.csv", "junk")
        archive.writestr("data/two.csv", "two\n")
    assert whole(packed) == b"one\ntwo\n"
    (tmp_path / "events.gz").write_bytes(gzip.compress(TEXT.encode()))
    assert whole(tmp_path / "events.gz") == TEXT.encode()


def test_what_cannot_be_read_is_one_error_that_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    (tmp_path / "broken.gz").write_bytes(gzip.compress(TEXT.encode() * 99)[:-20])
    (tmp_path / "odd.txt").write_bytes("plain text".encode("utf-16") + b"\0")
    for name in ("broken.zip", "broken.gz", "odd.txt", "absent.txt"):
        with pytest.raises(DocumentError, match=name) as caught:
            whole(tmp_path / name)
        assert "\n" not in str(caught.value)
    with pytest.raises(DocumentError, match="No such file"):
        whole(tmp_path / "absent.txt")


def test_an_empty_file_has_no_blocks(file: Path) -> None:
    file.write_bytes(b"")
    assert list(blocks(file)) == []
