from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.actors import Judgement, Name, Resolution, Said, Verb, resolve
from allegiance.actors.gazetteer import Entity, Gazetteer, shipped
from allegiance.model import Kind

GROUP, PERSON, STATE = Kind.ARMED_GROUP, Kind.PERSON, Kind.STATE


def named(*texts: str | tuple[str, Kind], kind: Kind = PERSON) -> list[Name]:
    """Names in their order, one a document, each with its own text as its id."""
    pairs = [(text, kind) if isinstance(text, str) else text for text in texts]
    return [Name(text, text, what, since) for (text, what), since in zip(pairs, count(1), strict=False)]


def grouped(found: Resolution) -> list[list[str]]:
    return [[joined.name.text for joined in actor.names] for actor in found.actors]


def judged(verb: Verb, subject: str, object_: str) -> Judgement:
    return Judgement(verb, subject, object_, "me", "2026-01-01T00:00:00.000000", "because")


def test_spellings_join_under_the_id_of_the_earliest_and_others_do_not() -> None:
    found = resolve(named("Fulan al-Basri", "Foulan Basri", "Laith al-Basri", "فولان البصري"))
    assert grouped(found) == [["Fulan al-Basri", "Foulan Basri", "فولان البصري"], ["Laith al-Basri"]]
    assert found.of["Foulan Basri"] == "Fulan al-Basri"


def test_a_join_shows_its_score_and_its_grounds() -> None:
    (actor,) = resolve(named("Hussein al-Fulani", "Hussein Badreddin al-Fulani")).actors
    first, second = actor.names
    assert (first.score, first.with_name) == (1, None)
    assert (second.score < 1, second.with_name) == (True, "Hussein al-Fulani")
    assert "a name in the middle left out" in second.grounds


def test_a_name_that_fits_two_actors_joins_neither_and_is_doubtful() -> None:
    found = resolve(named("Hussein Tariq al-Fulani", "Hussein Salim al-Fulani", "Hussein al-Fulani"))
    assert len(found.actors) == 3
    assert {frozenset((doubt.left, doubt.right)) for doubt in found.doubts} == {
        frozenset(("Hussein al-Fulani", "Hussein Tariq al-Fulani")),
        frozenset(("Hussein al-Fulani", "Hussein Salim al-Fulani")),
    }


def test_a_later_name_does_not_join_through_a_shorter_one_what_it_is_not_like() -> None:
    found = resolve(named("Hussein al-Fulani", "Hussein Tariq al-Fulani", "Hussein Salim al-Fulani"))
    assert grouped(found) == [["Hussein al-Fulani", "Hussein Tariq al-Fulani"], ["Hussein Salim al-Fulani"]]


def test_a_surname_joins_the_only_one_that_bears_it() -> None:
    assert len(resolve(named("Laith al-Fulani", "Fulani")).actors) == 1
    found = resolve(named("Laith al-Fulani", "Hussein al-Fulani", "Fulani"))
    assert len(found.actors) == 3
    assert len(found.doubts) == 2


def test_a_given_name_alone_joins_nobody() -> None:
    assert len(resolve(named("Fulan Hussein", "Hussein")).actors) == 2


def test_states_join_by_any_name_adjective_or_capital_but_not_by_another_city() -> None:
    found = resolve(named("Iran", "Tehran", "Iranian", "Islamic Republic of Iran", "ایران", "Isfahan", kind=STATE))
    assert grouped(found) == [["Iran", "Tehran", "Iranian", "Islamic Republic of Iran", "ایران"], ["Isfahan"]]


def test_a_state_that_was_read_as_something_else_is_the_state_but_jordan_may_be_a_person() -> None:
    pairs = [("Iran", STATE), ("Iran", PERSON), ("Jordan", STATE), ("Jordan", PERSON)]
    names = [Name(f"{kind} {text}", text, kind, since) for since, (text, kind) in enumerate(pairs)]
    assert grouped(resolve(names)) == [["Iran", "Iran"], ["Jordan"], ["Jordan"]]


def test_an_abbreviation_joins_the_only_name_that_it_can_stand_for() -> None:
    texts = ("Zahra Liberation Front", "ZLF", "Zagros Liberation Front")
    assert grouped(resolve(named(*texts, kind=GROUP))) == [
        ["Zahra Liberation Front", "ZLF"],
        ["Zagros Liberation Front"],
    ]


def test_sadr_is_not_sadr_in_capitals() -> None:
    assert len(resolve(named(("SADR", Kind.GOVERNMENT), ("Sadr", PERSON))).actors) == 2


def test_what_documents_say_joins_what_comes_with_them_or_later() -> None:
    names = named("Zahra Front", "Lions of Basra", kind=GROUP)
    assert len(resolve(names, said=[Said("Zahra Front", "Lions of Basra", 2)]).actors) == 1
    later = resolve(names, said=[Said("Zahra Front", "Lions of Basra", 3)])
    assert len(later.actors) == 2
    (doubt,) = later.doubts
    assert doubt.grounds == ("called Lions of Basra in 1 document",)


def test_the_gazetteer_knows_other_names_and_who_is_not_whom() -> None:
    texts = ["Islamic State in Iraq", "Islamic Army in Iraq", "داعش", "IAI", "Mahdi Army", "Saraya al-Salam"]
    found = resolve(named(*texts, kind=GROUP), gazetteer=shipped())
    assert grouped(found) == [
        ["Islamic State in Iraq", "داعش"],
        ["Islamic Army in Iraq", "IAI"],
        ["Mahdi Army"],
        ["Saraya al-Salam"],
    ]
    assert [actor.entity for actor in found.actors][2:] == ["mahdi-army", "saraya-al-salam"]
    assert found.actor("داعش").name == "Islamic State"


def test_the_kind_and_name_are_those_of_most_claims_where_the_gazetteer_has_none() -> None:
    names = [
        Name("1", "Fulani", PERSON, 1, claims=9),
        Name("2", "Liwa al-Zahra", Kind.ORGANISATION, 2, claims=5),
        Name("3", "Zahra Brigade", GROUP, 3, claims=2),
    ]
    _, actor = resolve(names).actors
    assert (actor.name, actor.kind, actor.claims) == ("Liwa al-Zahra", GROUP, 7)


def test_descriptions_are_the_same_only_in_the_same_words() -> None:
    found = resolve(named("militia", "militias", "armed militia", "Militia", kind=GROUP))
    assert grouped(found) == [["militia", "Militia"], ["militias"], ["armed militia"]]


def test_offices_are_one_however_they_are_put() -> None:
    found = resolve(named("Iraqi prime minister", "prime minister of Iraq", "Turkish prime minister"))
    assert [len(names) for names in grouped(found)] == [2, 1]


@pytest.mark.parametrize("false", ["H\u0430mas", "Harnas", "Hаm\u0430s"])
def test_a_look_alike_joins_a_known_actor_only_by_judgement(false: str) -> None:
    names = named("Hamas", false, kind=GROUP)
    assert len(resolve(names, gazetteer=shipped()).actors) == 2
    merge = judged(Verb.MERGE, "Hamas", false)
    assert len(resolve(names, gazetteer=shipped(), judgements=[merge]).actors) == 1


def test_judgements_beat_rules_and_say_who_made_them() -> None:
    names = named("Fulan al-Basri", "Foulan Basri", "Laith al-Basri")
    found = resolve(
        names,
        judgements=[
            judged(Verb.SPLIT, "Fulan al-Basri", "Foulan Basri"),
            judged(Verb.MERGE, "Fulan al-Basri", "Laith al-Basri"),
            judged(Verb.RENAME, "Fulan al-Basri", "The Lion"),
            judged(Verb.KIND, "Foulan Basri", "movement"),
        ],
    )
    assert grouped(found) == [["Fulan al-Basri", "Laith al-Basri"], ["Foulan Basri"]]
    lion, other = found.actors
    assert (lion.name, other.kind) == ("The Lion", Kind.MOVEMENT)
    assert lion.names[1].grounds == ("judged by me",)
    assert all({doubt.left, doubt.right} != {lion.id, other.id} for doubt in found.doubts)


def test_doubts_come_with_those_first_that_would_join_most_claims() -> None:
    names = [
        Name("a", "Hamas", GROUP, 1, 50),
        Name("b", "Kurdish Hamas", GROUP, 2, 3),
        Name("c", "Badr Front", GROUP, 3, 50),
        Name("d", "Lebanese Badr Front", GROUP, 4, 20),
    ]
    assert [doubt.claims for doubt in resolve(names).doubts] == [20, 3]


@pytest.mark.parametrize("text", ["", " ", "\u202e\u200b", "x" * 10_000, "Абв abc عربي", "((((", "al-", "Mr."])
@pytest.mark.parametrize("kind", [PERSON, STATE, GROUP, Kind.POPULATION])
def test_any_string_is_an_actor(text: str, kind: Kind) -> None:
    names = [Name("1", text, kind, 1), Name("2", text, kind, 2), Name("3", "Badr", kind, 3)]
    found = resolve(names, gazetteer=Gazetteer({"b": Entity("b", "Badr", GROUP)}))
    assert set(found.of) == {"1", "2", "3"}


GIVEN = ["Hussein", "Husayn", "Hasan", "Ali", "Mohammed", "Muhammad", "Abu Bakr", "H."]
FAMILY = ["al-Sadr", "as-Sadr", "Sadr", "al-Basri", "Basri", "al-Fulani", "الصدر", "Hussein"]
PEOPLE = st.builds(
    lambda first, last: f"{first} {last}".strip(), st.sampled_from([*GIVEN, ""]), st.sampled_from(FAMILY)
)
GROUPS = st.sampled_from(
    ["Mahdi Army", "Jaysh al-Mahdi", "MA", "Badr", "Badr Organization", "ISI", "Islamic State in Iraq", "Badr Front"]
)
NAMES = st.lists(st.tuples(PEOPLE, st.just(PERSON)) | st.tuples(GROUPS, st.just(GROUP)), max_size=14, unique=True)


@settings(max_examples=60, deadline=None)
@given(NAMES, st.data())
def test_a_longer_archive_changes_no_id_and_the_same_one_gives_the_same(
    pairs: list[tuple[str, Kind]], data: st.DataObject
) -> None:
    names = named(*pairs)
    texts = [text for text, _ in pairs]
    said = (
        [Said(*data.draw(st.tuples(st.sampled_from(texts), st.sampled_from(texts), st.integers(1, 15))))]
        if texts
        else []
    )
    whole = resolve(names, said=said)
    assert resolve(names, said=said) == whole
    for length in range(len(names)):
        part = resolve(names[:length], said=[one for one in said if one.since <= length])
        assert part.of == {name.id: whole.of[name.id] for name in names[:length]}
