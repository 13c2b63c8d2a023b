from __future__ import annotations

import pytest
from benchmarks.annotations import Reading, by, f1, figures, main, reliability
from benchmarks.matching import Gold

from allegiance.model import Document, Status
from conftest import MakeClaim

TEXT = "Iran and Badr fought the army."


def gold(source: str, target: str, relation: str, sign: int, *, since: str | None = None) -> Gold:
    return Gold((source,), (target,), (relation,), sign, symmetric=False, status=Status.STATED,
                according_to=None, since=since, until=None)  # fmt: skip


@pytest.fixture
def readings(make_claim: MakeClaim) -> list[Reading]:
    document = Document(id="d", text=TEXT)
    one = (gold("Iran", "army", "ASSAULT", -1, since="2019"), gold("Badr", "army", "ASSAULT", -1))
    claims = (
        make_claim(document, "Iran", "ASSAULT", "army", sign=-1, since="2019-10"),
        make_claim(document, "Badr", "COERCE", "army", sign=-1, confidence=0.65),
        make_claim(document, "Iran", "ally", "Badr"),
    )
    return [Reading("1", TEXT, ("verb",), one, claims), Reading("2", "Nothing.", ("trap",), (), ())]


def test_figures_count_strictly_and_loosely(readings: list[Reading]) -> None:
    found = figures(readings)
    assert found["precision"] == (1, 3)
    assert found["precision_loose"] == (2, 3)
    assert found["recall"] == (1, 2)
    assert found["recall_loose"] == found["pair_recall"] == (2, 2)
    assert found["since_right"] == found["status_right"] == (1, 1)
    assert found["silence_kept"] == (1, 1)


def test_reliability_has_a_row_for_each_decile_that_occurs(readings: list[Reading]) -> None:
    assert [(start, count, right) for start, count, _, right in reliability(readings)] == [(0.6, 1, 0.0), (0.9, 2, 0.5)]


def test_shares_by_label_put_the_most_frequent_first() -> None:
    rows = by([("a", True), ("b", True), ("b", False)])
    assert list(rows.items()) == [("b", (1, 2)), ("a", (1, 1))]


def test_f1_of_nothing_is_nothing() -> None:
    assert f1((0, 0), (0, 5)) == 0
    assert f1((1, 2), (1, 2)) == 0.5


def test_what_is_held_back_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["annotations", "somewhere/held-back.jsonl", "--show"])
    with pytest.raises(SystemExit, match="held back"):
        main()
