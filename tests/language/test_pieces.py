from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.pre_tokenizers import BertPreTokenizer

from allegiance.errors import DataError
from allegiance.language.pieces import MAX_PIECES_OF_WORD, Shape, pieces, shape, special

VOCABULARY = {
    piece: number for number, piece in enumerate(["[PAD]", "[UNK]", "iran", "##ian", *"abc'\"-.", "##a", "##b", "##c"])
}


@pytest.fixture(scope="module")
def small() -> Tokenizer:
    made = Tokenizer(WordPiece(VOCABULARY, unk_token="[UNK]", max_input_chars_per_word=1000))  # noqa: S106 - no password
    made.pre_tokenizer = BertPreTokenizer()
    return made


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("iran", Shape.LOWER), ("Iran", Shape.TITLE), ("ISIS", Shape.UPPER), ("A", Shape.TITLE), ("F-16", Shape.DIGITS),
        ("2014", Shape.DIGITS), ("iPhone", Shape.MIXED), ("al-Sadr", Shape.MIXED), ("U.S.", Shape.UPPER),
        (",", Shape.PUNCTUATION), ("", Shape.PUNCTUATION), ("McCain", Shape.TITLE), ("🙂", Shape.PUNCTUATION),
    ],
)  # fmt: skip
def test_a_word_has_the_shape_of_its_letters(word: str, expected: Shape) -> None:
    assert shape(word) == expected


def test_words_are_cut_into_pieces_of_the_vocabulary(small: Tokenizer) -> None:
    assert pieces(["iranian", "b"], small) == [[VOCABULARY["iran"], VOCABULARY["##ian"]], [VOCABULARY["b"]]]


@pytest.mark.parametrize(("kinds", "plain"), [("‘’‚`", "'"), ("“”„«»", '"'), ("–—‐‑", "-"), ("…", ".")])
def test_quotation_marks_and_dashes_of_every_kind_are_one(kinds: str, plain: str, small: Tokenizer) -> None:
    assert pieces(list(kinds), small) == [[VOCABULARY[plain]]] * len(kinds)


def test_a_word_that_leaves_no_piece_is_unknown(small: Tokenizer) -> None:
    assert pieces(["", " ", "ж"], small) == [[VOCABULARY["[UNK]"]]] * 3


@given(word=st.text())
def test_every_word_has_one_to_eight_pieces(word: str, small: Tokenizer) -> None:
    assert 1 <= len(pieces([word], small)[0]) <= MAX_PIECES_OF_WORD


def test_a_long_word_is_cut_off(small: Tokenizer) -> None:
    assert len(pieces(["abc" * 100], small)[0]) == MAX_PIECES_OF_WORD


def test_a_vocabulary_without_a_piece_that_all_have_is_broken(small: Tokenizer) -> None:
    with pytest.raises(DataError, match="has no"):
        special(small, "[CLS]")
