from __future__ import annotations

import pytest

from allegiance.actors.judgements import Judgement, Verb, decided, from_lines, standing, to_line
from allegiance.errors import UsageError
from allegiance.model import Kind


def judge(verb: Verb, subject: str, object_: str = "", made: str = "2026-01-01T00:00:00.000000") -> Judgement:
    return Judgement(verb, subject, object_, "me", made, "because")


def test_what_was_merged_is_one_whichever_way_round() -> None:
    found = decided([judge(Verb.MERGE, "b", "a"), judge(Verb.MERGE, "b", "c")])
    assert {found.group(name) for name in "abc"} == {"a"}
    assert found.group("d") == "d"


def test_the_later_of_two_that_contradict_each_other_counts() -> None:
    merge, split = judge(Verb.MERGE, "a", "b"), judge(Verb.SPLIT, "a", "b")
    later_split = decided([merge, split])
    assert later_split.apart == {"a": {"b"}, "b": {"a"}}
    assert later_split.ignored == (merge.id,)
    later_merge = decided([split, merge])
    assert later_merge.group("a") == later_merge.group("b")
    assert (later_merge.apart, later_merge.ignored) == ({}, (split.id,))


def test_a_split_holds_for_all_that_were_merged_with_either() -> None:
    log = [judge(Verb.MERGE, "a", "b"), judge(Verb.SPLIT, "b", "c")]
    assert decided(log).apart == {"a": {"c"}, "c": {"a"}}


def test_a_merge_round_a_later_split_is_ignored() -> None:
    log = [judge(Verb.MERGE, "a", "b"), judge(Verb.MERGE, "b", "c"), judge(Verb.SPLIT, "a", "c")]
    found = decided(log)
    assert found.group("b") == found.group("c") != found.group("a")
    assert found.ignored == (log[0].id,)


def test_the_latest_name_and_kind_count() -> None:
    log = [judge(Verb.RENAME, "a", "Old"), judge(Verb.RENAME, "a", "New"), judge(Verb.KIND, "a", "party")]
    found = decided(log)
    assert (found.names, found.kinds) == ({"a": "New"}, {"a": Kind.PARTY})


def test_an_undone_judgement_does_not_count_until_the_undoing_is_undone() -> None:
    merge = judge(Verb.MERGE, "a", "b")
    undo = judge(Verb.UNDO, merge.id)
    redo = judge(Verb.UNDO, undo.id)
    assert standing([merge, undo]) == []
    assert standing([merge, undo, redo]) == [merge]


def test_judgements_survive_being_written_and_read_and_come_once() -> None:
    log = [judge(Verb.MERGE, "a", "b"), judge(Verb.RENAME, "a", "سرايا السلام")]
    lines = [to_line(judgement) for judgement in log]
    assert list(from_lines([*lines, "", *lines], source="f")) == [*log, *log]
    assert standing([*log, *log]) == log


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "[]",
        '{"verb": "merge"}',
        '{"verb": "burn", "subject": "a", "object": "b", "by": "x", "made": "", "why": ""}',
        '{"verb": "kind", "subject": "a", "object": "ogre", "by": "x", "made": "2026-01-01T00:00:00", "why": ""}',
        '{"verb": "merge", "subject": 1, "object": "b", "by": "x", "made": "", "why": ""}',
    ],
)
def test_a_line_that_is_no_judgement_is_named(line: str) -> None:
    with pytest.raises(UsageError, match="f:1: is not a judgement"):
        list(from_lines([line], source="f"))
