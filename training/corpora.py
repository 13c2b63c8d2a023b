"""Read every training corpus into one kind of sentence, whatever it annotates."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import entities

KEPT_SUBTYPES = {
    "nsubj:pass", "obl:agent", "obl:unmarked", "nmod:poss", "acl:relcl", "aux:pass", "compound:prt",
}  # fmt: skip
HELD_OUT = 40


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence's syntax: heads count words from 1, 0 is the root."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with what their corpus says of them: a tree or none, the admissible name tags of each word or none."""

    words: tuple[str, ...]
    tree: Tree | None
    names: tuple[frozenset[str], ...] | None


def label(deprel: str) -> str:
    """A dependency label with only the subtypes that carry meaning for the extractor."""
    return deprel if deprel in KEPT_SUBTYPES else deprel.partition(":")[0]


def conllu(path: Path) -> Iterator[list[list[str]]]:
    """The word rows of each sentence of a CoNLL-U file."""
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as stream:
        for line in map(str.rstrip, stream):
            if not line:
                if rows:
                    yield rows
                rows = []
            elif line[0] != "#":
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
    if rows:
        yield rows


def tree(rows: list[list[str]]) -> Tree:
    return Tree(
        upos=tuple(row[3] for row in rows),
        xpos=tuple(row[4] for row in rows),
        lemmas=tuple(row[2] for row in rows),
        heads=tuple(int(row[6]) for row in rows),
        labels=tuple(label(row[7]) for row in rows),
    )


def treebank(path: Path, names: bool = False) -> Iterator[Sentence]:
    """Trees of a CoNLL-U file; with ``names`` also the names in GUM's last column."""
    for rows in conllu(path):
        words = tuple(row[1] for row in rows)
        yield Sentence(words, tree(rows), entities.from_gum(rows) if names else None)


def with_uner(path: Path, trees: Path) -> Iterator[Sentence]:
    """EWT sentences with Universal NER's names; those whose words do not agree keep only their tree."""
    tagged = dict(entities.from_uner(path))
    for sentence in treebank(trees):
        yield Sentence(sentence.words, sentence.tree, tagged.get(sentence.words))


def training(corpora: Path, own: Path) -> list[Sentence]:
    """Everything to train on: trees of EWT and GUM (train, dev) and every corpus of names but the test files.

    The project's own sentences come twice: they are few and nearest to what is read. So do Universal NER's, the
    second time without their trees: they are the only names annotated by hand in mail, reviews and forums.
    """
    ud = corpora / "ud"
    found = [*treebank(ud / "ewt-train.conllu")]
    found += with_uner(corpora / "names" / "uner-ewt-dev.iob2", ud / "ewt-dev.conllu")
    for part in ("train", "dev"):
        found += treebank(ud / f"gum-{part}.conllu", names=True)
    bare = [
        *entities.from_uner(corpora / "names" / "uner-ewt-dev.iob2"),
        *entities.from_crossner(corpora / "names" / "crossner-politics-train.txt"),
        *entities.from_crossner(corpora / "names" / "crossner-politics-dev.txt"),
        *entities.from_re3d(corpora / "re3d"),
        *entities.from_marked(own),
        *entities.from_marked(own),
    ]
    found += [Sentence(words, None, tags) for words, tags in bare]
    return found


def apart(sentences: Iterable[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """What to train on, and one sentence in `HELD_OUT` to watch training by; copies of a sentence stay together."""
    train: list[Sentence] = []
    held: list[Sentence] = []
    for sentence in sentences:
        digest = hashlib.sha256("\x1f".join(sentence.words).encode()).digest()
        (train if int.from_bytes(digest[:4]) % HELD_OUT else held).append(sentence)
    return train, held


def tests(corpora: Path) -> dict[str, list[Sentence]]:
    """The three test sets, for reporting only."""
    ud = corpora / "ud"
    return {
        "gum": [*treebank(ud / "gum-test.conllu", names=True)],
        "pud": [*treebank(ud / "pud-test.conllu")],
        "ewt": [*with_uner(corpora / "names" / "uner-ewt-test.iob2", ud / "ewt-test.conllu")],
    }
