from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from allegiance.actors.gazetteer import Dated, Entity, Succession, lines_of, parsed, shipped
from allegiance.actors.names.clean import mixed
from allegiance.dates import is_edtf
from allegiance.errors import UsageError
from allegiance.model import Kind

SCHEMATA = {"Person", "Organization", "PublicBody", "Succession"}
PROPERTIES = {
    "Person": {"name", "alias", "country", "classification", "birthDate", "deathDate"},
    "Succession": {"predecessor", "successor", "date"},
}
GROUP = {
    "name",
    "alias",
    "previousName",
    "abbreviation",
    "country",
    "classification",
    "incorporationDate",
    "dissolutionDate",
}


def lines() -> list[dict[str, object]]:
    text = (files("allegiance.actors.gazetteer") / "gazetteer.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_the_shipped_file_has_only_what_followthemoney_knows_and_each_id_once() -> None:
    found = lines()
    assert len({line["id"] for line in found}) == len(found)
    for line in found:
        schema = str(line["schema"])
        assert schema in SCHEMATA
        assert set(line) <= {"id", "schema", "properties", "names"}
        assert set(line["properties"]) <= PROPERTIES.get(schema, GROUP)  # type: ignore[call-overload]


def test_the_shipped_actors_are_many_and_of_every_kind_that_acts() -> None:
    kinds = [entity.kind for entity in shipped().entities.values()]
    assert len(kinds) > 500
    assert {Kind.PERSON, Kind.STATE, Kind.ARMED_GROUP, Kind.PARTY, Kind.MOVEMENT, Kind.INTERNATIONAL} <= set(kinds)


def test_no_shipped_name_is_of_two_actors_of_one_kind_or_mixes_scripts() -> None:
    seen: dict[tuple[str, bool], str] = {}
    for entity in shipped().entities.values():
        for name in {name.casefold() for name in entity.names}:
            assert not mixed(name), name
            key = (name, entity.kind is Kind.PERSON)
            assert seen.setdefault(key, entity.id) == entity.id, name


def test_shipped_dates_are_dates_and_dated_names_are_names() -> None:
    for entity in shipped().entities.values():
        for date in (entity.since, entity.until, *(d for name in entity.dated for d in (name.since, name.until))):
            assert date is None or is_edtf(date), entity.id
        assert {dated.name for dated in entity.dated} <= set(entity.names)


def test_successions_are_between_shipped_actors() -> None:
    book = shipped()
    assert Succession("mahdi-army", "saraya-al-salam", "2014") in book.successions
    for tie in book.successions:
        assert {tie.predecessor, tie.successor} <= set(book.entities)


def test_users_bring_entities_in_the_same_form_and_dumps_of_other_schemata() -> None:
    given = [
        '{"id": "x", "schema": "Organization", "properties": {"name": ["Liwa al-Zahra"], "topics": ["mil"]}}',
        '{"id": "p", "schema": "Person", "properties": {"name": ["A B", "B A"], "birthDate": ["1970-05", "1970"]}}',
        '{"id": "a", "schema": "Address", "properties": {"full": ["Main Street"]}}',
        '{"id": "n", "schema": "Company", "properties": {}}',
        "",
    ]
    found = parsed(given, source="mine").entities
    assert found == {
        "x": Entity("x", "Liwa al-Zahra", Kind.ARMED_GROUP),
        "p": Entity("p", "A B", Kind.PERSON, others=("B A",), since="1970"),
    }


def test_names_with_dates_stand_beside_the_properties() -> None:
    names = [{"name": "Old", "until": "2006"}]
    line = {"id": "x", "schema": "Organization", "properties": {"name": ["New"]}, "names": names}
    assert parsed([json.dumps(line)], source="mine").entities["x"].dated == (Dated("Old", None, "2006"),)


def test_an_entity_of_a_user_takes_the_place_of_a_shipped_one() -> None:
    line = '{"id": "hamas", "schema": "Organization", "properties": {"name": ["Other"]}}'
    assert parsed([line], source="mine", base=shipped()).entities["hamas"].name == "Other"


@pytest.mark.parametrize("line", ["nonsense", "[]", '{"id": 1}', '{"id": "x", "schema": "Person"}'])
def test_a_line_that_is_no_entity_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text("\n" + line, encoding="utf-8")
    with pytest.raises(UsageError, match=r"mine\.jsonl:2: is not"):
        lines_of(path)


def test_a_file_that_is_not_there_or_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    with pytest.raises(UsageError, match="No such file"):
        lines_of(path)
    path.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(UsageError, match="not UTF-8"):
        lines_of(path)
