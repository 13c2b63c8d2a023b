"""Invented pages: what is furniture goes, what is text stays where it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from importlib import resources
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.documents.furniture import blank_furniture, drop_furniture, is_furniture

BODY = (
    "The two parties met in Erbil on Monday and agreed to share the governor's office.\n\n"
    "A spokesman of the smaller party said that the agreement would hold until the next election."
)

CALLS = [
    "Click Here: cheap football shirts",
    "Click here to watch the full interview",
    "Read more: Ten things to know about the vote",
    "READ MORE",
    "Read more about the council's decision",
    "» Continue reading",
    "Also read: The general who would be king",
    "Related articles",
    "You may also like",
    "Share this article on Facebook",
    "Share this:",
    "Subscribe to our weekly newsletter",
    "Sign up for free and get the news in your inbox every morning!",
    "Follow us on Telegram",
    "Join our WhatsApp channel for breaking news.",
    "Download our app now",
    "Buy now and save 40%",
    "ADVERTISEMENT",
    "Advertisement - story continues below",
    "Sponsored content",
    "We use cookies to give you the best experience on our website.",
    "This website uses cookies. By continuing you accept them.",
    "By continuing to browse you agree to our use of cookies.",
    "Accept all cookies",
    "Privacy policy | Terms of use | Contact",
    "© 2021 The Daily Lantern. All rights reserved.",
    "Copyright 2019 Lantern Media",
    "Tags: elections, Kirkuk, oil",
    "Leave a comment",
    "12 comments",
    "Comments are closed.",
    "Back to top",
    "Facebook | Twitter | WhatsApp | Email",
    "5 min read",
    "www.best-shirts.example.com http://shop.example.net deals",
    "#news #politics @lantern",
]

SENTENCES = [
    "Read more widely, the verdict says that the party backed the militia in the war.",
    "Share of the vote decided the matter, and the bloc split.",
    "Related parties in the north rejected the offer of the prime minister.",
    "Subscribers to this view oppose the alliance with the Kurdish parties.",
    "Follow-up talks between the two parties failed.",
    "Advertisements against the president were paid for by his former ally.",
    "Sponsored by Tehran, the brigade attacked the base.",
    "Comments by the cleric angered his followers.",
    "The minister said that he would sign up to the agreement.",
    "Top officials of both parties met in Ankara.",
    "Tags on the walls accused the militia of murder.",
    "Order now reigns in the city, the general said.",
    "Joining us was a mistake, he told the party.",
    "Support us or leave, the commander told the tribes; they left and joined the other side in the following spring, "
    "which ended the alliance that the two had kept since the war, and their leaders have not spoken since.",
]

SPAM_ENDS = [
    *CALLS,
    "cheap running shoes outlet",
    "best replica watches for sale online",
    "Visit our online store for the lowest prices on sunglasses.",
    "Get 50 free spins at the best online casino.",
    "This report was republished with permission.",
    "wholesale dragon jerseys",
]


@pytest.mark.parametrize("call", CALLS)
def test_a_call_to_action_is_furniture_wherever_it_stands(call: str) -> None:
    assert is_furniture(call)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_that_begins_like_a_call_to_action_is_text(sentence: str) -> None:
    assert not is_furniture(sentence)


@pytest.mark.parametrize("spam", SPAM_ENDS)
def test_what_is_appended_to_a_text_is_cut_off(spam: str) -> None:
    assert blank_furniture(f"{BODY}\n\n{spam}") == BODY
    assert blank_furniture(f"{BODY}\n{spam}\n") == BODY
    assert drop_furniture(f"{BODY}\n\n{spam}") == BODY


def test_several_appended_paragraphs_are_cut_off_together() -> None:
    assert blank_furniture(BODY + "\n\n" + "\n\n".join(SPAM_ENDS)) == BODY


def test_a_call_on_the_line_of_the_last_sentence_is_cut_off() -> None:
    assert blank_furniture(f"{BODY} Click here: cheap football shirts") == BODY
    assert blank_furniture(f"{BODY} Read more: Who is who in Erbil") == BODY


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_last_paragraph_that_is_text_stays(sentence: str) -> None:
    text = f"{BODY}\n\n{sentence}"
    assert blank_furniture(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Iran backs the Badr Organization",
        "Kurdish parties",
        "The president's rivals\n\nThe smaller party left the coalition in May.",
        "The bloc has three members:\n\n- the Badr Organization\n\n- the Fadhila Party",
        f"{BODY}\n\nMembers of the bloc:\n- the larger party\n- the smaller party",
        f"{BODY}\n\n“We will not return,” he said",
        f"{BODY}\n\nThe larger party then attacked the",
        "اتفق الحزبان على الحكم.\n\nوقال المتحدث باسم الحزب.\n\nالحزب الديمقراطي الكردستاني",
    ],
)
def test_short_texts_lists_broken_ends_and_other_scripts_stay_whole(text: str) -> None:
    assert blank_furniture(text) == text


def test_a_text_that_is_nothing_but_furniture_is_empty() -> None:
    assert blank_furniture("Click here: cheap football shirts") == ""
    assert drop_furniture("Advertisement\n\nBuy now") == ""


def test_a_heading_in_the_middle_stays() -> None:
    first, second = BODY.split("\n\n")
    text = f"Erbil\n\n{first}\n\nThe rivals\n\n{second}"
    assert blank_furniture(text) == text
    assert drop_furniture(text) == text


def test_furniture_in_the_middle_becomes_spaces_and_nothing_moves() -> None:
    first, second = BODY.split("\n\n")
    text = f"{first}\n\nSubscribe to our newsletter\n\n{second}"
    clean = blank_furniture(text)
    assert "newsletter" not in clean
    assert len(clean) == len(text)
    assert clean.index(second) == text.index(second)


def test_wrapped_lines_are_one_paragraph() -> None:
    text = BODY + "\n\nThe larger party will\nshare this office with the smaller\none until May"
    assert blank_furniture(text) == text


@given(st.text() | st.lists(st.sampled_from([*SPAM_ENDS, *SENTENCES, "", "\n", "a", " - "])).map("\n".join))
def test_every_character_that_is_left_keeps_its_place(text: str) -> None:
    clean = blank_furniture(text)
    assert len(clean) <= len(text)
    assert all(new in (old, " ") for new, old in zip(clean, text, strict=False))


def test_the_data_file_has_no_expression_twice_and_none_that_matches_nothing() -> None:
    raw = tomllib.loads(resources.files("allegiance.documents").joinpath("furniture.toml").read_text("utf-8"))
    for key in ("begins", "contains"):
        assert len(set(raw[key])) == len(raw[key])
        for expression in raw[key]:
            assert not re.match(expression, "", re.IGNORECASE), expression
            assert not re.search(expression, BODY, re.IGNORECASE), expression


# Each takes milliseconds where time grows with length, many seconds where it grows with its square.
@pytest.mark.parametrize(
    "text",
    [
        "Iran backed Badr. It left. " * 40_000,
        "aGVsbG8" * 100_000,
        "\n\n".join(["aGVsbG8" * 340] * 100),
        "\n\n".join(["@" * 2_300] * 100),
        "\n\n".join(["a.@" * 760] * 100),
        "the larger party left the\n" * 20_000,
    ],
    ids=["one line", "one token", "long tokens", "at signs", "addresses", "wrapped lines"],
)
def test_time_grows_with_the_length_of_a_text_and_not_with_its_square(text: str) -> None:
    began = process_time()
    blank_furniture(text)
    assert process_time() - began < 5


def test_a_call_two_sentences_before_the_end_of_a_line_is_cut_off_and_one_before_that_is_not() -> None:
    text = BODY.replace("\n\n", " ")
    assert blank_furniture(f"{text} Subscribe to our newsletter. It is free.") == text
    longer = f"{text} Subscribe to our newsletter. It is free. It is weekly."
    assert blank_furniture(longer) == longer


@pytest.mark.parametrize("links", ["a.writer@lantern.example.com", "(news@lantern.example.org)", "the-lantern.com/x 1"])
def test_addresses_are_links(links: str) -> None:
    assert is_furniture(links)


def test_a_paragraph_of_wrapped_lines_ends_where_its_last_line_does() -> None:
    text = "The larger party \n  will share this office\t\nwith the smaller one.  \n\nBoth agreed. \n"
    assert drop_furniture(text) == text.rstrip().replace(".  \n", ".\n")


def test_the_data_file_is_read_as_utf_8_whatever_the_locale_is() -> None:
    code = "from allegiance.documents.furniture import is_furniture; print(is_furniture('\\xbb Continue reading'))"
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning", "-c", code]
    assert subprocess.run(command, env=environment, capture_output=True, check=True).stdout == b"True\n"
