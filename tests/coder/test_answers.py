from __future__ import annotations

import pytest

from allegiance.coder.answers import NONE, decide


def test_relations_under_one_root_add_up() -> None:
    found = decide({"ACCUSE": 0.4, "AID": 0.3, "sponsor": 0.3, NONE: 0.0})
    assert (found.code, found.relation, found.sign) == ("AID", "AID", 1)
    assert found.confidence == pytest.approx(0.6)


def test_the_likeliest_relation_under_the_root_is_named() -> None:
    found = decide({"AID": 0.2, "sponsor": 0.5, NONE: 0.3})
    assert (found.code, found.relation, found.sign) == ("AID", "sponsor", 1)


def test_where_nothing_is_said_there_is_no_relation() -> None:
    found = decide({"ASSAULT": 0.2, "enemy": 0.1, NONE: 0.7})
    assert (found.code, found.relation, found.sign) == (NONE, None, 0)


def test_kinship_has_no_root() -> None:
    assert decide({"kin": 0.9, "ASSAULT": 0.1, NONE: 0.0}).code == NONE


def test_nothing_is_said_only_where_that_is_much_likelier() -> None:
    assert decide({"ASSAULT": 0.4, NONE: 0.6}).code == "ASSAULT"
