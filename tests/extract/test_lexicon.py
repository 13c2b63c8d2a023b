from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from allegiance.errors import DataError
from allegiance.extract.lexicon import Frame, anchor, load, shipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped files, to be changed."""
    with as_file(files("allegiance.extract.lexicon")) as path:
        for file in path.glob("*.csv"):
            shutil.copy(file, tmp_path)
    return tmp_path


def frame(cue: str, pos: str) -> Frame:
    return Frame(tuple(cue.split()), pos, ("subj",), ("obj",), "ally", "")


@pytest.mark.parametrize(
    ("cue", "pos", "word"),
    [
        ("attack", "verb", "attack"),
        ("declare war", "verb", "declare"),
        ("crack down", "verb", "crack"),
        ("peace deal", "noun", "deal"),
        ("chief of staff", "role", "chief"),
        ("right hand man", "role", "man"),
        ("loyal", "adj", "loyal"),
    ],
)
def test_a_cue_hangs_on_the_word_that_carries_its_arguments(cue: str, pos: str, word: str) -> None:
    assert anchor(frame(cue, pos)) == word


def test_a_frame_names_its_rule_after_its_part_of_speech_its_cue_and_its_version() -> None:
    assert frame("declare war", "verb").rule == "verb.declare-war@1"


def test_a_copy_of_the_shipped_folder_loads_to_the_same_lexicon(folder: Path) -> None:
    assert load(folder) == shipped()


def test_a_row_that_a_person_adds_is_a_frame_with_its_alternatives_in_order(folder: Path) -> None:
    with (folder / "verbs-conflict.csv").open("a", encoding="utf-8", newline="") as stream:
        stream.write("zorble,verb,subj,obj|against,ASSAULT,[S Peru] zorbled [T Chile].\n")
    (added,) = load(folder).frames["verb", "zorble"]
    assert (added.source, added.target, added.relation) == (("subj",), ("obj", "against"), "ASSAULT")


@pytest.mark.parametrize(
    "row",
    ["zorble,verb,subj,obj,HUG,x", "zorble,adverb,subj,obj,ASSAULT,x", ",verb,subj,obj,ASSAULT,x"],
    ids=["relation", "part of speech", "cue"],
)
def test_a_row_that_is_no_frame_is_an_error_that_names_its_file_and_line(folder: Path, row: str) -> None:
    path = folder / "roles.csv"
    path.write_text(f"cue,pos,source,target,relation,example\n{row}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"roles\.csv:2"):
        load(folder)


def test_longer_cues_come_before_shorter_ones() -> None:
    for frames in shipped().frames.values():
        lengths = [len(found.cue) for found in frames]
        assert lengths == sorted(lengths, reverse=True)


def test_the_lexicon_is_as_large_as_it_is_said_to_be() -> None:
    by_pos: dict[str, set[tuple[str, ...]]] = {}
    for (pos, _), frames in shipped().frames.items():
        by_pos.setdefault(pos, set()).update(found.cue for found in frames)
    assert len(by_pos["verb"]) >= 1200
    assert len(by_pos["noun"]) >= 500
    assert len(by_pos["adj"] | by_pos["compound"] | by_pos["prefix"]) >= 250
