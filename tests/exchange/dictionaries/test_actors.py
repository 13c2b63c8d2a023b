from __future__ import annotations

import pytest

from allegiance.exchange.dictionaries.actors import Nouns, from_actors, from_agents, kind_of
from allegiance.exchange.dictionaries.lines import Line
from allegiance.model import Kind

AGENTS = """\
!PERSON! = MAN, MEN, WOMAN
ZORBLER {} [~REB]
ZORB!PERSON! [~LEG]
CHILD_ZORBLER {CHILD_ZORBLERS} [~CVL]
HUMAN_RIGHTS_ZORBLERS [NGM~]
ZORBLIST [~CHRCPT]
STATE_ZORBCAST {} [~GOVMED]
NOCODE
"""
ACTORS = """\
ZORBISTAN_ [IRQ]
+ZORBISTANI_
ZORB_THE_ELDER_
\t[AFGELI 320101-331108]
\t[AFGGOV >331108]
ZATO_
+ZORBIC_TREATY_ORGANISATION_
\t[IGOWSTZTO]
ZALMARI_ [IRQREB]
+Zalmarite
ZENTAGON_ [USAMIL]
ZICJ_ [IGOUNOJUD]
ZORO_ [IRQXYZ]
Z3_ [---]
"""


def lines(text: str) -> list[Line]:
    return [
        Line(number, line.strip(), indented=line.startswith("\t"))
        for number, line in enumerate(text.splitlines(), start=1)
    ]


def reasons(nouns: Nouns) -> dict[int, str]:
    return {lost.line.number: lost.reason for lost in nouns.lost}


def test_agents_are_nouns_with_the_kind_of_their_code() -> None:
    found = from_agents(lines(AGENTS))
    assert found.nouns == {
        "zorbler": Kind.ARMED_GROUP,
        "zorbman": Kind.GOVERNMENT,
        "zorbmen": Kind.GOVERNMENT,
        "zorbwoman": Kind.GOVERNMENT,
        "child zorbler": Kind.POPULATION,
        "state zorbcast": Kind.MEDIA,
    }
    assert reasons(found) == {5: "more than two words", 6: "a code without a kind: CHRCPT", 8: "no code"}
    assert found.entries == found.kept + len(found.lost) == 7


def test_plurals_of_agents_become_singular() -> None:
    assert list(from_agents(lines("SOLDIERS [~REB]")).nouns) == ["soldier"]


def test_names_of_one_word_whose_code_tells_a_group_are_nouns() -> None:
    found = from_actors(lines(ACTORS))
    assert found.nouns == {
        "zato": Kind.INTERNATIONAL,
        "zalmari": Kind.ARMED_GROUP,
        "zalmarite": Kind.ARMED_GROUP,
        "zicj": Kind.INTERNATIONAL,
    }


def test_other_actors_are_lost_with_their_line_and_reason() -> None:
    found = from_actors(lines(ACTORS))
    assert reasons(found) == {
        1: "a state or a region, which a noun cannot name",
        2: "a state or a region, which a noun cannot name",
        3: "a code for a time, and files of actors have no dates",
        7: "a name of several words, which may be a person's",
        11: "an office or a person, which the code does not tell apart",
        13: "a code without a kind: IRQXYZ",
        14: "no code",
    }
    assert found.entries == found.kept + len(found.lost) == 11


@pytest.mark.parametrize(
    ("code", "kind"),
    [("REB", Kind.ARMED_GROUP), ("GOVMED", Kind.MEDIA), ("LBNREB", Kind.ARMED_GROUP), ("CHRCPT", None), ("", None)],
)
def test_the_last_part_of_a_code_that_is_known_counts(code: str, kind: Kind | None) -> None:
    assert kind_of(code) is kind
