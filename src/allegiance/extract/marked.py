"""Texts in which somebody marked a source and a target: the input of the coder."""

from __future__ import annotations

import json
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its source and target as spans of characters that hold something and do not overlap."""

    id: str
    text: str
    source: Span
    target: Span


def parse(line: bytes | str) -> Marked:
    """The marked text of a line of JSON; raises ``ValueError`` with the reason where it is none."""
    try:
        fields = json.loads(line)
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"is not JSON: {getattr(error, 'msg', 'not valid UTF-8')}") from None
    except RecursionError:
        raise ValueError("is not JSON that can be read: nested too deeply") from None
    if not isinstance(fields, dict):
        raise ValueError("is not a JSON object")  # noqa: TRY004 - wrong data, not a wrong call
    if missing := [key for key in ("id", "text", "source", "target") if key not in fields]:
        raise ValueError(f"has no '{missing[0]}'")
    name, text = fields["id"], fields["text"]
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise ValueError("has an 'id' that is neither a string nor a whole number")  # noqa: TRY004
    if not isinstance(text, str) or not _is_unicode(text):
        raise ValueError("has a 'text' that is not a string of valid Unicode")
    source, target = _span(fields, "source", text), _span(fields, "target", text)
    if source[0] < target[1] and target[0] < source[1]:
        raise ValueError("has a 'source' and a 'target' that overlap")
    return Marked(str(name), text, source, target)


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _span(fields: dict[str, object], key: str, text: str) -> Span:
    value = fields[key]
    if not isinstance(value, list) or len(value) != 2 or not all(type(end) is int for end in value):
        raise ValueError(f"has a '{key}' that is not [start, end]")
    start, end = value
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"has a '{key}' outside its text of {len(text)} characters: {value}")
    if not text[start:end].strip():
        raise ValueError(f"has a '{key}' that holds nothing: {value}")
    return start, end
