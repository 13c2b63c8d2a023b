"""From documents to claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee

from allegiance.extract.lexicon import Lexicon, shipped
from allegiance.extract.relations import Extraction
from allegiance.language import Reader, reader
from allegiance.model import Claim, Document

__all__ = ["Extraction", "extract"]


def extract(
    documents: Iterable[Document], *, lexicon: Lexicon | None = None, language: Reader | None = None
) -> Iterator[tuple[Document, list[Claim]]]:
    """Each document with its claims, in order; reads on only as far as it is asked."""
    words = lexicon or shipped()
    texts, remaining = tee(documents)
    docs = (language or reader()).pipe(document.text for document in texts)
    for document, doc in zip(remaining, docs, strict=True):
        yield document, Extraction(document, doc, words).claims()
