"""Codes for pairs of actors that somebody else marked, with the lexicon's votes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from allegiance.coder import Code, Coder, Pair, Sentence, coder
from allegiance.extract.lexicon import Lexicon, shipped
from allegiance.extract.marked import Marked
from allegiance.extract.paths import between
from allegiance.extract.relations import Extraction
from allegiance.extract.votes import vote
from allegiance.language import Reader, reader
from allegiance.model import Document

AT_ONCE = 256
"""Sentences that are read together."""


def code(
    marked: Iterable[Marked],
    *,
    lexicon: Lexicon | None = None,
    language: Reader | None = None,
    network: Coder | None = None,
) -> Iterator[tuple[Marked, Code]]:
    """Each marked text with the PLOVER code of what its source does to its target, in order.

    Reads on in steps of ``AT_ONCE``. The lexicon is asked first; what it says is one of the things the network goes by.
    """
    words, language, network = lexicon or shipped(), language or reader(), network or coder()
    remaining = iter(marked)
    while group := list(islice(remaining, AT_ONCE)):
        docs = language.pipe(one.text for one in group)
        sentences = []
        for one, doc in zip(group, docs, strict=True):
            claims = Extraction(Document("", one.text), doc, words).claims()
            forth, back = vote(claims, one.source, one.target)
            tokens = [token for token in doc if not token.is_space]
            places = [(token.idx, token.idx + len(token)) for token in tokens]
            pair = Pair(one.source, one.target, between(doc, one.source, one.target), forth, back)
            sentences.append(Sentence([token.text for token in tokens], places, [pair]))
        yield from zip(group, (codes[0].forth for codes in network.code(sentences)), strict=True)
