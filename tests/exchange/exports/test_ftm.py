from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from allegiance.exchange.exports.ftm import entity_id
from allegiance.exchange.maps import content
from allegiance.model import Kind
from allegiance.vocabulary import relations
from exchange.exports.archives import exported, made

pytest.importorskip("followthemoney")

from followthemoney import model
from followthemoney.proxy import EntityProxy
from followthemoney.types import registry

if TYPE_CHECKING:
    from followthemoney.schema import ValidationData


def entities(folder: Path) -> list[dict[str, Any]]:
    with made(folder) as archive:
        data, left = exported(archive, "ftm")
    assert left == 2
    return [json.loads(line) for line in data.splitlines()]


def of(found: list[dict[str, Any]], *schemata: str) -> list[dict[str, Any]]:
    return [entity for entity in found if entity["schema"] in schemata]


def test_the_library_accepts_every_entity_whole(tmp_path: Path) -> None:
    found = entities(tmp_path)
    ids = {entity["id"]: model.get(entity["schema"]) for entity in found}
    assert len(ids) == len(found)
    for data in found:
        schema = model.get(data["schema"])
        assert schema is not None
        assert schema.validate(cast("ValidationData", data)) is None
        assert registry.entity.validate(data["id"])
        proxy = EntityProxy.from_dict(data, cleaned=False)
        assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == {
            name: sorted(values) for name, values in data["properties"].items()
        }
        for name, values in data["properties"].items():
            prop = schema.properties[name]
            if prop.type == registry.entity:
                for value in values:
                    range_, schema_ = prop.range, ids[value]
                    assert range_ is not None
                    assert schema_ is not None
                    assert schema_.is_a(range_), (data, name)


def test_actors_are_what_their_kinds_say_and_written_once(tmp_path: Path) -> None:
    found = entities(tmp_path)
    schemata = {entity["properties"]["name"][0]: entity["schema"] for entity in of(found, *_ACTORS)}
    assert schemata == {
        "Iran": "PublicBody",
        "Iraq": "PublicBody",
        "Badr": "Organization",
        'Élan & "Sons" <Ltd>': "Organization",
        "Nadim Barzak": "Person",
        "Salim Barzak": "Person",
    }
    (iran,) = (entity for entity in found if entity["properties"].get("name") == ["Iran"])
    assert iran["properties"]["jurisdiction"] == ["ir"]


_ACTORS = ("Person", "Organization", "PublicBody")


def test_a_tie_has_the_schema_that_fits_its_actors(tmp_path: Path) -> None:
    found = entities(tmp_path)
    assert [entity["properties"]["role"] for entity in of(found, "Directorship")] == [["leads"]]
    assert [entity["properties"]["relationship"] for entity in of(found, "Family")] == [["kin"]]
    assert (
        sorted(entity["properties"]["role"][0] for entity in of(found, "UnknownLink")) == ["ally"] * 2 + ["sponsor"] * 2
    )
    assert of(found, "Associate") == []


def test_every_relation_carries_its_words_and_its_proof(tmp_path: Path) -> None:
    found = entities(tmp_path)
    (link,) = (entity for entity in found if entity["properties"].get("description") == ["Iran armed Badr."])
    assert (link["properties"]["startDate"], link["properties"]["endDate"]) == (["1982"], ["2003"])
    assert link["properties"]["summary"] == ["stated"]
    (proof,) = link["properties"]["proof"]
    (article,) = (entity for entity in of(found, "Article") if entity["id"] == proof)
    assert article["properties"]["title"] == ["Old friends"]
    assert article["properties"]["publishedAt"] == ["2014-06-11"]
    voices = {entity["properties"]["summary"][0] for entity in of(found, "UnknownLink")}
    assert "reported, according to officials" in voices


def test_an_act_is_an_event_of_both_actors(tmp_path: Path) -> None:
    (event,) = of(entities(tmp_path), "Event")
    properties = event["properties"]
    assert properties["name"] == ["Badr to Iraq: ASSAULT"]
    assert properties["startDate"] == properties["endDate"] == ["2014-06-10"]
    assert set(properties["organizer"]) < set(properties["involved"])


def test_every_kind_and_every_tie_has_a_schema_that_the_library_knows() -> None:
    maps = content("ftm")
    assert maps["kinds"].keys() == set(Kind)
    assert maps["relations"].keys() < {name for name, relation in relations().items() if relation.kind == "tie"}
    for form in [*maps["relations"].values(), maps["other"]]:
        schema = model.get(form["schema"])
        assert schema is not None
        assert {form["source"], form["target"], form["name"]} <= schema.properties.keys()


@pytest.mark.parametrize("text", ["icews:35800001", "a b", "-a", "a-", "x" * 300, "é"])
def test_what_is_no_id_of_the_library_gives_way_to_one(text: str) -> None:
    assert registry.entity.validate(entity_id(text))
    assert entity_id(text) != entity_id(text + "x")
    assert entity_id("d5d0f1") == "d5d0f1"
