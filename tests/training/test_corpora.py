from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

corpora: Any = importlib.import_module("corpora")
entities: Any = importlib.import_module("entities")

CONLLU = """# text = Iran's allies fled.
1-2\tIran's\t_\t_\t_\t_\t_\t_\t_\t_
1\tIran\tIran\tPROPN\tNNP\t_\t3\tnmod:poss\t_\tEntity=(1-place-giv:act-1-coref-Iran)
2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_
3\tallies\tally\tNOUN\tNNS\t_\t4\tnsubj\t_\t_
4\tfled\tflee\tVERB\tVBD\t_\t0\troot\t_\t_
4.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct:some\t_\t_

# text = So.
1\tSo\tso\tADV\tRB\t_\t0\troot\t_\tSpaceAfter=No"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "some.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return path


def test_a_treebank_gives_its_words_without_those_written_twice(treebank: Path) -> None:
    first, second = corpora.treebank(treebank)
    assert first.words == ("Iran", "'s", "allies", "fled", ".")
    assert first.tree.heads == (3, 1, 4, 0, 4)
    assert first.tree.lemmas == ("Iran", "'s", "ally", "flee", ".")
    assert second.words == ("So",)
    assert second.names is None


def test_only_the_subtypes_that_carry_meaning_are_kept(treebank: Path) -> None:
    assert corpora.label("nsubj:pass") == "nsubj:pass"
    assert next(corpora.treebank(treebank)).tree.labels == ("nmod:poss", "case", "nsubj", "root", "punct")


def test_the_names_of_gum_are_those_with_a_proper_noun(treebank: Path) -> None:
    first, _ = corpora.treebank(treebank, names=True)
    assert first.names[0] == {"B-PLACE"}
    assert "O" in first.names[2]


def test_sentences_whose_words_agree_get_the_names_of_universal_ner(treebank: Path, tmp_path: Path) -> None:
    tagged = tmp_path / "names.iob2"
    tagged.write_text("1\tSo\tB-PER\n\n1\tElse\tO\n", encoding="utf-8")
    without, given = corpora.with_uner(tagged, treebank)
    assert without.names is None
    assert given.names == (frozenset({"B-PERSON"}),)


def test_copies_of_a_sentence_are_held_out_together() -> None:
    sentences = [corpora.Sentence((f"word{number}", "."), None, None) for number in range(400)] * 2
    train, held = corpora.apart(sentences)
    assert sorted([*train, *held], key=str) == sorted(sentences, key=str)
    assert 0 < len(held) < len(train) / 10
    assert not {sentence.words for sentence in train} & {sentence.words for sentence in held}
