from __future__ import annotations

import pytest

from allegiance.actors.names.offices import Office, office


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Iraqi prime minister", Office("prime minister", "Iraq")),
        ("prime minister of Iraq", Office("prime minister", "Iraq")),
        ("the Iraqi premier", Office("prime minister", "Iraq")),
        ("Turkey's president", None),
        ("deputy prime minister of Iraq", Office("deputy prime minister", "Iraq")),
        ("former Iraqi prime minister", None),
        ("prime minister", None),
        ("Baghdad president", None),
    ],
)
def test_an_office_is_a_title_and_its_state(name: str, found: Office | None) -> None:
    assert office(name) == found
