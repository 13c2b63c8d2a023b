from __future__ import annotations

from spacy.tokens import Doc

from allegiance.extract.paths import between
from extract.trees import tree


def way(doc: Doc, one: str, other: str) -> list[str]:
    spans = [(doc.text.index(name), doc.text.index(name) + len(name)) for name in (one, other)]
    return [doc.text[start:end] for start, end in between(doc, spans[0], spans[1])]


def test_the_way_is_the_words_up_and_down_the_tree_without_the_two() -> None:
    doc = tree(
        "Iran/NNP/nsubj>armed/PLACE armed=arm/VBD/root rebels=rebel/NNS/obj>armed of/IN/case>Yemen "
        "Yemen/NNP/nmod>rebels/PLACE ./."
    )
    assert way(doc, "Iran", "rebels") == ["armed"]
    assert way(doc, "Iran", "Yemen") == ["armed", "rebels"]
    assert way(doc, "rebels of Yemen", "Iran") == ["armed"]


def test_where_the_one_hangs_on_the_other_there_are_no_words() -> None:
    doc = tree("Iranian=Iranian/JJ/amod>generals/NORP generals=general/NNS/nsubj>fled fled=flee/VBD/root ./.")
    assert way(doc, "Iranian", "generals") == []


def test_between_two_sentences_there_is_no_way() -> None:
    doc = tree(
        "Iran/NNP/nsubj>fled/PLACE fled=flee/VBD/root ./.",
        "Iraq/NNP/nsubj>stayed/PLACE stayed=stay/VBD/root ./.",
    )
    assert way(doc, "Iran", "Iraq") == []
