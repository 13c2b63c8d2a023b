from __future__ import annotations

import pytest

from allegiance.cli.claims import COLOURS, dates
from allegiance.model import Document
from conftest import MakeClaim


@pytest.mark.parametrize(
    ("since", "until", "shown"),
    [
        ("2014-06", "2017", "2014-06 to 2017"),
        ("2014", "2014", "2014"),
        ("2014", None, "2014"),
        (None, "2017", "to 2017"),
        (None, None, "undated"),
    ],
)
def test_the_dates_of_a_claim_are_shown_as_they_are_known(
    make_claim: MakeClaim, since: str | None, until: str | None, shown: str
) -> None:
    claim = make_claim(Document("d", "Iran backs Badr."), "Iran", "sponsor", "Badr", since=since, until=until)
    assert dates(claim) == shown
    assert dates(claim, gap="\n") == shown.replace("2014-06 ", "2014-06\n")


def test_every_sign_has_a_colour_of_its_own() -> None:
    assert len(set(COLOURS.values())) == len(COLOURS) == len({-1, 0, 1} & set(COLOURS))
