"""The linter of the shipped lexicon: what its rows must be, and how many of them must fire on their own examples."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from benchmarks.marks import strip

from allegiance.extract import extract
from allegiance.extract.lexicon import PARTS_OF_SPEECH, VOICES
from allegiance.geography import states
from allegiance.model import Document, Kind
from allegiance.vocabulary import relations
from benchmarks import lexicon

FOLDER = files("allegiance.extract.lexicon")
FRAME = ["cue", "pos", "source", "target", "relation", "example"]
FRAMES = ["verbs-cooperation", "verbs-conflict", "nouns", "adjectives", "roles"]
COLUMNS = {
    **dict.fromkeys(FRAMES, FRAME),
    "voice": ["cue", "pos", "class", "example"],
    "light": ["verb", "particle", "kind", "example"],
    "actors": ["noun", "kind"],
    "organs": ["noun"],
    "name-words": ["word", "kind"],
    "classes": ["class", "word"],
    "senses": ["cue", "pos", "beside", "example"],
    "kinds": ["relation", "pos", "side", "kinds"],
    "seats": ["seat", "state", "kind"],
}
ROLES = {
    "verb": {"subj", "obj", "iobj", "both", "comp"},
    "noun": {"agent", "patient", "mutual"},
    "adj": {"head"},
    "compound": {"first", "head"},
    "prefix": {"base", "head"},
    "role": {"holder", "body"},
}
ALL_ROLES = set().union(*ROLES.values())
FILES = {"verb": {"verbs-cooperation", "verbs-conflict"}, "noun": {"nouns"}, "role": {"roles"}}
PAGE = (Path(__file__).parents[2] / "docs" / "lexicon.md").read_text("utf-8")
KINDS = {str(kind) for kind in Kind}
FLOORS = tomllib.loads((Path(lexicon.__file__).parent / "floors.toml").read_text("utf-8"))["lexicon"]

every_file = pytest.mark.parametrize("name", COLUMNS)
every_frame_file = pytest.mark.parametrize("name", FRAMES)


def table(name: str) -> list[list[str]]:
    text = (FOLDER / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def rows(name: str) -> list[dict[str, str]]:
    head, *body = table(name)
    return [dict(zip(head, row, strict=True)) for row in body]


def test_every_file_is_checked_here() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.name.endswith(".csv")} == {f"{name}.csv" for name in COLUMNS}


@every_file
def test_every_row_has_the_columns_of_its_file_and_fills_them(name: str) -> None:
    head, *body = table(name)
    assert head == COLUMNS[name]
    assert {len(row) for row in body} == {len(head)}
    may_be_empty = {"particle"}
    assert [
        row for row in rows(name) if any(not value and column not in may_be_empty for column, value in row.items())
    ] == []
    assert [row for row in body if any(value != " ".join(value.split()) for value in row)] == []


@every_file
def test_no_row_stands_twice(name: str) -> None:
    assert [row for row, count in Counter(map(tuple, table(name))).items() if count > 1] == []


@every_frame_file
def test_every_frame_has_a_known_part_of_speech_relation_and_roles(name: str) -> None:
    for row in rows(name):
        assert row["pos"] in PARTS_OF_SPEECH, row
        assert name in FILES.get(row["pos"], {"adjectives"}), row
        assert row["relation"] in relations(), row
        for side in ("source", "target"):
            for role in row[side].split("|"):
                allowed = role in ROLES[row["pos"]] or (role.isalpha() and role.islower() and role not in ALL_ROLES)
                assert allowed, row


@every_frame_file
def test_a_cue_is_in_small_letters(name: str) -> None:
    assert [row["cue"] for row in rows(name) if row["cue"] != row["cue"].lower()] == []


@every_frame_file
def test_both_and_mutual_are_targets_of_a_source_that_acts(name: str) -> None:
    for row in rows(name):
        assert not {"both", "mutual"} & set(row["source"].split("|")), row
        if row["target"] in ("both", "mutual"):
            assert row["source"] in ("subj", "agent"), row


@pytest.mark.parametrize("name", [*FRAMES, "light"])
def test_every_example_marks_one_source_and_one_target(name: str) -> None:
    for row in rows(name):
        text = row["example"]
        assert (text.count("[S "), text.count("[T "), text.count("["), text.count("]")) == (1, 1, 2, 2), row
        example = strip(text)
        assert example.source, row
        assert example.target, row
        for start, end in (example.source, example.target):
            assert example.text[start:end] == example.text[start:end].strip(), row
            assert not example.text[start:end].endswith(("'s", "’s")), row


def test_voices_have_known_classes_and_parts_of_speech() -> None:
    assert {row["class"] for row in rows("voice")} == set(VOICES)
    assert {row["pos"] for row in rows("voice")} <= {"verb", "noun", "adj", "adv", "aux", "prep", "conj"}


def test_a_light_verb_makes_its_subject_agent_or_patient_or_ends_the_event() -> None:
    assert {row["kind"] for row in rows("light")} == {"agent", "patient", "end"}


@pytest.mark.parametrize("name", ["actors", "seats"])
def test_actors_and_seats_are_of_known_kinds(name: str) -> None:
    assert {row["kind"] for row in rows(name)} <= KINDS


def test_a_noun_for_an_actor_has_one_kind_and_stands_in_small_letters() -> None:
    nouns = Counter(row["noun"] for row in rows("actors"))
    assert [noun for noun, count in nouns.items() if count > 1 or noun != noun.lower()] == []


def test_a_noun_for_an_actor_has_at_most_two_words() -> None:
    assert [row["noun"] for row in rows("actors") if len(row["noun"].split()) > 2] == []


def test_organs_are_single_words_in_small_letters() -> None:
    assert [row["noun"] for row in rows("organs") if not (row["noun"].isalpha() and row["noun"].islower())] == []


def test_a_seat_of_government_has_the_name_that_its_state_has_elsewhere() -> None:
    known = set(states().names.values())
    assert {row["state"] for row in rows("seats") if row["kind"] == "government body"} <= known


def test_a_cue_says_nothing_in_the_example_of_another_sense() -> None:
    senses = rows("senses")
    documents = [Document(id=str(place), text=row["example"]) for place, row in enumerate(senses)]
    for row, (_, claims) in zip(senses, extract(documents), strict=True):
        rule = f"{row['pos']}.{row['cue'].replace(' ', '-')}@"
        assert not [claim for claim in claims if claim.rule.startswith(rule)], row


def test_the_documentation_shows_rows_that_are_there_and_every_place_class_and_file() -> None:
    (block,) = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
    shown = list(csv.DictReader(io.StringIO(block)))
    there = [row for name in FRAMES for row in rows(name)]
    assert [row for row in shown if row not in there] == []
    places = {(row["pos"], place) for row in shown for side in ("source", "target") for place in row[side].split("|")}
    assert {(pos, place) for pos, known in ROLES.items() for place in known} <= places
    for word in [*ALL_ROLES, *PARTS_OF_SPEECH, *VOICES, *(f"{name}.csv" for name in COLUMNS)]:
        assert f"`{word}`" in PAGE, word


@pytest.fixture(scope="module")
def sample() -> list[lexicon.Outcome]:
    return lexicon.outcomes(one_in=8)


@pytest.mark.parametrize("measure", ["fire", "fire_by_own_cue"])
def test_as_many_entries_fire_on_their_own_examples_as_the_floor_demands(
    measure: str, sample: list[lexicon.Outcome]
) -> None:
    fired = sum(outcome.fired if measure == "fire" else outcome.own for outcome in sample)
    assert len(sample) > 400
    assert fired / len(sample) >= FLOORS[measure], f"{measure}: {fired} of {len(sample)}"
