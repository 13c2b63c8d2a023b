"""The id of a document."""

from __future__ import annotations

import hashlib


def content_id(text: str) -> str:
    """Return the first 20 hexadecimal digits of the SHA-256 of the text in UTF-8: 80 bits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]
