"""Tell the format of a file from its name and its first bytes."""

from __future__ import annotations

import re
from enum import Enum, auto
from pathlib import PurePath

from allegiance.documents.encoding import strip_nulls


class Format(Enum):
    """The formats that are read."""

    TEXT = auto()
    HTML = auto()
    JSON_LINES = auto()


_SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".htm": Format.HTML,
    ".html": Format.HTML,
    ".xhtml": Format.HTML,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON_LINE = re.compile(rb'\s*\{\s*"')


def sniff(name: str, head: bytes) -> Format:
    """Return the format that the suffix of ``name`` tells, else the one that ``head`` looks like."""
    known = _SUFFIXES.get(PurePath(name).suffix.lower())
    if known is not None:
        return known
    plain = strip_nulls(head)
    if _JSON_LINE.match(plain):
        return Format.JSON_LINES
    if _HTML.match(plain):
        return Format.HTML
    return Format.TEXT
