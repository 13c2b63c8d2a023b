"""Plain text: what stands at its top, and its end without what spammers append."""

from __future__ import annotations

import re

from allegiance.documents.dateline import find_date
from allegiance.documents.furniture import blank_furniture
from allegiance.documents.page import Page

_HEADING = re.compile(r"\s*(?P<title>\S[^\n]{0,149})\n[ \t]*\n\s*\S")
_SENTENCE_END = re.compile(r"[.!?:;,\u061f\u06d4\u3002][\"'\u2019\u201d)\]]*$")


def parse(text: str) -> Page:
    """Return the page; its text is a prefix of ``text`` in which every character keeps its place."""
    clean = blank_furniture(text)
    return Page(text=clean, title=_title(clean), date=find_date(clean))


def _title(text: str) -> str | None:
    """Return the first line if it looks like a heading: short, without a full stop, a blank line after it."""
    found = _HEADING.match(text)
    if found is None:
        return None
    title = found["title"].strip().lstrip("#").strip()
    if len(title.split()) > 20 or _SENTENCE_END.search(title) or find_date(title):
        return None
    return title or None
