from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from allegiance.language import Reader
from allegiance.language.network import LONGEST

TYPES = {"PERSON", "ORG", "PLACE", "NORP", "FACILITY", "EVENT", "DATE"}
TEXTS = [
    "Iran backs the Badr Organization.",
    "",
    "Gen. Votel met “U.S.-backed” forces and pro-Iran militias (2008-14).\n\nThe Mahdi Army\n\nIt fought on. ",
    " \n\t ",
    "Muqtada al-Sadr's followers, who had been loyal to his father, stormed the Green Zone in Baghdad, and the "
    "government of Haider al-Abadi, which was backed by Washington, declared a curfew on 30 April 2016.",
    "a\x00b \x07 \x1b[0m c",
    "🙂🙂 Iraq 👩‍👩‍👧 🇮🇶!",
    "العراق وإيران",
    "word " * 300,
]


def facts(doc: Doc) -> list[tuple[Any, ...]]:
    """Everything that the reader says of a text."""
    return [
        (t.text, t.whitespace_, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_, t.is_sent_start)
        for t in doc
    ]


def check(doc: Doc, text: str) -> None:
    """A Doc covers its text, each sentence is a tree, and names are spans inside one sentence."""
    assert doc.text == text
    assert "".join(token.text_with_ws for token in doc) == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)
    assert sum(len(sentence) for sentence in doc.sents) == len(doc)
    for sentence in doc.sents:
        roots = [token for token in sentence if token.head == token]
        assert len(roots) == 1 or all(token.is_space for token in sentence)
        assert all(token.head.sent == sentence for token in sentence)
        assert {token.dep_ == "ROOT" for token in roots} <= {not roots[0].is_space}
    for name in doc.ents:
        assert name.label_ in TYPES
        assert text[name.start_char : name.end_char] == name.text
        assert name[0].sent == name[-1].sent
    assert all(token.pos_ and token.tag_ and token.dep_ and token.lemma_ for token in doc)


@pytest.mark.parametrize("text", TEXTS)
def test_a_doc_covers_its_text_with_trees_and_names(text: str, reader: Reader) -> None:
    check(reader(text), text)


@pytest.mark.parametrize("text", TEXTS)
def test_trees_keep_the_sentences_that_were_cut(text: str, reader: Reader) -> None:
    assert [s.text for s in reader(text).sents] == [s.text for s in reader.split(text).sents]


def test_docs_come_in_the_order_of_their_texts(reader: Reader) -> None:
    assert [doc.text for doc in reader.pipe(TEXTS * 3)] == TEXTS * 3


def test_texts_are_taken_as_they_are_needed(reader: Reader) -> None:
    taken = []

    def texts() -> Any:
        for number in range(100):
            taken.append(number)
            yield "Iran backs Badr. " * 200

    next(reader.pipe(texts()))
    assert len(taken) < 20


def test_a_text_is_read_the_same_alone_and_among_others(reader: Reader) -> None:
    together = [facts(doc) for doc in reader.pipe(TEXTS)]
    backwards = [facts(doc) for doc in reader.pipe(TEXTS[::-1])][::-1]
    assert together == backwards
    assert together == [facts(reader(text)) for text in TEXTS]


def test_a_sentence_gets_the_same_numbers_alone_and_among_longer_ones(reader: Reader) -> None:
    short, long = "Iran backs Badr .".split(), ("The militias of the south , " * 15).split()
    alone = reader.network.read([short])[0]
    among = reader.network.read([long, short, long[:30]])[1]
    assert (alone.names == among.names).all()
    assert (alone.heads == among.heads).all()
    assert (alone.upos, alone.xpos, alone.labels, alone.lemmas) == (among.upos, among.xpos, among.labels, among.lemmas)


def test_a_text_of_5000_words_without_punctuation_is_read(reader: Reader) -> None:
    text = " ".join(f"word{number % 7}" for number in range(5000))
    check(reader(text), text)


def test_a_sentence_of_long_unknown_words_is_read(reader: Reader) -> None:
    text = " ".join(f"Xqzj{number}kwvbxq" * 6 for number in range(100))
    (words,) = [[token.text for token in sentence] for sentence in reader.split(text).sents]
    ((_, feed),) = reader.network.batches([words])
    assert feed["ids"].shape[1] <= LONGEST
    check(reader(text), text)


def test_lone_surrogates_are_replaced_one_for_one(reader: Reader) -> None:
    text = "Iran \ud83d backs\udc00 Badr."
    doc = reader(text)
    check(doc, text.replace("\ud83d", "\ufffd").replace("\udc00", "\ufffd"))


def test_plain_sentences_are_read_as_anyone_would(reader: Reader) -> None:
    doc = reader("Iran backs the Badr Organization in Iraq.")
    by_word = {token.text: token for token in doc}
    assert by_word["backs"].dep_ == "ROOT"
    assert by_word["backs"].lemma_ == "back"
    assert by_word["Iran"].dep_ == "nsubj"
    assert by_word["Organization"].dep_ == "obj"
    assert {(name.text, name.label_) for name in doc.ents} >= {("Iran", "PLACE"), ("Iraq", "PLACE")}


@settings(max_examples=50)
@given(text=st.one_of(st.text(), st.text("aB.'’-,\n \t(1\x00é🙂", max_size=60)))
def test_any_text_is_read(text: str, reader: Reader) -> None:
    check(reader(text), text)
