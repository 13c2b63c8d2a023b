from __future__ import annotations

from benchmarks.marks import in_order, overlap, strip


def test_marks_come_out_of_an_example_and_leave_the_places_of_its_actors() -> None:
    example = strip("[T The Afghan government] was abandoned by [S Washington]'s men.")
    assert example.text == "The Afghan government was abandoned by Washington's men."
    assert example.source is not None
    assert example.target is not None
    assert example.text[slice(*example.source)] == "Washington"
    assert example.text[slice(*example.target)] == "The Afghan government"


def test_an_example_without_marks_keeps_its_text_and_has_no_places() -> None:
    example = strip("Baku [sic] asserted it.")
    assert (example.text, example.source, example.target) == ("Baku [sic] asserted it.", None, None)


def test_of_two_marks_of_a_kind_the_first_counts() -> None:
    example = strip("[S Oslo] and [S Bergen] left.")
    assert (example.text, example.source) == ("Oslo and Bergen left.", (0, 4))


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert overlap((0, 4), (3, 6))
    assert not overlap((0, 4), (4, 6))


def test_a_cue_may_be_spread_over_its_example_but_not_turned_round() -> None:
    words = [frozenset({"does", "do"}), frozenset({"not"}), frozenset({"back"}), frozenset({"anymore"})]
    assert in_order(["not", "anymore"], words)
    assert not in_order(["anymore", "not"], words)
    assert not in_order(["not", "not"], words)
