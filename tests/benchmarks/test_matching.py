from __future__ import annotations

import pytest
from benchmarks.matching import Gold, Level, agree, level, plain, same_date, same_voice

from allegiance.model import Claim, Document, Status
from conftest import MakeClaim

DOCUMENT = Document(id="d", text="Iran and Badr, which Iran arms, met the Iraqi army in 2019.")


def gold(source: str = "Iran", target: str = "Badr", *accept: str, **fields: object) -> Gold:
    values: dict[str, object] = {
        "source": source,
        "target": target,
        "source_names": [],
        "target_names": [],
        "accept": list(accept or ("sponsor",)),
        "sign": 1,
        "symmetric": False,
        "status": "stated",
        "according_to": None,
        "since": None,
        "until": None,
    }
    return Gold.parse({**values, **fields})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The  Sadrists’", "sadrists"),
        ("“the Blue Hats”", "blue hats"),
        ("Iran's", "iran"),
        ("a militia,", "militia"),
        (None, ""),
    ],
)
def test_a_plain_name_has_no_case_quotes_article_or_possessive(name: str | None, expected: str) -> None:
    assert plain(name) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muqtada al-Sadr", "Iraqi cleric Muqtada al-Sadr"),
        ("lawyers", "Lawyers for the detained bishops"),
        ("the Danish government", "government"),
        ("Nouri al-Maliki", "Nouri al-Maliki, the prime minister"),
        ("Islamic Army", "the Islamic Army (IAI)"),
        ("Sadr, Muqtada", "Muqtada Sadr"),
    ],
)
def test_names_agree_when_the_shorter_holds_the_head_of_the_longer(one: str, other: str) -> None:
    assert agree(one, other)
    assert agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bishops", "Lawyers for the detained bishops"),
        ("Iran", "Iran's parliament"),
        ("Polish", "a Polish shipyard"),
        ("Islam", "the Army of Islam"),
        ("Iran", "Iranian"),
        ("", "Iran"),
        ("the", "the militia"),
    ],
)
def test_names_do_not_agree_when_the_shorter_is_only_a_part_that_belongs_to_the_longer(one: str, other: str) -> None:
    assert not agree(one, other)
    assert not agree(other, one)


def test_a_claim_with_the_actors_and_an_accepted_relation_is_right(make_claim: MakeClaim) -> None:
    claim = make_claim(DOCUMENT, "Iran", "sponsor", "Badr")
    assert level(gold("Iran", "Badr", "AID", "sponsor"), claim) is Level.STRICT


def test_the_other_names_of_a_gold_actor_count(make_claim: MakeClaim) -> None:
    claim = make_claim(DOCUMENT, "Iran", "sponsor", "which", target_actor="Badr")
    assert level(gold("Tehran", "which", source_names=["Iran"]), claim) is Level.STRICT


def test_another_relation_of_the_same_sign_is_right_only_loosely(make_claim: MakeClaim) -> None:
    assert level(gold(), make_claim(DOCUMENT, "Iran", "leads", "Badr")) is Level.LOOSE


def test_another_sign_finds_no_more_than_the_pair(make_claim: MakeClaim) -> None:
    assert level(gold(), make_claim(DOCUMENT, "Iran", "ASSAULT", "Badr", sign=-1)) is Level.PAIR


def test_other_actors_find_nothing(make_claim: MakeClaim) -> None:
    assert level(gold(), make_claim(DOCUMENT, "Iran", "sponsor", "Iraqi army")) is Level.NONE


def test_a_directed_relation_the_wrong_way_round_finds_only_the_pair(make_claim: MakeClaim) -> None:
    assert level(gold(), make_claim(DOCUMENT, "Badr", "sponsor", "Iran")) is Level.PAIR


@pytest.mark.parametrize(("relation", "symmetric"), [("ally", False), ("AID", True)])
def test_either_way_round_will_do_when_the_relation_or_the_annotation_is_symmetric(
    make_claim: MakeClaim, relation: str, *, symmetric: bool
) -> None:
    claim = make_claim(DOCUMENT, "Badr", relation, "Iran")
    assert level(gold("Iran", "Badr", relation, symmetric=symmetric), claim) is Level.STRICT


@pytest.mark.parametrize(
    ("annotated", "predicted", "expected"),
    [
        ("denied", Status.DENIED, Level.STRICT),
        ("denied", Status.REPORTED, Level.PAIR),
        ("stated", Status.DENIED, Level.PAIR),
        ("alleged", Status.STATED, Level.STRICT),
    ],
)
def test_whether_a_claim_is_denied_must_agree(
    make_claim: MakeClaim, annotated: str, predicted: Status, expected: Level
) -> None:
    claim = make_claim(DOCUMENT, "Iran", "sponsor", "Badr", status=predicted)
    assert level(gold(status=annotated), claim) is expected


@pytest.mark.parametrize(
    ("annotated", "predicted", "expected"),
    [
        (None, None, True),
        (None, "Reuters", False),
        ("Reuters", None, False),
        ("two senior officials in Luanda", "two senior officials", True),
        ("Reuters", "Laos", False),
    ],
)
def test_a_voice_is_right_when_both_name_the_same_or_none(
    make_claim: MakeClaim, annotated: str | None, predicted: str | None, *, expected: bool
) -> None:
    claim: Claim = make_claim(DOCUMENT, "Iran", "sponsor", "Badr", according_to=predicted)
    assert same_voice(gold(according_to=annotated), claim) is expected


@pytest.mark.parametrize(
    ("annotated", "predicted", "expected"),
    [("2019", "2019-10", True), ("2019-10", "2019", False), ("2019", None, False), (None, "2019", False)],
)
def test_a_date_is_right_when_it_is_the_same_or_more_precise(
    make_claim: MakeClaim, annotated: str | None, predicted: str | None, *, expected: bool
) -> None:
    claim = make_claim(DOCUMENT, "Iran", "sponsor", "Badr", since=predicted)
    assert same_date(gold(since=annotated), claim) is expected
