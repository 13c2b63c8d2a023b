from __future__ import annotations

from datetime import date

from allegiance.alliances.answer import Span
from alliances.told import FALL_OUT, Text, record


def test_a_text_that_tells_of_allies_who_became_rivals_and_allies_again_has_two_turns() -> None:
    found = record(FALL_OUT).turns("Orla", "Vesk")
    assert [(turn.was, turn.now) for turn in found.turns] == [("with", "against"), ("against", "with")]
    first, second = found.turns
    assert str(first.last_before) == str(first.first_after) == "2003 to 2008"
    assert first.dated_before == "place"
    assert second.first_after == Span(date(2020, 1, 3), date(2020, 1, 3))
    assert found.found == 2


def test_a_turn_comes_with_what_befell_those_near_the_pair_before_it() -> None:
    (_, turn) = record(FALL_OUT).turns("Orla", "Vesk").turns
    (killing,) = turn.happened
    assert killing.what == "killing"
    assert killing.text == "Ster ASSAULT Osman, Tamba"
    assert str(killing.when) == "2020-01-03"
    assert len(killing.claims) == 2


def test_what_happened_before_the_window_is_not_told() -> None:
    text = Text(
        "old",
        (
            ("Ster killed Osman, the chief of Vesk.", ("Ster", "ASSAULT", "Osman", {"since": "2001-01-01"})),
            ("Osman led Vesk.", ("Osman", "leads", "Vesk", {"since": "2000"})),
            ("Orla and Vesk worked together.", ("Orla", "COOPERATE", "Vesk", {"since": "2003-01-01"})),
            ("Orla attacked Vesk.", ("Orla", "ASSAULT", "Vesk", {"since": "2003-06-01"})),
        ),
    )
    assert record(text).turns("Orla", "Vesk").turns[0].happened == ()
    assert len(record(text, before=1000).turns("Orla", "Vesk").turns[0].happened) == 1


def test_a_turn_comes_with_the_act_that_its_sentence_links_it_to() -> None:
    text = Text(
        "linked",
        (
            ("Orla and Vesk worked together.", ("Orla", "COOPERATE", "Vesk", {"since": "2003-01-01"})),
            (
                "Orla attacked Vesk after Lem had bombed Ster.",
                ("Orla", "ASSAULT", "Vesk", {"since": "2003-06-01"}),
                ("Lem", "ASSAULT", "Ster", {"since": "2003-06-01"}),
            ),
        ),
    )
    (turn,) = record(text).turns("Orla", "Vesk").turns
    assert [(one.link, one.text) for one in turn.happened] == [("after", "Lem ASSAULT Ster")]


def test_what_stands_before_the_linking_words_is_not_what_they_link_to() -> None:
    text = Text(
        "before",
        (
            ("Orla and Vesk worked together.", ("Orla", "COOPERATE", "Vesk", {"since": "2003-01-01"})),
            (
                "Lem bombed Ster, and Orla attacked Vesk after all.",
                ("Orla", "ASSAULT", "Vesk", {"since": "2003-06-01"}),
                ("Lem", "ASSAULT", "Ster", {"since": "2003-06-01"}),
            ),
        ),
    )
    assert record(text).turns("Orla", "Vesk").turns[0].happened == ()


def test_of_all_turns_the_surest_are_shown_in_the_order_of_time() -> None:
    def text(number: int, confidence: float) -> Text:
        pair = ("Orla", "Vesk") if number % 2 else ("Lem", "Ster")
        year = 2000 + 4 * number
        return Text(
            str(number),
            (
                (
                    f"{pair[0]} aided {pair[1]}.",
                    (pair[0], "AID", pair[1], {"since": f"{year}", "confidence": confidence}),
                ),
                (f"{pair[0]} hit {pair[1]}.", (pair[0], "ASSAULT", pair[1], {"since": f"{year + 2}"})),
            ),
        )

    found = record(*(text(number, 0.5 + number / 20) for number in range(6))).turns(limit=3)
    assert found.found == 10
    assert [turn.first_after.first.year for turn in found.turns] == sorted(
        turn.first_after.first.year for turn in found.turns
    )
    assert min(turn.sure for turn in found.turns) > 0.6


def test_the_turns_quote_the_sentences_on_both_sides() -> None:
    found = record(FALL_OUT).turns("Orla")
    quoted = {quote.claim: quote.text for quote in found.quotes}
    for turn in found.turns:
        assert quoted[turn.claims_before[0]] == "The alliance of Orla and Vesk later turned into a rivalry."
    assert quoted[found.turns[1].happened[0].claims[0]].startswith("Ster killed Osman")
