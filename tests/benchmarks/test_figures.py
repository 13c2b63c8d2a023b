from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from benchmarks.figures import Row, printed, rows, table, years_ratio

FLOORS = Path(__file__).parents[2] / "benchmarks" / "floors.toml"


def test_figures_are_read_off_what_a_measure_prints_and_rows_of_labels_are_not() -> None:
    output = "  AID  n=3  f1=0.100\naccuracy=0.500 macro_f1=0.451 n=9\ndated_right=3/4 status_right=0/0\n"
    assert printed(output) == {"accuracy": 0.5, "macro_f1": 0.451, "n": 9, "dated_right": 0.75, "status_right": 0}


def test_a_share_in_brackets_is_not_another_figure() -> None:
    assert printed("recall_core=0.474 (9/19)") == {"recall_core": 0.474}


@pytest.mark.parametrize(
    ("output", "expected"),
    [("years={'right': 6, 'undated': 2, 'wrong': 2}", 3), ("years={'right': 6}", 6), ("years={}", 0)],
)
def test_years_right_are_counted_for_each_one_wrong(output: str, expected: float) -> None:
    assert years_ratio(output) == expected


def test_a_value_under_its_floor_is_broken_and_one_under_its_target_is_only_remarked_on() -> None:
    lines = rows({"a": 0.4, "b": 0.5, "c": 0.9, "d": 0.1}, {"b": 0.8, "c": 0.9}, {"a": 0.5, "b": 0.5})
    assert [row.broken for row in lines] == [True, False, False, False]
    assert [line.split("  ")[-1] for line in table(lines).splitlines()[1:3]] == ["BROKEN", "below target"]


def test_a_floor_is_not_broken_by_a_rounding_error() -> None:
    assert not Row("a", 0.1 + 0.2 - 1e-12, floor=0.3).broken


def test_every_floor_is_a_number() -> None:
    assert all(
        isinstance(floor, float) for floor in tomllib.loads(FLOORS.read_text(encoding="utf-8"))["quality"].values()
    )
