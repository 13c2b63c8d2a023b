from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.documents.html import parse
from allegiance.errors import DocumentError

PARAGRAPHS = [
    "The two parties met in Erbil on Monday and agreed to share the governor's office for the next four years.",
    "A spokesman of the smaller party said that the agreement would hold until the next election in the province.",
    "Their rivals in the Change Movement rejected the agreement and accused both parties of buying votes with oil.",
]
PAGE = f"""<!DOCTYPE html><html><head><title>A meeting in Erbil | The Lantern</title>
<meta property="og:title" content="A meeting in Erbil"><meta property="og:site_name" content="The Lantern">
<meta property="og:url" content="https://lantern.example.org/erbil">
<meta property="article:published_time" content="2019-05-06T10:00:00+00:00"></head><body>
<div class="cookie-bar">We use cookies. <button>Accept all</button></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>A meeting in Erbil</h1>{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}
<p>Subscribe to our newsletter</p></article>
<aside><h2>Related articles</h2><ul><li><a href="/a">The oil of Kirkuk</a></li></ul></aside>
<footer>© 2019 The Lantern. All rights reserved.</footer></body></html>"""


def test_only_the_main_text_of_a_page_is_kept() -> None:
    text = parse(PAGE, name="a.html").text
    assert all(paragraph in text for paragraph in PARAGRAPHS)
    for furniture in ("cookies", "Home", "Subscribe", "Related", "oil of Kirkuk", "©"):
        assert furniture not in text


def test_paragraphs_are_separated_by_blank_lines() -> None:
    assert "\n\n".join(PARAGRAPHS) in parse(PAGE, name="a.html").text


def test_the_page_tells_its_title_date_publisher_and_address() -> None:
    page = parse(PAGE, name="a.html")
    assert (page.title, page.date, page.publisher) == ("A meeting in Erbil", "2019-05-06", "The Lantern")
    assert page.url == "https://lantern.example.org/erbil"


def test_a_page_without_a_date_has_none_though_its_text_names_dates() -> None:
    body = "".join(f"<p>{text} On 3 January 2020 it was renewed.</p>" for text in PARAGRAPHS)
    assert parse(f"<html><body><article>{body}</article></body></html>", name="a.html").date is None


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>let a = 1</script></body></html>"])
def test_a_page_without_main_text_is_refused(page: str) -> None:
    with pytest.raises(DocumentError, match=r"^a\.html: has no main text"):
        parse(page, name="a.html")


@given(
    st.text(), st.sampled_from(["{}", "<p>{}", "<html><body><p>{}</p>", "<{}>", "<a href='{}'>", "<!-- {}", "<?xml {}"])
)
def test_broken_pages_are_read_or_refused(text: str, frame: str) -> None:
    with suppress(DocumentError):
        parse(frame.replace("{}", text), name="a.html")
