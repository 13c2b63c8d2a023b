"""Claims with the shipped model, from text that means something and from text that does not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.extract import extract
from allegiance.model import Claim, Document
from allegiance.vocabulary import relations

REPORT = """Kenya armed the Lango Front in 2014. Diplomats say that Uganda, which denies it, trained its fighters.

"We will fight them," said Lena Orsk, the group's leader (2011-16). She was shot by Kenyan-backed militias in 2017."""
SENTENCES = [
    "Kenya armed the Lango Front in 2014.",
    "The Lango Front (LF), which Peru trained, attacked Chile.",
    "“It shot pro-Kenya protesters,” said Lena Orsk’s lawyer.",
    "Clashes between the army and Kenyan-backed rebels killed her ally Oren Vask.",
]
PIECES = [
    *"Kenya|the Lango Front (LF)|Lena Orsk|pro-Kenya militias|U.S.-backed|its|they|who|’s|between|clashes".split("|"),
    *"attacked|armed|was accused of|denies|will|not|and|in 2014|yesterday|leader of".split("|"),
    *"“ ” ( ) [ ] , . ... - – — \x00 \x07 \u200b \u202e 🕊️ 👨‍👩‍👧".split(" "),
    *["\n", "\n\n", "\t", "\r", "\u00a0", "x" * 400, "Al-" * 60],
]


def disturbed(sentence: str, noise: str, place: int) -> str:
    """A sentence with something put into it."""
    return sentence[: place % len(sentence)] + noise + sentence[place % len(sentence) :]


texts = st.one_of(
    st.lists(
        st.builds(
            disturbed, st.sampled_from(SENTENCES), st.one_of(st.just(""), st.sampled_from(PIECES)), st.integers(0, 99)
        ),
        max_size=4,
    ).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=20).map("".join),
    st.text(max_size=200),
)
days = st.one_of(st.none(), st.sampled_from(["2020", "2020-05", "2020-05-13", "199X"]))


def claims(text: str, date: str | None = None) -> list[Claim]:
    ((_, found),) = extract([Document(id="doc", text=text, date=date)])
    return found


def spans_hold(text: str, found: list[Claim]) -> None:
    for claim in found:
        assert 0 <= claim.start < claim.end <= len(text)
        assert text[claim.start : claim.end] == claim.quote
        for party in (claim.source, claim.target):
            assert 0 <= party.mention.start < party.mention.end <= len(text)
            assert text[party.mention.start : party.mention.end] == party.mention.text
            assert party.actor


@settings(max_examples=150, deadline=None)
@given(text=texts, date=days)
def test_whatever_the_text_nothing_crashes_and_every_span_holds(text: str, date: str | None) -> None:
    found = claims(text, date)
    spans_hold(text, found)
    assert len({claim.id for claim in found}) == len(found)
    for claim in found:
        assert 0 <= claim.confidence <= 1
        assert claim.relation in relations()
        assert claim.source.id != claim.target.id


@settings(max_examples=40, deadline=None)
@given(text=texts)
def test_reading_the_same_text_twice_gives_the_same_claims(text: str) -> None:
    assert claims(text) == claims(text)


@settings(max_examples=25, deadline=None)
@given(st.lists(texts, min_size=1, max_size=4))
def test_a_document_says_the_same_alone_and_among_others(others: list[str]) -> None:
    documents = [Document(id=str(number), text=text) for number, text in enumerate([*others, REPORT, *others])]
    together = [found for _, found in extract(documents)]
    for document, found in zip(documents, together, strict=True):
        ((_, alone),) = extract([document])
        assert alone == found


def test_a_quote_holds_the_lone_surrogates_of_the_text() -> None:
    text = "Kenya armed the \ud800 rebels."
    found = claims(text)
    assert found
    spans_hold(text, found)


def test_a_short_report_says_who_stands_with_whom() -> None:
    found = claims(REPORT)
    spans_hold(REPORT, found)
    said = {(claim.source.actor, claim.relation, claim.target.actor): claim for claim in found}
    armed = said["Kenya", "sponsor", "Lango Front"]
    assert (armed.since, armed.status, armed.quote) == ("2014", "stated", "Kenya armed the Lango Front in 2014.")


def test_documents_come_in_order_with_their_own_claims_and_only_as_asked() -> None:
    asked: list[int] = []

    def endless() -> object:
        number = 0
        while True:
            asked.append(number)
            yield Document(id=str(number), text=f"Kenya armed the Lango Front. Peru praised Chile {number} times.")
            number += 1

    reading = extract(endless())  # type: ignore[arg-type]
    for expected in range(3):
        document, found = next(reading)
        assert document.id == str(expected)
        assert {claim.document for claim in found} == {document.id}
    assert len(asked) < 5000


def test_no_text_no_claims() -> None:
    assert claims("") == []
    assert claims(" \n\t ") == []
    assert list(extract([])) == []
