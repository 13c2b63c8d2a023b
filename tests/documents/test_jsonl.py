from __future__ import annotations

import io
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.documents.identity import content_id
from allegiance.documents.jsonl import parse
from allegiance.errors import DocumentError
from allegiance.model import Document


def read(data: bytes) -> tuple[list[Document], list[str]]:
    errors: list[DocumentError] = []
    stream = io.BufferedReader(io.BytesIO(data))
    documents = list(parse(stream, name="a.jsonl", report=errors.append))
    return documents, [str(error) for error in errors]


def test_a_line_is_a_document_with_its_own_id_and_its_text_as_it_is() -> None:
    text = "  Iran backs Badr.\r\n\r\nClick here: cheap shirts  \n"
    line = {
        "id": "d1",
        "text": text,
        "title": "T",
        "date": "2020-01-03T10:00:00Z",
        "publisher": "P",
        "url": "https://example.org/",
    }
    documents, errors = read(json.dumps(line).encode())
    assert documents == [
        Document(id="d1", text=text, title="T", publisher="P", date="2020-01-03", url="https://example.org/")
    ]
    assert errors == []


def test_a_document_without_an_id_gets_the_hash_of_its_text() -> None:
    documents, _ = read(b'{"text": "Iran backs Badr."}')
    assert documents[0].id == content_id("Iran backs Badr.")


def test_a_number_is_an_id() -> None:
    assert read(b'{"id": 7, "text": "a"}')[0][0].id == "7"


def test_bad_lines_are_named_by_number_and_the_rest_is_read() -> None:
    lines = [
        b'{"id": "1", "text": "one"}',
        b"{broken",
        b"",
        b'["a list"]',
        b'{"id": "2"}',
        b'{"id": "3", "text": 3}',
        b'{"id": "4", "text": "four", "date": "3 January"}',
        b'{"id": "5", "text": "\xff"}',
        b'{"id": "6", "text": "\\ud800"}',
        b"[" * 100_000,
        b'{"id": "7", "text": "seven"}',
    ]
    documents, errors = read(b"\n".join(lines))
    assert [document.id for document in documents] == ["1", "7"]
    assert [error.split(": ")[0] for error in errors] == [f"a.jsonl:{n}" for n in (2, 4, 5, 6, 7, 8, 9, 10)]
    assert all("\n" not in error for error in errors)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marked_encodings_are_read(encoding: str) -> None:
    documents, errors = read('{"text": "“Iran”"}\n{"text": "العراق"}\n'.encode(encoding))
    assert [document.text for document in documents] == ["“Iran”", "العراق"]
    assert errors == []


def test_a_file_of_blank_lines_is_empty() -> None:
    with pytest.raises(DocumentError, match="is empty"):
        read(b"\n  \n")


@given(st.binary())
def test_random_bytes_never_crash_the_reader(data: bytes) -> None:
    with suppress(DocumentError):
        read(data)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_the_text_is_kept_to_the_letter(text: str) -> None:
    assert read(json.dumps({"text": text}).encode())[0][0].text == text


@pytest.mark.parametrize("date", ["2020-02-31", "2021-02-29", "0000", "0000-01", "٢٠٢٠"])
def test_a_date_that_is_in_no_calendar_is_one_clear_error(date: str) -> None:
    documents, errors = read(json.dumps({"text": "Iran backs Badr.", "date": date}).encode())
    assert documents == []
    (error,) = errors
    assert error.startswith("a.jsonl:1: has a 'date' that is ")
    assert date in error
