"""Texts to filled spaCy Docs, many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, TAG
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
        """A Doc with tokens and sentences only."""
        return sentences.mark(self._tokenizer(text))

    def _fill(self, docs: list[Doc]) -> Iterator[Doc]:
        places = [[[t.i for t in sentence if not t.is_space] for sentence in doc.sents] for doc in docs]
        words = [[doc[i].text for i in sentence] for doc, found in zip(docs, places, strict=True) for sentence in found]
        readings = iter(self.network.read([sentence for sentence in words if sentence]))
        for doc, found in zip(docs, places, strict=True):
            yield self._write(doc, [(sentence, next(readings)) for sentence in found if sentence])

    def _write(self, doc: Doc, read: list[tuple[list[int], Reading]]) -> Doc:
        add = self.vocab.strings.add
        table = np.zeros((len(doc), len(_COLUMNS)), dtype=np.uint64)
        table[:, 5] = 2
        heads = np.zeros(len(doc), dtype=np.int64)
        for places, reading in read:
            rows = np.array(places)
            above = np.concatenate(([0], rows))[reading.heads]
            heads[rows] = np.where(reading.heads == 0, 0, above - rows)
            table[rows, 1] = [add("ROOT" if label == "root" else label) for label in reading.labels]
            table[rows, 2] = [add(tag) for tag in reading.xpos]
            table[rows, 3] = [SYMBOLS[tag] for tag in reading.upos]
            table[rows, 4] = [add(lemma) for lemma in reading.lemmas]
            for start, end, kind in names.spans(reading.names, self.network.name_tags, self._transitions):
                table[rows[start:end], 5] = 1
                table[rows[start], 5] = 3
                table[rows[start:end], 6] = add(kind)
        self._spaces(doc, table, heads)
        table[:, 0] = heads.astype(np.uint64)
        return doc.from_array(list(_COLUMNS), table)

    def _spaces(self, doc: Doc, table: np.ndarray, heads: np.ndarray) -> None:
        """White space hangs on the word before it, or after it at a text's start, as in spaCy's own models."""
        for token in doc:
            if token.is_space:
                heads[token.i] = -1 if token.i and not token.is_sent_start else (1 if self._goes_on(doc, token.i) else 0)
                table[token.i, 1] = self.vocab.strings.add("dep")
                table[token.i, 2] = self.vocab.strings.add("_SP")
                table[token.i, 3] = SPACE
                table[token.i, 4] = token.orth
                inside = 0 < token.i < len(doc) - 1 and table[token.i + 1, 5] == 1
                if inside:
                    table[token.i, 5], table[token.i, 6] = 1, table[token.i - 1, 6]

    @staticmethod
    def _goes_on(doc: Doc, place: int) -> bool:
        return place + 1 < len(doc) and not doc[place + 1].is_sent_start
