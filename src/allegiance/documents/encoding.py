"""From bytes to text."""

from __future__ import annotations

import codecs
import re

from allegiance.errors import DocumentError

# The longer marks come first: the mark of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
# ASCII that every encoding of pages reads as ASCII; UTF-16, UTF-7, escapes and what is no text encoding do not.
_ASCII = b'<meta charset="a.b-c"> \\u0041 +AEE-'
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_SINGLE_BYTE_CONTROL = re.compile(r"[\x80-\x9f]")
# Latin letters with accents, and the punctuation of word processors, among ASCII: Western European.
_WESTERN = re.compile(
    r"[\x00-\x7f\u20ac\u2026\u2018-\u201f\u2013\u2014\u2022\u2122\u0160\u0161\u017d\u017e\u0152\u0153\xa0-\xff]*"
)
# Encodings met in the reporting of the regions that are read, those in wide use first.
_CANDIDATES = ["cp1252", "cp1256", "cp1251", "cp1254", "cp1255", "cp1253", "cp1250", "gb18030", "shift_jis"]
_SAMPLE = 1 << 16
_MAGIC = {b"%PDF-": "is a PDF file, which cannot be read yet", b"PK\x03\x04": "is an archive, not a text"}


def decode(data: bytes, *, name: str) -> str:
    """Return the text of ``data`` with LF line ends, its encoding found out; raise DocumentError if it is none.

    A byte-order mark decides; then UTF-8 if the bytes are valid UTF-8; then what the HTML declares; then the
    statistics of charset-normalizer over the encodings in wide use.
    """
    for magic, reason in _MAGIC.items():
        if data.startswith(magic):
            raise DocumentError(name, reason)
    text = _decode(data)
    if text is None:
        raise DocumentError(name, "is in no known encoding")
    if len(_CONTROL.findall(text)) > len(text) // 500:
        raise DocumentError(name, "is a binary file, not a text")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def strip_nulls(data: bytes) -> bytes:
    """Return ``data`` without a byte-order mark and NUL bytes: enough to see what UTF-16 begins with."""
    for mark, _ in _MARKS:
        data = data.removeprefix(mark)
    return data.replace(b"\0", b"")


def marked_encoding(data: bytes) -> str | None:
    """Return the encoding that the byte-order mark of ``data`` names, if it has one."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _decode(data: bytes) -> str | None:
    encoding = marked_encoding(data)
    if encoding is not None:
        return _try(data, encoding)
    if b"\0" in data[:_SAMPLE]:
        return _decode_unmarked_utf16(data)
    return _try(data, "utf-8") or _declared(data) or _western(data) or _guess(data)


def _decode_unmarked_utf16(data: bytes) -> str | None:
    """Decode UTF-16 without a mark: in mostly Latin text, every other byte is NUL. Else it is left as binary."""
    sample = data[:_SAMPLE]
    half = len(sample) / 2
    if sample[1::2].count(0) > 0.4 * half and sample[::2].count(0) < 0.05 * half:
        return _try(data, "utf-16-le")
    if sample[::2].count(0) > 0.4 * half and sample[1::2].count(0) < 0.05 * half:
        return _try(data, "utf-16-be")
    return data.decode("latin-1")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    if found is None:
        return None
    try:
        encoding = codecs.lookup(found[1].decode("ascii", "replace"))
    except LookupError:
        return None
    # The declaration was read as ASCII. A page that says UTF-16 there counts as UTF-8, as the HTML standard says, and
    # valid UTF-8 it is not.
    if _try(_ASCII, encoding.name) != _ASCII.decode("ascii"):
        return None
    # Pages that declare Latin-1 mean its superset, as the HTML standard says.
    return _try(data, "cp1252" if encoding.name in {"iso8859-1", "ascii"} else encoding.name)


def _western(data: bytes) -> str | None:
    """Decode as cp1252 where letters outside ASCII are rare, too rare for another alphabet to be written in them."""
    text = _try(data, "cp1252")
    if text is None or not _WESTERN.fullmatch(text):
        return None
    others = sum(character >= "\xc0" and character.isalpha() for character in text)
    ascii_letters = sum(character.isascii() and character.isalpha() for character in text)
    return text if others * 12 < ascii_letters else None


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
    if best is None:
        return None
    text = _try(data, best.encoding)
    return None if text is None or _SINGLE_BYTE_CONTROL.search(text) else text
