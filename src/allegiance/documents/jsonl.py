"""JSON lines: one document a line, its text kept as it is, because the caller measures offsets against it."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

from allegiance.dates import first_day
from allegiance.documents.encoding import marked_encoding
from allegiance.documents.identity import content_id
from allegiance.documents.sources import first_bytes
from allegiance.errors import DocumentError
from allegiance.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DATE = re.compile(r"(?P<edtf>\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?:[T ].*)?", re.ASCII)


def parse(stream: io.BufferedReader[Any], *, name: str, report: Callable[[DocumentError], None]) -> Iterator[Document]:
    """Yield a document for each line; pass each line that is none to ``report`` and go on."""
    encoding = marked_encoding(first_bytes(stream)) or "utf-8"
    # Bytes that are not valid become lone surrogates, so that one bad line does not end the file.
    lines = io.TextIOWrapper(stream, encoding=encoding, errors="surrogateescape", newline="\n")
    empty = True
    try:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            empty = False
            try:
                yield _document(line)
            except ValueError as error:
                report(DocumentError(name, str(error), line=number))
    except UnicodeError:
        raise DocumentError(name, f"is not valid {encoding.upper()}") from None
    finally:
        lines.detach()
    if empty:
        raise DocumentError(name, "is empty")


def _document(line: str) -> Document:
    """Return the document of a line; raise ValueError with a reason for people."""
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        message = f"is not JSON: {error.msg}"
        raise ValueError(message) from None
    except RecursionError:
        message = "is not JSON that can be read: nested too deeply"
        raise ValueError(message) from None
    if not isinstance(fields, dict):
        raise ValueError("is not a JSON object")  # noqa: TRY004 - wrong data, not a wrong call
    text = _text_field(fields, "text")
    if text is None:
        raise ValueError("has no 'text'")
    return Document(
        id=_identity(fields) or content_id(text),
        text=text,
        title=_text_field(fields, "title"),
        publisher=_text_field(fields, "publisher"),
        date=_date(fields),
        url=_text_field(fields, "url"),
    )


def _text_field(fields: dict[str, object], key: str) -> str | None:
    value = fields.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        message = f"has a '{key}' that is not a string"
        raise ValueError(message)  # noqa: TRY004
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        message = f"has a '{key}' that is not valid Unicode"
        raise ValueError(message) from None
    return value


def _identity(fields: dict[str, object]) -> str | None:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _text_field(fields, "id")


def _date(fields: dict[str, object]) -> str | None:
    value = _text_field(fields, "date")
    if value is None:
        return None
    found = _DATE.fullmatch(value.strip())
    if found is None:
        message = f"has a 'date' that is not like 2020, 2020-01 or 2020-01-03: {value[:40]!r}"
        raise ValueError(message)
    try:
        first_day(found["edtf"])
    except ValueError:
        message = f"has a 'date' that is in no calendar: {value[:40]!r}"
        raise ValueError(message) from None
    return found["edtf"]
