from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.actors import f1, groups, whole
from benchmarks.actors_speed import mentions, names


def test_f1_counts_pairs_said_to_be_one() -> None:
    answers = [("a", "b", True, True), ("a", "c", True, False), ("b", "c", False, True), ("c", "d", False, False)]
    assert f1(answers) == pytest.approx(0.5)
    assert f1([]) == 0


def test_an_annotated_actor_is_whole_if_it_is_one_and_alone() -> None:
    assert whole({"a": {"1"}, "b": {"2", "3"}, "c": {"4"}, "d": {"4"}}) == {"one": 0.75, "alone": 0.5}


def test_names_of_groups_are_paired_with_what_is_annotated(tmp_path: Path) -> None:
    record = {
        "group1_name": "x",
        "group1_aliases_found": ["Zahra Liberation Front", "ZLF"],
        "group2_name": "y",
        "group2_aliases_found": ["Basra Lions"],
        "description_clean": "The Zahra Liberation Front (ZLF) fought the Basra Lions.",
    }
    path = tmp_path / "groups.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    assert {(a, b): (said, same) for a, b, said, same in groups(path)} == {
        ("Zahra Liberation Front", "ZLF"): (True, True),
        ("Zahra Liberation Front", "Basra Lions"): (False, False),
        ("ZLF", "Basra Lions"): (False, False),
    }


def test_the_names_that_speed_is_measured_with_are_different_and_always_the_same() -> None:
    made = list(names(500))
    assert len(set(made)) == 500
    assert made == list(names(500))
    assert len(list(mentions(1_000))) == 1_000
