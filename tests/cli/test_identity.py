from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allegiance.actors import Judgement, Verb
from allegiance.archive import open_archive
from allegiance.cli import app
from allegiance.errors import AllegianceError, UsageError
from allegiance.model import Document
from conftest import MakeClaim

BY = ["--by", "L. Haddad", "--why", "every report says so"]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_claim: MakeClaim) -> Path:
    path = tmp_path / "iraq.duckdb"
    monkeypatch.setenv("ALLEGIANCE_ARCHIVE", str(path))
    monkeypatch.setenv("COLUMNS", "200")
    text = Document("d1", "Zahra Front and Lebanese Zahra Front met ISI. Lions of Basra did not.", date="2007")
    with open_archive(path, write=True) as archive:
        pairs = [("Zahra Front", "ISI"), ("Lebanese Zahra Front", "ISI"), ("Lions of Basra", "ISI")]
        archive.add([(text, [make_claim(text, one, "CONSULT", other) for one, other in pairs])])
        archive.resolve()
    return path


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["actors", *arguments], input=stdin)


def ids(path: Path) -> set[str]:
    with open_archive(path) as archive:
        return set(archive.actors()["id"])


def log(path: Path) -> list[Judgement]:
    with open_archive(path) as archive:
        return archive.judgements()


def test_merging_makes_two_actors_one_and_is_logged_with_its_author_and_reason(place: Path) -> None:
    result = run("merge", "Zahra Front", "lions of basra", *BY)
    assert result.exit_code == 0, result.output
    assert "lions-of-basra" not in ids(place)
    (made,) = log(place)
    assert (made.verb, made.subject, made.object) == (Verb.MERGE, "zahra-front", "lions-of-basra")
    assert (made.by, made.why) == ("L. Haddad", "every report says so")
    assert result.stderr == f"allegiance: judgement {made.id}\n"


def test_splitting_and_undoing_take_it_back(place: Path) -> None:
    run("merge", "Zahra Front", "Lions of Basra", *BY)
    run("split", "Zahra Front", "Lions of Basra", *BY)
    assert "lions-of-basra" in ids(place)
    split = log(place)[-1]
    assert run("undo", split.id, *BY).exit_code == 0
    assert "lions-of-basra" not in ids(place)


def test_renaming_and_kinds_change_what_lists_say(place: Path) -> None:
    run("rename", "Zahra Front", "  The Zahra  Front ", *BY)
    run("kind", "Zahra Front", "party", *BY)
    with open_archive(place) as archive:
        found = archive.find("The Zahra Front")
    assert (found.id, found.kind) == ("zahra-front", "party")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["merge", "Zahra Front", "zahra front", *BY], "are one actor already"),
        (["merge", "Zahra Front", "Nobody", *BY], "no such actor"),
        (["split", "Zahra Front", "zahra-front", *BY], "are one name"),
        (["rename", "Zahra Front", " ", *BY], "the name is empty"),
        (["undo", "nothing", *BY], "no judgement has this id"),
        (["merge", "Zahra Front", "ISI", "--by", " ", "--why", "x"], "needs somebody"),
        (["show", "Zahra Front", "--on", "then"], "is not like 2020"),
        (["show", "Zahra Front", "--on", "1950"], "neither the gazetteer nor a document"),
        (["adopt", "nowhere.jsonl"], "No such file"),
        (["resolve", "--gazetteer", "nowhere.jsonl"], "No such file"),
    ],
)
@pytest.mark.usefixtures("place")
def test_what_makes_no_sense_is_said_in_one_line(arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert isinstance(result.exception, UsageError)
    assert isinstance(result.exception, AllegianceError)
    assert message in str(result.exception)


@pytest.mark.usefixtures("place")
def test_a_judgement_needs_a_reason_and_an_author() -> None:
    assert run("merge", "Zahra Front", "ISI").exit_code == 2
    assert run("merge", "Zahra Front", "ISI", "--by", "me").exit_code == 2


def test_judgements_go_out_and_into_another_archive_as_json_lines(place: Path, tmp_path: Path) -> None:
    run("merge", "Zahra Front", "Lions of Basra", *BY)
    lines = run("judgements", "--format", "json").stdout
    assert [json.loads(line)["verb"] for line in lines.splitlines()] == ["merge"]
    other = tmp_path / "other.duckdb"
    for expected in ("1 judgements more; 0 were there already", "0 judgements more; 1 were there already"):
        result = run("adopt", "-", "--archive", str(other), stdin=lines)
        assert expected in result.stderr
    assert log(other) == log(place)
    assert "every report says so" in run("judgements").stdout


@pytest.mark.usefixtures("place")
def test_an_actor_is_shown_with_its_names_scores_and_grounds() -> None:
    run("merge", "Zahra Front", "Lions of Basra", *BY)
    result = run("show", "Lions of Basra")
    assert "judged by L. Haddad" in result.stdout
    assert "Zahra Front (organisation, zahra-front)" in result.stderr
    rows = [json.loads(line) for line in run("show", "Zahra Front", "--format", "json").stdout.splitlines()]
    assert [(row["name"], row["score"]) for row in rows] == [("Zahra Front", 1.0), ("Lions of Basra", 1.0)]


@pytest.mark.usefixtures("place")
def test_an_actor_is_shown_under_the_name_of_a_date() -> None:
    rows = [json.loads(line) for line in run("show", "ISI", "--on", "2007", "--format", "json").stdout.splitlines()]
    assert [(row["name"], row["known by"]) for row in rows] == [
        ("Islamic State of Iraq", "gazetteer"),
        ("ISI", "documents"),
    ]


def test_a_gazetteer_of_ones_own_is_heeded_and_kept(place: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    names = {"name": ["Zahra Front"], "alias": ["Lions of Basra"]}
    path.write_text(json.dumps({"id": "z", "schema": "Organization", "properties": names}), encoding="utf-8")
    result = run("resolve", "--gazetteer", str(path))
    assert "4 names of 3 actors" in result.stderr
    run("resolve")
    assert ids(place) == {"zahra-front", "lebanese-zahra-front", "isi"}


def test_review_asks_about_doubtful_pairs_and_keeps_the_answers(place: Path) -> None:
    result = run("review", "--by", "me", stdin="what?\nsame both names in one report\n")
    assert result.exit_code == 0, result.output
    assert "1 of 1: 1 claims would join the others" in result.stdout
    assert "only one is of Lebanon" in result.stdout
    assert "“Zahra Front and Lebanese Zahra Front met ISI. Lions of Basra did not.”" in result.stdout
    (made,) = log(place)
    assert (made.verb, made.why) == (Verb.MERGE, "both names in one report")
    assert "lebanese-zahra-front" not in ids(place)
    assert "there are no doubtful pairs" in run("review", "--by", "me").stderr


@pytest.mark.parametrize(("answers", "count"), [("d\n", 1), ("l\n", 0), ("q\n", 0), ("", 0)])
def test_review_keeps_pairs_apart_or_leaves_them(place: Path, answers: str, count: int) -> None:
    result = run("review", "--by", "me", stdin=answers)
    assert f"{count} judgements more" in result.stderr
    assert [made.verb for made in log(place)] == [Verb.SPLIT] * count
