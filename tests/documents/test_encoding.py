from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.documents.encoding import decode
from allegiance.errors import DocumentError

ENGLISH = "The party’s leader — “a friend of Iran” — met Gen. Suárez in Düsseldorf.\nHe left the café an ally.\n" * 3
ARABIC = "اتفق الحزبان على تشكيل حكومة جديدة في بغداد، وقال المتحدث باسم الحزب إن التحالف مستمر.\n" * 3
RUSSIAN = "Партия объявила о союзе с движением, и её лидер обвинил правительство в измене.\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding), name="a.txt") == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(ARABIC, "utf-8"), (ARABIC, "utf-16"), (ARABIC, "cp1256"), (RUSSIAN, "cp1251"), (RUSSIAN, "utf-16")],
)
def test_other_alphabets_are_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), name="a.txt") == text


def test_what_a_page_declares_is_believed() -> None:
    page = f'<html><head><meta charset="windows-1256"></head><body><p>{ARABIC[:20]}</p></body></html>'
    assert decode(page.encode("cp1256"), name="a.html") == page


def test_a_page_that_declares_latin_1_means_cp1252() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>“Yes”</p></body></html>'
    assert decode(page.encode("cp1252"), name="a.html") == page


@pytest.mark.parametrize(
    "declared",
    ["no-such-thing", "undefined", "hex", "rot13", "idna", "punycode", "unicode-escape", "utf-7", "utf-16", "utf-32"],
)
def test_a_declaration_that_no_page_can_mean_is_passed_over(declared: str) -> None:
    page = f'<meta charset="{declared}"><p>\\ud800 the café of the Société Générale in the old town</p>'
    assert decode(page.encode("cp1252"), name="a.html") == page


def test_all_line_ends_become_lf() -> None:
    assert decode(b"one\r\ntwo\rthree\n", name="a.txt") == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0\\r\xa8f", "binary"),
        (bytes(range(256)) * 4, "binary"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\0\6\0", "archive"),
        (b"\xff\xfe\x00\xd8", "no known encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_its_name(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=rf"^thing\.bin: .*{reason}"):
        decode(data, name="thing.bin")


@given(st.binary(max_size=400))
def test_random_bytes_are_text_or_a_document_error(data: bytes) -> None:
    try:
        text = decode(data, name="a.txt")
    except DocumentError:
        return
    text.encode("utf-8")


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"])
)
def test_what_was_encoded_is_decoded(text: str, encoding: str) -> None:
    marks = ("\ufeff", "\ufffe", "\uffff")
    data = text.encode(encoding)
    if any(mark in text for mark in marks) or data.startswith((b"%PDF-", b"PK\x03\x04")):
        return
    assert decode(data, name="a.txt") == text
