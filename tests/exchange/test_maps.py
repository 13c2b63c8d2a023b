from __future__ import annotations

import doctest
from importlib.resources import files
from types import ModuleType

import pytest
import yaml

from allegiance.errors import DataError
from allegiance.exchange import maps, parties
from allegiance.exchange.formats import FORMATS
from allegiance.exchange.maps import cameo, codes, roles
from allegiance.model import Kind
from allegiance.vocabulary import relations

NAMES = [
    path.name.removesuffix(".yaml")
    for path in files("allegiance.exchange.maps").iterdir()
    if path.name.endswith(".yaml")
]


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_map_names_its_source_and_only_known_relations_and_kinds(name: str) -> None:
    content = yaml.safe_load((files("allegiance.exchange.maps") / f"{name}.yaml").read_text("utf-8"))
    assert len(content["source"]) > 40
    if name in ("roles", "ftm"):  # these map to something else
        assert all(len(code) == 3 for code in roles())
        return
    found = codes(name)
    assert {meaning.relation for meaning in found.relations.values()} <= relations().keys()
    assert all(meaning.label for meaning in found.relations.values())
    assert set(found.kinds.values()) <= set(Kind)


def test_every_root_of_cameo_but_statements_has_an_act() -> None:
    roots = [f"{root:02}" for root in range(1, 21)]
    found = {root: meaning.relation if (meaning := cameo(f"{root}0")) else None for root in roots}
    assert found.pop("01") is None
    assert set(found.values()) < {name for name, relation in relations().items() if relation.kind == "act"}


@pytest.mark.parametrize(
    ("code", "relation"),
    [
        *(("0874", "RETREAT"), ("0831", "CONCEDE"), ("1712", "ASSAULT"), ("1711", "COERCE"), ("163", "SANCTION")),
        *(("192", "COERCE"), ("1951", "ASSAULT"), ("2042", "ASSAULT"), ("115", "ACCUSE"), ("0256", "REQUEST")),
    ],
)
def test_the_longest_beginning_of_a_code_counts(code: str, relation: str) -> None:
    meaning = cameo(code)
    assert meaning is not None
    assert meaning.relation == relation


@pytest.mark.parametrize("code", ["010", "016", "---", "", "1", "99999", "abc", "2x"])
def test_what_is_no_code_of_an_act_means_nothing(code: str) -> None:
    assert cameo(code) is None


def test_a_relation_that_is_none_is_an_error_that_names_the_map(monkeypatch: pytest.MonkeyPatch) -> None:
    content = {"source": "nobody", "codes": {"1": {"relation": "LOVE", "label": "love"}}}
    monkeypatch.setattr(maps, "content", lambda _: content)
    with pytest.raises(DataError, match=r"own\.yaml: 1: LOVE is no relation"):
        codes.__wrapped__("own")


@pytest.mark.parametrize("module", [maps, parties], ids=lambda module: module.__name__)
def test_the_examples_in_the_documentation_are_right(module: ModuleType) -> None:
    failed, attempted = doctest.testmod(module)
    assert (failed, attempted) == (0, 1)


def test_every_format_has_a_name_of_its_own_and_a_confidence_to_give() -> None:
    assert list(FORMATS) == ["icews", "polecat", "gdelt", "acled", "ucdp", "plover", "csv"]
    assert all(0 < format_.reading.confidence < 1 for format_ in FORMATS.values())
