from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from allegiance.vocabulary import Relation, relations

TIES = "ally rival enemy sponsor affiliate member leads splinter merger successor alias office kin".split()
ACTS = (
    "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT "
    "REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
BOTH_WAYS = {"ally", "rival", "enemy", "merger", "alias", "kin", "CONSULT", "COOPERATE"}
QUADRANTS = {
    (1, "words"): "AGREE CONSULT SUPPORT",
    (1, "deeds"): "COOPERATE AID RETREAT",
    (-1, "words"): "REQUEST ACCUSE REJECT THREATEN",
    (-1, "deeds"): "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
PAGE = (Path(__file__).parents[2] / "docs" / "claims.md").read_text("utf-8")

every_relation = pytest.mark.parametrize("relation", relations().values(), ids=lambda relation: relation.name)


def test_there_are_the_ties_and_the_acts_of_the_design_and_no_others() -> None:
    assert sorted(r.name for r in relations().values() if r.kind == "tie") == sorted(TIES)
    assert sorted(r.name for r in relations().values() if r.kind == "act") == sorted(ACTS)


def test_ties_come_before_acts() -> None:
    kinds = [relation.kind for relation in relations().values()]
    assert kinds == sorted(kinds, reverse=True)


def test_a_relation_has_a_file_of_its_own_name() -> None:
    folder = files("allegiance.vocabulary") / "relations"
    assert {path.name for path in folder.iterdir() if path.name.endswith(".yaml")} == {
        f"{name}.yaml" for name in relations()
    }


@every_relation
def test_every_field_has_the_type_that_it_is_said_to_have(relation: Relation) -> None:
    types = {name: type(getattr(relation, name)) for name in ("sign", "weight", "symmetric")}
    assert types == {"sign": int, "weight": float, "symmetric": bool}
    assert relation.sign in (-1, 0, 1)
    assert relation.kind in ("tie", "act")
    assert relation.medium in ("words", "deeds")


@every_relation
def test_a_weight_is_on_goldsteins_scale_and_agrees_with_the_sign(relation: Relation) -> None:
    assert -10 <= relation.weight <= 10
    assert (relation.weight > 0) - (relation.weight < 0) == relation.sign


@every_relation
def test_an_act_is_its_own_root_and_a_tie_counts_under_one_of_its_sign(relation: Relation) -> None:
    if relation.kind == "act":
        assert relation.plover == relation.name
    elif relation.plover is None:
        assert relation.sign == 0
    else:
        assert relation.plover in ACTS
        assert relations()[relation.plover].sign == relation.sign


@every_relation
def test_what_goes_both_ways_is_symmetric_and_nothing_else(relation: Relation) -> None:
    assert relation.symmetric == (relation.name in BOTH_WAYS)


@every_relation
def test_a_meaning_is_one_sentence(relation: Relation) -> None:
    assert re.fullmatch(r"[A-Z][^.]+\.", relation.meaning)


@pytest.mark.parametrize("quadrant", QUADRANTS)
def test_acts_stand_in_the_quadrants_of_plover(quadrant: tuple[int, str]) -> None:
    for name in QUADRANTS[quadrant].split():
        assert (relations()[name].sign, relations()[name].medium) == quadrant


def test_fighting_weighs_most_against_and_a_demand_least() -> None:
    against = sorted((r.weight, r.name) for r in relations().values() if r.kind == "act" and r.sign < 0)
    assert against[0][1] == "ASSAULT"
    assert against[-1][1] == "REQUEST"


def _row(relation: Relation) -> list[str]:
    """What the page must say: sign, weight, words or deeds, both ways, PLOVER root."""
    sign = {1: "+1", 0: "0", -1: "−1"}[relation.sign]
    weight = f"{relation.weight:g}".replace("-", "−")
    root = [f"`{relation.plover}`" if relation.plover else "none"] if relation.kind == "tie" else []
    return [sign, weight, relation.medium, "yes" if relation.symmetric else "no", *root]


@every_relation
def test_the_documentation_says_of_each_relation_what_its_file_says(relation: Relation) -> None:
    (line,) = re.findall(rf"^\| `{relation.name}` \|.*$", PAGE, re.MULTILINE)
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    assert cells[2:] == _row(relation)
