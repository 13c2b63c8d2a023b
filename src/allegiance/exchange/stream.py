"""Files as blocks of UTF-8 that end where a line ends: packed files are unpacked, other encodings are told apart."""

from __future__ import annotations

import codecs
import gzip
import zipfile
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING

from allegiance.documents.encoding import marked_encoding
from allegiance.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BLOCK = 64 << 20
"""Bytes read at a time: a large batch costs the archive less for each row, and is little beside its memory."""
_SAMPLE = 1 << 16
_SEPARATOR = b"\x1f"
"""No part of any text, so that columns can be put together with it (`parties.together`)."""
_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"


def blocks(path: Path, *, size: int | None = None) -> Iterator[bytes]:
    """The bytes of a file in blocks of whole lines, in UTF-8 with LF line ends; each member of a zip file in turn.

    A byte-order mark decides the encoding. Without one, a line that is no UTF-8 is taken for Windows-1252, of which
    Latin-1 is a part: some releases mix the two. Raises `DocumentError` for what cannot be read.
    """
    try:
        for stream in _streams(path):
            yield from _lines(_decoded(stream, size or BLOCK))
    except (OSError, EOFError, RuntimeError, UnicodeError, zipfile.BadZipFile, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else f"cannot be read: {error}"
        raise DocumentError(str(path), reason) from error


def _streams(path: Path) -> Iterator[IO[bytes]]:
    with path.open("rb") as file:
        magic = file.read(len(_ZIP))
        file.seek(0)
        if magic == _ZIP:
            with zipfile.ZipFile(file) as archive:
                for info in archive.infolist():
                    if not info.is_dir() and not info.filename.startswith("__MACOSX"):
                        with archive.open(info) as member:
                            yield member
        elif magic.startswith(_GZIP):
            with gzip.open(file) as unpacked:
                yield unpacked  # type: ignore[misc] # it has the methods that are used
        else:
            yield file


def _decoded(stream: IO[bytes], size: int) -> Iterator[bytes]:
    """The stream in chunks, in UTF-8 unless it says nothing of its encoding."""
    chunk = stream.read(size)
    encoding = marked_encoding(chunk) or _unmarked(chunk[:_SAMPLE])
    if encoding is None or encoding == "utf-8-sig":
        yield (chunk + stream.readline()).removeprefix(codecs.BOM_UTF8)
        while chunk := stream.read(size):
            yield chunk + stream.readline()
        return
    decoder = codecs.getincrementaldecoder(encoding)()
    while chunk:
        yield decoder.decode(chunk).encode("utf-8", "surrogatepass")
        chunk = stream.read(size)
    yield decoder.decode(b"", final=True).encode()


def _unmarked(sample: bytes) -> str | None:
    """UTF-16 without a mark: in mostly Latin text every other byte is NUL."""
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.4 * half:
        return "utf-16-le"
    if half and sample[::2].count(0) > 0.4 * half:
        return "utf-16-be"
    return None


def _lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for chunk in chunks:
        data = rest + chunk if rest else chunk
        end = data.rfind(b"\n") + 1
        if not end:
            data = data.replace(b"\r", b"\n")  # lines as the Macintosh ended them
            end = data.rfind(b"\n") + 1
        if end:
            yield _clean(data[:end])
        rest = data[end:]
    if rest:
        yield _clean(rest + b"\n")


def _clean(data: bytes) -> bytes:
    # To look for a byte is much faster than to replace it, and a large part of all blocks has neither.
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n")
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    if _SEPARATOR in data:
        data = data.replace(_SEPARATOR, b" ")
    if data.isascii():
        return data
    try:
        data.decode()
    except UnicodeDecodeError:
        return b"\n".join(_utf8(line) for line in data.split(b"\n"))
    return data


def _utf8(line: bytes) -> bytes:
    for encoding in ("utf-8", "cp1252", "latin-1"):
        try:
            return line.decode(encoding).encode()
        except UnicodeDecodeError:
            continue
    raise AssertionError("every byte is Latin-1")
