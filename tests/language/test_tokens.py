from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from allegiance.language.tokens import tokenizer

CUT = tokenizer(English().vocab)


def words(text: str) -> list[str]:
    return [token.text for token in CUT(text) if not token.is_space]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Votel spoke.", ["Gen.", "Votel", "spoke", "."]),
        ("U.S.-backed forces", ["U.S.", "-", "backed", "forces"]),
        ("the pro-Iran militias", ["the", "pro-Iran", "militias"]),
        ("Pro-Turkish and anti-American", ["Pro-Turkish", "and", "anti-American"]),
        ("(2008-14)", ["(", "2008", "-", "14", ")"]),
        ("in 2008–14", ["in", "2008", "–", "14"]),
        ("Iran-backed", ["Iran", "-", "backed"]),
        ("al-Sadr's men", ["al", "-", "Sadr", "'s", "men"]),
        ("the party’s leader", ["the", "party", "’s", "leader"]),
        ("Iraq/Syria", ["Iraq", "/", "Syria"]),
        ("He left—they stayed", ["He", "left", "—", "they", "stayed"]),
        ("a 25-year-old", ["a", "25", "-", "year", "-", "old"]),
        ("it didn't", ["it", "did", "n't"]),
    ],
)
def test_words_are_cut_as_in_the_treebanks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("pair", ['""', "''", "“”", "‘’", "„“", "«»", "‹›", "()", "[]"])
def test_quotation_marks_and_brackets_of_every_kind_are_words_of_their_own(pair: str) -> None:
    assert words(f"the {pair[0]}Mahdi Army{pair[1]} left") == ["the", pair[0], "Mahdi", "Army", pair[1], "left"]


@given(st.text())
def test_every_character_is_in_a_token_or_is_the_space_after_one(text: str) -> None:
    doc = CUT(text)
    assert doc.text == text
    assert "".join(token.text_with_ws for token in doc) == text
