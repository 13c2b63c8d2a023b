from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from allegiance.language import sentences
from allegiance.language.tokens import tokenizer

CUT = tokenizer(English().vocab)


def split(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in sentences.mark(CUT(text)).sents]


def cut(marked: str) -> None:
    """Check a text with a bar wherever a sentence should begin; white space stands before the bar."""
    assert split(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    "marked",
    [
        "The talks failed. |Nobody was hurt! |Who won? |Iran did.",
        "They left... |And then it ended… |The end.",
        "He fled... but returned.",
        "What?! |Never!!! |So it goes.",
        "It cost 5. |He paid.",
        "He left.|They stayed.",
        "He left. |al-Sadr stayed.",
        "He said no. |Then he left.",
    ],
)
def test_full_stops_end_sentences(marked: str) -> None:
    cut(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Gen. Votel met Lt. Col. Smith and Sen. John McCain, R-Ariz., in St. Louis.",
        "The U.S. Army and the U.N. Security Council agreed.",
        "The U.S.-backed forces left the U.S. on Monday.",
        "He left at 5 p.m. Monday.",
        "Mr. and Mrs. Hakim met Prof. Dabashi vs. Dr. No.",
        "See No. 5 and Art. 12 of the law, e.g. the second clause, i.e. all of it.",
        "Smith et al. 2014 say so.",
        "Troops left in Jan. 2014. |Then war came.",
    ],
)
def test_the_full_stop_of_an_abbreviation_ends_nothing_before_a_name_or_a_number(marked: str) -> None:
    cut(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Gen. Votel left for the U.S. |The talks failed.",
        "It ended at 5 p.m. |They went home.",
        "He works for Acme Inc. |It is large.",
        "The war ended in Dec. |The troops left.",
        "They flew to Washington, D.C. |There they met.",
        "It was World War I. |It ended in 1918.",
        "They hit Badr, Asaib, etc. |Nobody was hurt.",
    ],
)
def test_an_abbreviation_ends_a_sentence_before_a_word_that_begins_one(marked: str) -> None:
    cut(marked)


def test_initials_end_nothing() -> None:
    cut("J. Edgar Hoover met J.R.R. Tolkien and Barham A. Salih. |A. Smith left.")


@pytest.mark.parametrize("pair", ['""', "“”", "‘’", "«»", "()"])
def test_what_closes_belongs_to_the_sentence_that_it_closes(pair: str) -> None:
    cut(f"{pair[0]}We will fight.{pair[1]} |He left. |{pair[0]}Iran will too.{pair[1]} |They agreed.")


@pytest.mark.parametrize(
    "marked",
    [
        "“Never!” he said.",
        "“Never!” Muqtada al-Sadr said.",
        '"Is it over?" asked Votel. |"No," she said.',
        '"Is it over?" |"Yes."',
        'He said "No!" and left.',
        'He said: "Go." |"No," she said.',
    ],
)
def test_a_sentence_goes_on_after_what_somebody_asked_or_shouted(marked: str) -> None:
    cut(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Iraq votes to expel American troops\n\n|The parliament met on Sunday.",
        "Iran and its allies\n|TEHRAN — The minister, who had returned on Monday, said so.\n|It was so.",
        "Iraqi parliament votes to expel all American troops from the country\n"
        "|BAGHDAD — The parliament voted on Sunday to expel all American troops from Iraq, two days\n"
        "after the strike.",
        "1. First\n|2. Second",
        "• Badr\n|• Asaib",
        "Badr\n|Asaib Ahl al-Haq\n|Kataib Hezbollah",
        "The groups are:\n|Badr, the oldest of them all.",
    ],
)
def test_headings_and_entries_of_lists_end_without_a_full_stop(marked: str) -> None:
    cut(marked)


@pytest.mark.parametrize(
    "text",
    [
        "The militia, which was\nbacked by Iran, left the\ncity on Monday.",
        "The group was led by\nMuqtada al-Sadr and the\nMahdi Army.",
        "On Monday the fighters of\nKataib Hezbollah met Gen.\nVotel in Baghdad.",
        "Iran's foreign minister said on Monday that Tehran would not negotiate with\n"
        "Washington before the sanctions are lifted.",
        "The militia left\r\nthe city.",
    ],
)
def test_wrapped_lines_end_nothing(text: str) -> None:
    assert split(text) == [text]


def test_a_very_long_sentence_is_cut_at_its_last_break_mark() -> None:
    text = " ".join(["word"] * 70) + ", " + " ".join(["other"] * 70) + "."
    doc = sentences.mark(CUT(text))
    assert [len(sentence) for sentence in doc.sents] == [71, 71]


def test_a_text_without_any_mark_is_cut_all_the_same() -> None:
    doc = sentences.mark(CUT("word " * 1000))
    assert {len(sentence) for sentence in doc.sents} == {sentences.LONGEST}


@pytest.mark.parametrize("text", [" ", "\n", "\n\n \n", "\t"])
def test_white_space_alone_is_one_sentence(text: str) -> None:
    assert len(list(sentences.mark(CUT(text)).sents)) == 1


def test_an_empty_text_has_no_sentence() -> None:
    assert list(sentences.mark(CUT("")).sents) == []


def test_white_space_belongs_to_the_sentence_before_it() -> None:
    doc = sentences.mark(CUT(" \n The talks failed.  \n\n It ended."))
    assert [sentence.text for sentence in doc.sents] == [" \n The talks failed.  \n\n ", "It ended."]


FRAGMENTS = st.sampled_from([*"abAZ059.,;:!?…'\"“”‘’«»()[]- \n\t", "U.S.", "Gen.", "No.", " al-", "\n\n", "The ", "."])


@given(st.one_of(st.text(), st.lists(FRAGMENTS).map("".join)))
def test_sentences_cover_every_text_and_none_is_too_long(text: str) -> None:
    doc = sentences.mark(CUT(text))
    found = list(doc.sents)
    assert sum(len(sentence) for sentence in found) == len(doc)
    assert all(a.end == b.start for a, b in pairwise(found))
    assert all(sum(not t.is_space for t in sentence) <= sentences.LONGEST for sentence in found)
