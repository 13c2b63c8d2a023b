"""Texts to filled spaCy Docs, many at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IS_SPACE, LEMMA, POS, SENT_START, TAG
from spacy.lang.en import English
from spacy.symbols import IDS as SYMBOLS
from spacy.symbols import SPACE
from spacy.tokens import Doc

from allegiance.language import names, sentences
from allegiance.language.network import Network, Reading
from allegiance.language.tokens import tokenizer

TOGETHER = 20_000
"""Characters read together; memory does not grow beyond what they need."""

_COLUMNS = (HEAD, DEP, TAG, POS, LEMMA, ENT_IOB, ENT_TYPE)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_INSIDE, _OUTSIDE, _BEGIN = 1, 2, 3


class Reader:
    """A pipeline in one object: ``reader.pipe(texts)`` gives a Doc a text, in order."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.vocab = English().vocab
        self._tokenizer = tokenizer(self.vocab)
        self._transitions = names.transitions(network.name_tags)

    def __call__(self, text: str) -> Doc:
        return next(self.pipe([text]))

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Docs with sentences, tags, lemmas, trees and names; sentences of neighbouring texts share batches."""
        remaining = iter(texts)
        while first := list(islice(remaining, 1)):
            group = [self.split(first[0])]
            size = len(first[0])
            while size < TOGETHER and (more := list(islice(remaining, 1))):
                group.append(self.split(more[0]))
                size += len(more[0])
            yield from self._fill(group)

    def split(self, text: str) -> Doc:
        """A Doc with tokens and sentences only; what UTF-8 cannot hold is replaced, character by character."""
        return sentences.mark(self._tokenizer(_LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)))

    def _fill(self, docs: list[Doc]) -> Iterator[Doc]:
        places = [_places(doc) for doc in docs]
        words = [sentences.texts(doc) for doc in docs]
        together = [[own[i] for i in sentence] for own, found in zip(words, places, strict=True) for sentence in found]
        readings = iter(self.network.read(together))
        for doc, found in zip(docs, places, strict=True):
            yield self._write(doc, [(np.array(sentence), next(readings)) for sentence in found])

    def _write(self, doc: Doc, read: list[tuple[NDArray[np.int64], Reading]]) -> Doc:
        add = self.vocab.strings.add
        table = np.zeros((len(doc), len(_COLUMNS)), dtype=np.uint64)
        table[:, 5] = _OUTSIDE
        heads = np.zeros(len(doc), dtype=np.int64)
        for rows, reading in read:
            above = np.concatenate(([0], rows))[reading.heads]
            heads[rows] = np.where(reading.heads == 0, 0, above - rows)
            table[rows, 1] = [add("ROOT" if label == "root" else label) for label in reading.labels]
            table[rows, 2] = [add(tag) for tag in reading.xpos]
            table[rows, 3] = [SYMBOLS[tag] for tag in reading.upos]
            table[rows, 4] = [add(lemma) for lemma in reading.lemmas]
            for start, end, kind in names.spans(reading.names, self.network.name_tags, self._transitions):
                table[rows[start:end], 5] = _INSIDE
                table[rows[start], 5] = _BEGIN
                table[rows[start:end], 6] = add(kind)
        self._spaces(doc, table, heads)
        table[:, 0] = heads.astype(np.uint64)
        return doc.from_array(list(_COLUMNS), table)  # type: ignore[arg-type] # spaCy asks for any integers

    def _spaces(self, doc: Doc, table: NDArray[np.uint64], heads: NDArray[np.int64]) -> None:
        """White space hangs on the word before it, or after it at a text's start, as in spaCy's own models."""
        dep, tag = self.vocab.strings.add("dep"), self.vocab.strings.add("_SP")
        for place in np.flatnonzero(doc.to_array(IS_SPACE)).tolist():
            heads[place] = -1 if place else int(len(doc) > 1 and not doc[1].is_space)
            table[place, 1:5] = dep, tag, SPACE, doc[place].orth
            if 0 < place < len(doc) - 1 and table[place + 1, 5] == _INSIDE:
                table[place, 5:7] = _INSIDE, table[place - 1, 6]


def _places(doc: Doc) -> list[list[int]]:
    """The places of each sentence's words; white space is no word."""
    found: list[list[int]] = []
    for place, (is_space, start) in enumerate(doc.to_array([IS_SPACE, SENT_START]).tolist() if len(doc) else ()):
        if start == 1:
            found.append([])
        if not is_space:
            found[-1].append(place)
    return [sentence for sentence in found if sentence]
