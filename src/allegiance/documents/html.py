"""HTML: the main text of the page and its metadata, by trafilatura."""

from __future__ import annotations

import re
from typing import Any

from allegiance.documents.furniture import drop_furniture
from allegiance.documents.page import Page
from allegiance.errors import DocumentError

# Only dates that the page states as its own; no guessing from numbers in the text.
_DATE = {"original_date": True, "extensive_search": False}
_EDTF = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse(text: str, *, name: str) -> Page:
    """Return the page, paragraphs separated by blank lines; raise DocumentError if it has no main text."""
    import trafilatura

    found = trafilatura.bare_extraction(
        text,
        include_comments=False,
        include_tables=False,
        include_links=False,
        deduplicate=False,
        date_extraction_params=dict(_DATE),
        with_metadata=True,
    )
    if found is None:
        raise DocumentError(name, "has no main text")
    fields: dict[str, Any] = found if isinstance(found, dict) else found.as_dict()
    date = fields.get("date")
    return Page(
        text=drop_furniture(_paragraphs(fields.get("text") or "")),
        title=fields.get("title") or None,
        publisher=fields.get("sitename") or None,
        date=date if date and _EDTF.fullmatch(date) else None,
        url=fields.get("url") or None,
    )


def _paragraphs(text: str) -> str:
    """Put a blank line between the paragraphs, which trafilatura separates by one line end."""
    lines = (line.strip() for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)
