from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from allegiance.cli.table import pairs
from allegiance.model import Claim, Document, Status
from conftest import MakeClaim

TEXT = (
    "After years of quarrels about oil, money and the borders of the province, which nobody had expected to end so "
    "soon, Iran backed the Badr Organization, said its rivals, who had themselves taken money from abroad in the "
    "years before the war and knew how such things were done in the capital, as everybody else did who had ever "
    "sat in one of its many ministries."
)


def render(claims: list[tuple[Document, list[Claim]]], width: int) -> str:
    console = Console(file=StringIO(), width=width, highlight=False)
    console.print(pairs(claims))
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@pytest.fixture
def document() -> Document:
    return Document(id="d1", text=TEXT, title="A report on Badr", date="2020-01-03")


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(document: Document, make_claim: MakeClaim, width: int) -> None:
    claim = make_claim(document, "Iran", "sponsor", "Badr", since="2014-06", until="2017-12-09")
    shown = render([(document, [claim])], width)
    assert max(len(line) for line in shown.splitlines()) <= width


def test_both_directions_of_a_pair_are_one_block(document: Document, make_claim: MakeClaim) -> None:
    there = make_claim(document, "Iran", "sponsor", "Badr")
    back = make_claim(document, "Badr", "ACCUSE", "Iran", sign=-1)
    shown = render([(document, [there, back])], 120)
    assert shown.count("Badr and Iran") == 1
    assert "1 with  1 against" in shown
    assert "2 claims about 1 pair of actors in 1 document." in shown


def test_who_says_it_and_how_surely_is_shown_unless_the_text_says_it_itself(
    document: Document, make_claim: MakeClaim
) -> None:
    alleged = make_claim(document, "Iran", "sponsor", "Badr", status=Status.ALLEGED, according_to="its rivals")
    assert "alleged by its rivals" in render([(document, [alleged])], 120)
    assert "stated" not in render([(document, [make_claim(document, "Iran", "sponsor", "Badr")])], 120)


def test_a_long_quote_is_shortened_around_its_mentions(document: Document, make_claim: MakeClaim) -> None:
    shown = " ".join(render([(document, [make_claim(document, "Iran", "sponsor", "Badr")])], 120).split())
    assert "“…" in shown
    assert "…”" in shown
    assert "A report on Badr" in shown


def test_dates_are_ordered_and_what_has_none_comes_last(document: Document, make_claim: MakeClaim) -> None:
    dates = ["2020", None, "2003-03-20"]
    claims = [make_claim(document, "Iran", f"r{number}", "Badr", since=date) for number, date in enumerate(dates)]
    shown = render([(document, claims)], 120)
    assert shown.index("2003-03-20") < shown.index("2020 ") < shown.index("undated")


def test_no_claims_are_said_to_be_none(document: Document) -> None:
    assert render([(document, [])], 80) == "No claims found.\n"
