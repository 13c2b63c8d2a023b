"""What the network reads of a word: its word pieces and its shape."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from tokenizers import Tokenizer

from allegiance.errors import DataError

MAX_PIECES_OF_WORD = 8
_PLAIN = str.maketrans({"‘": "'", "’": "'", "‚": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
                        "–": "-", "—": "-", "‐": "-", "‑": "-", "…": "."})  # fmt: skip


class Shape(IntEnum):
    """The letter case that an uncased vocabulary loses; ``NONE`` is for padding and the sentence's two ends."""

    NONE = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    DIGITS = 4
    MIXED = 5
    PUNCTUATION = 6


def shape(word: str) -> Shape:
    """The shape of a word: ``shape("Iran") is Shape.TITLE``."""
    if any(character.isdigit() for character in word):
        return Shape.DIGITS
    if word.islower():
        return Shape.LOWER
    if word.isupper() and len(word) > 1:
        return Shape.UPPER
    if word[:1].isupper():
        return Shape.TITLE
    return Shape.MIXED if any(character.isalpha() for character in word) else Shape.PUNCTUATION


def told_apart(words: Sequence[str]) -> Sequence[str]:
    """The words of a sentence with abbreviations that look like little words made unknown ones: "IS", "WHO".

    The vocabulary is without case, so that "IS killed a leader" would be read as "is killed a leader". A sentence
    that is in capitals throughout stays as it is.
    """
    if not any(word in _LOOK_LIKE_WORDS for word in words):
        return words
    letters = [word for word in words if word.isalpha()]
    if 2 * sum(word.isupper() for word in letters) > len(letters):
        return words
    return [_UNKNOWN if word in _LOOK_LIKE_WORDS else word for word in words]


_UNKNOWN = "\u0416\u0416"
"""Two capitals that no piece of the vocabulary holds."""
_LOOK_LIKE_WORDS = frozenset(
    "IS AS AM ARE AN IN IT IF AT BE DO HAS WAS WHO WE HE ME MY NO SO UP BY ON OF AND MAY CAN".split()
)


def special(tokenizer: Tokenizer, piece: str) -> int:
    """The id of a piece that every vocabulary of ours has, such as ``[CLS]``."""
    number = tokenizer.token_to_id(piece)
    if number is None:
        raise DataError(f"the vocabulary of the language model has no {piece}")
    return number


def pieces(words: Sequence[str], tokenizer: Tokenizer) -> list[list[int]]:
    """The vocabulary ids of each word, one to eight a word; quotation marks and dashes of every kind are one."""
    plain = [word.translate(_PLAIN) for word in words]
    unknown = special(tokenizer, "[UNK]")
    encodings = tokenizer.encode_batch(plain, add_special_tokens=False)
    return [encoding.ids[:MAX_PIECES_OF_WORD] or [unknown] for encoding in encodings]
