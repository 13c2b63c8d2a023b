from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegiance.documents import read
from allegiance.errors import DocumentError
from allegiance.model import Document

TEXT = "Iran backs the Badr Organization.\n\nThe Sadrists oppose both."


def collect(*paths: str | Path) -> tuple[list[Document], list[str]]:
    errors: list[DocumentError] = []
    documents = list(read([str(path) for path in paths], on_error=errors.append))
    return documents, [str(error) for error in errors]


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name.replace("_", ".")).write_bytes(data)


def test_the_id_of_a_text_is_its_content(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, b_txt=TEXT + "\n\n", c_txt=TEXT + " And Iran?")
    a, b, c = collect(tmp_path)[0]
    assert a.id == b.id != c.id
    assert len(a.id) == 20


def test_folders_are_read_in_order_with_their_subfolders_without_hidden_files_and_archives(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    write(tmp_path, b_txt="B came.", a_txt="A came.")
    write(tmp_path / "sub", c_txt="C came.")
    write(tmp_path / ".git", d_txt="D came.")
    (tmp_path / ".hidden").write_text("E came.")
    write(tmp_path, allegiance_duckdb=b"an archive")
    assert [document.text for document in collect(tmp_path)[0]] == ["A came.", "B came.", "C came."]


def test_a_glob_is_expanded_in_order(tmp_path: Path) -> None:
    write(tmp_path, b_txt="B came.", a_txt="A came.", c_md="C came.")
    documents, errors = collect(tmp_path / "*.txt")
    assert [document.text for document in documents] == ["A came.", "B came."]
    assert errors == []


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "[a].txt").write_text("A came.")
    assert [document.text for document in collect(tmp_path / "[a].txt")[0]] == ["A came."]


def test_what_cannot_be_read_is_named_in_one_line_and_the_rest_is_read(tmp_path: Path) -> None:
    write(
        tmp_path, a_txt="", b_txt=b"\0\1\2\3" * 99, c_txt=TEXT, d_html="<html></html>", e_txt=" \n\n", f_pdf=b"%PDF-1.4"
    )
    documents, errors = collect(tmp_path, tmp_path / "missing.txt", tmp_path / "*.csv", "")
    assert [document.text for document in documents] == [TEXT]
    assert [Path(error.split(": ")[0]).name for error in errors] == [
        "a.txt",
        "b.txt",
        "d.html",
        "e.txt",
        "f.pdf",
        "missing.txt",
        "*.csv",
        "",
    ]
    assert all(len(error.splitlines()) == 1 for error in errors)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert collect(tmp_path)[1] == [f"{tmp_path}: has no files"]


def test_without_a_handler_the_error_is_raised(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="No such file"):
        list(read([str(tmp_path / "missing.txt")]))


def test_the_format_is_seen_from_the_content_where_the_name_does_not_tell(tmp_path: Path) -> None:
    page = f"<html><body><article><p>{TEXT * 5}</p></article></body></html>"
    write(tmp_path, a=page, b=json.dumps({"id": "7", "text": "Iran"}), c=TEXT)
    a, b, c = collect(tmp_path)[0]
    assert "<" not in a.text
    assert (b.id, b.text) == ("7", "Iran")
    assert c.text == TEXT


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (TEXT.encode(), [TEXT]),
        (b'{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
        (
            f"<!doctype html><html><body><article><p>{'Iran backs Badr. ' * 9}</p>".encode(),
            [("Iran backs Badr. " * 9).strip()],
        ),
    ],
)
def test_standard_input_is_text_html_or_json_lines(
    data: bytes, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    documents, errors = collect("-")
    assert [document.text for document in documents] == texts
    assert errors == []


def test_an_empty_standard_input_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert collect("-")[1] == ["standard input: is empty"]


def test_documents_are_read_one_at_a_time(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A came.")
    stream = read([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert next(stream).text == "A came."
    write(tmp_path, b_txt="B came.")
    assert next(stream).text == "B came."


def test_the_examples_are_read_with_titles_and_dates_and_without_furniture() -> None:
    documents, errors = collect(Path(__file__).parents[2] / "examples")
    assert errors == []
    assert len(documents) == 6
    for document in documents:
        assert document.title
        assert document.date
        for furniture in ("cookie", "ubscribe", "newsletter", "ADVERTISEMENT", "Click here", "Read more", "©"):
            assert furniture not in document.text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(), suffix=st.sampled_from(["txt", "html", "jsonl", "bin"]))
def test_random_bytes_never_crash_the_reader(tmp_path: Path, data: bytes, suffix: str) -> None:
    file = tmp_path / f"a.{suffix}"
    file.write_bytes(data)
    documents, errors = collect(file)
    assert suffix == "jsonl" or len(documents) + len(errors) == 1
    for document in documents:
        document.text.encode("utf-8")
