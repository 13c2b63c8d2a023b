from __future__ import annotations

from datetime import date

import pytest

from allegiance.alliances.record import Record
from allegiance.alliances.rules import Rules
from allegiance.errors import UsageError
from allegiance.model import Status
from alliances.told import FALL_OUT, Text, record

NEWS = Text(
    "news",
    (
        ("Orla praised Vesk.", ("Orla", "SUPPORT", "Vesk", {"since": "2014-02-01"})),
        ("Orla bombed Vesk.", ("Orla", "ASSAULT", "Vesk", {"since": "2014-03-01"})),
        (
            "Lem said that Orla armed Ster.",
            ("Orla", "sponsor", "Ster", {"status": Status.REPORTED, "according_to": "Lem"}),
        ),
        (
            "Orla denied that it armed Ster.",
            ("Orla", "sponsor", "Ster", {"status": Status.DENIED, "according_to": "Orla"}),
        ),
    ),
    date="2014-05-01",
    publisher="The Lantern",
)


@pytest.fixture
def news() -> Record:
    return record(NEWS)


def test_the_history_of_a_pair_has_a_period_for_each_stance() -> None:
    found = record(FALL_OUT).between("Vesk", "Orla")
    assert [(period.stance, str(period.began)) for period in found.periods] == [
        ("with", "2003 to 2008"),
        ("against", "2003 to 2008"),
        ("with", "2020-01-03"),
    ]
    assert (found.periods[0].strength, found.periods[1].words, found.periods[1].deeds) == (6.0, -4.0, None)
    assert len(found.claims) == found.found == 4
    assert found.to_polars()["claims"].list.len().to_list() == [1, 1, 2]


def test_the_history_shows_what_is_denied_and_what_nothing_dates_apart(news: Record) -> None:
    assert [(voice.status, voice.voice, voice.friendly) for voice in news.between("Orla", "Ster").voices] == [
        ("reported", "Lem", 1),
        ("denied", "Orla", 1),
    ]
    found = news.between("Orla", "Ster", limit=1)
    (claim,) = found.claims
    assert (claim.status, claim.counts, claim.dated) == ("denied", 0.0, "written")
    assert found.found == 2
    assert len(news.between("Orla", "Ster", limit=None).voices) == 2
    undated = record(Text("t", (("Orla backs Vesk.", ("Orla", "sponsor", "Vesk")),))).between("Orla", "Vesk")
    assert (undated.periods, undated.undated, undated.claims[0].when) == ((), 1, None)
    assert "1 cannot be dated" in undated.report().lines[0].replace("of which ", "")


def test_the_ties_of_a_date_have_strength_age_and_publishers(news: Record) -> None:
    found = news.ties("2014-05")
    assert found.on == date(2014, 5, 31)
    assert [(tie.a, tie.b, tie.stance, tie.relation) for tie in found.ties] == [
        ("Orla", "Ster", "with", "sponsor"),
        ("Orla", "Vesk", "against", "ASSAULT"),
    ]
    backed, fought = found.ties
    assert (backed.age, backed.strength, backed.publishers, backed.contrary) == (30, 7.0, 1, 0)
    assert (fought.contrary, len(fought.claims)) == (1, 2)
    assert news.ties("2014-02-15", actor="vesk").ties[0].stance == "with"
    assert news.ties("2013").ties == ()


def test_the_same_publisher_twice_is_one_word_and_two_are_two() -> None:
    told = (("Orla backs Vesk.", ("Orla", "sponsor", "Vesk")),)
    texts = [
        Text(str(n), told, date="2014-05-01", publisher=name) for n, name in enumerate(["A", "A", "B", None, None])
    ]
    (tie,) = record(*texts).ties("2014-05").ties
    assert (tie.documents, tie.publishers) == (5, 3)


def test_evidence_that_was_last_heard_of_too_long_ago_is_forgotten() -> None:
    text = Text("t", (("Orla backs Vesk.", ("Orla", "sponsor", "Vesk", {"since": "2000-01-01"})),), date="2000-01-01")
    assert record(text, half_life=3000).ties("2008").found == 1
    assert record(text, half_life=3000, forgotten=0.5).ties("2008").found == 0


def test_a_date_that_is_none_is_named(news: Record) -> None:
    with pytest.raises(UsageError, match="2014-13: is not a date"):
        news.ties("2014-13")


def test_words_and_deeds_of_opposite_signs_differ(news: Record) -> None:
    found = news.deeds("Orla")
    assert [(one.target, one.year, one.words, one.deeds, one.differ) for one in found.conduct] == [
        ("Vesk", 2014, 3.5, -9.5, True),
        ("Ster", 2014, None, 7.0, False),
    ]
    assert news.deeds("Vesk").conduct == ()
    assert [one.target for one in news.deeds("Orla", "Ster").conduct] == ["Ster"]


def test_what_is_asserted_and_denied_is_contested_by_voice_and_publisher(news: Record) -> None:
    (contest,) = news.contested().contests
    assert (contest.kind, contest.about) == ("asserted and denied", "Orla and Ster")
    assert (contest.one.voices, contest.other.voices) == (("Lem",), ("Orla",))
    assert contest.other.says == "not sponsor"
    assert contest.one.publishers == ("The Lantern",)


def test_friends_and_foes_at_one_time_are_contested_but_not_one_after_the_other() -> None:
    ally = Text("a", (("Orla and Vesk are allies.", ("Orla", "ally", "Vesk")),), date="2014-05-01")
    rival = (("Orla and Vesk are rivals.", ("Vesk", "rival", "Orla")),)
    assert record(FALL_OUT).contested().contests == ()
    (contest,) = record(ally, Text("b", rival, date="2014-05-20")).contested("Orla").contests
    assert (contest.kind, contest.one.says, contest.other.says) == ("friend and foe", "ally", "rival")
    assert record(ally, Text("b", rival, date="2015-05-20")).contested().contests == ()
    assert record(ally, Text("b", rival, date="2014-05-20"), together=7).contested().found == 0


def test_two_holders_of_one_office_are_contested_unless_one_follows_the_other() -> None:
    def holder(name: str, since: str, until: str, title: str = "president") -> Text:
        sentence = f"{title.capitalize()} {name} of Vesk ruled from {since} to {until}."
        return Text(name, ((sentence, (name, "office", "Vesk", {"since": since, "until": until})),))

    (contest,) = record(holder("Osman", "2003", "2009"), holder("Idris", "2006", "2012")).contested().contests
    assert (contest.kind, contest.about) == ("two holders", "president of Vesk")
    assert {contest.one.says, contest.other.says} == {"Osman", "Idris"}
    assert record(holder("Osman", "2003", "2009"), holder("Idris", "2009", "2012")).contested().contests == ()
    other = holder("Idris", "2006", "2012", "prime minister")
    assert record(holder("Osman", "2003", "2009"), other).contested().contests == ()


def test_the_vacuum_of_one_who_was_killed_is_who_lost_a_tie_and_who_gained_one() -> None:
    after = Text("after", (("Lem backs Vesk.", ("Lem", "sponsor", "Vesk", {"since": "2020-05"})),), date="2020-06-01")
    found = record(FALL_OUT, after).vacuum("Osman")
    assert (found.on, found.fates[0].what) == (date(2020, 1, 3), "killing")
    assert [(one.change, {one.a, one.b}, one.before, one.after) for one in found.changes] == [
        ("lost", {"Vesk", "Osman"}, "with", None),
        ("gained", {"Orla", "Vesk"}, None, "with"),
        ("gained", {"Vesk", "Lem"}, None, "with"),
    ]


def test_without_a_fate_the_vacuum_needs_a_day(news: Record) -> None:
    with pytest.raises(UsageError, match="Orla: no claim says that it was killed"):
        news.vacuum("Orla")
    assert news.vacuum("Orla", on="2014-02-15").changes == ()


def test_blocs_part_foes_and_name_the_ties_that_do_not_fit() -> None:
    def tie(number: int, a: str, relation: str, b: str) -> Text:
        return Text(str(number), ((f"{a} and {b}.", (a, relation, b)),), date="2014-05-01")

    texts = [
        tie(1, "Orla", "ally", "Vesk"),
        tie(2, "Lem", "ally", "Ster"),
        tie(3, "Orla", "enemy", "Lem"),
        tie(4, "Orla", "enemy", "Ster"),
        tie(5, "Vesk", "enemy", "Lem"),
        tie(6, "Vesk", "ally", "Ster"),
    ]
    found = record(*texts).blocs("2014-05")
    assert (found.frustration, found.total, found.optimal) == (1, 6, True)
    sides = {frozenset(m.actor for m in found.members if m.bloc == bloc) for bloc in (1, 2)}
    assert sides == {frozenset({"Orla", "Vesk"}), frozenset({"Lem", "Ster"})}
    assert [(tie.a, tie.b, tie.stance) for tie in found.across] == [("Vesk", "Ster", "with")]
    assert found.triads == (0, 2, 2, 0)
    assert len(record(*texts[:3]).blocs("2014-05").prospects) == 0
    assert record(*texts, weighted=1).blocs("2014-05").total == 6 * 3 + 8 * 3


def test_enemies_of_one_enemy_without_a_tie_are_prospects() -> None:
    told = (
        ("Orla fights Lem.", ("Orla", "enemy", "Lem")),
        ("Vesk fights Lem too.", ("Vesk", "enemy", "Lem")),
    )
    (prospect,) = record(Text("t", told, date="2014-05-01")).blocs("2014-05").prospects
    assert (prospect.a, prospect.b, prospect.enemies) == ("Orla", "Vesk", ("Lem",))


def test_coverage_counts_documents_by_month_and_pair() -> None:
    told = (("Orla fights Lem.", ("Orla", "enemy", "Lem")),)
    other = (("Orla backs Vesk.", ("Orla", "sponsor", "Vesk")),)
    texts = [Text("1", told, date="2014-05-01"), Text("2", told, date="2014-07-01"), Text("3", told)]
    found = record(*texts, Text("4", other, date="2014-05-20")).coverage()
    assert (found.documents, found.undated, found.found) == (4, 1, 2)
    first, second = found.pairs
    assert ({first.a, first.b}, first.conflict, first.documents, first.share) == ({"Orla", "Lem"}, True, 3, 0.75)
    assert [(month.month, month.documents, month.share) for month in first.months] == [
        (date(2014, 5, 1), 1, 0.5),
        (date(2014, 7, 1), 1, 1.0),
    ]
    assert not second.conflict
    assert found.to_polars()["documents"].to_list() == [1, 1, 1, 1]
    assert found.to_polars()["month"].null_count() == 1
    assert found.report().tables[0].rows[0][-1].text == "█·█"


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ({"half_life": 0}, "half-life 0: must be more than 0"),
        ({"threshold": -1}, "threshold -1: must not be less than 0"),
        ({"reported": 1.5}, "reported 1.5: must be from 0 to 1"),
        ({"blocs": 3}, "blocs 3: must be 2, or 0 for as many as fit best"),
        ({"weighted": 2}, "weighted 2: must be 0 or 1"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(rules: dict[str, float], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        Rules(**rules)  # type: ignore[arg-type]


QUESTIONS = [
    ("between", ("Orla", "Vesk")),
    ("ties", ("2020",)),
    ("turns", ()),
    ("blocs", ("2020",)),
    ("vacuum", ("Osman",)),
    ("deeds", ("Orla",)),
    ("contested", ()),
    ("coverage", ()),
]


@pytest.mark.parametrize(("question", "arguments"), QUESTIONS, ids=[name for name, _ in QUESTIONS])
def test_every_answer_shows_its_rules_and_traces_its_claims(question: str, arguments: tuple[str, ...]) -> None:
    asked = record(FALL_OUT, NEWS)
    answer = getattr(asked, question)(*arguments)
    with pytest.raises(AttributeError):
        answer.rules = None
    known = set(asked.archive.ids(asked.archive.frame()["claim"].to_list())["id"])
    assert {quote.claim for quote in answer.quotes} <= known
    named = [rule.split()[0] for rule in answer.report().rules]
    assert named == [name.replace("_", "-") for name in answer.uses]
    assert set(answer.to_dict()["rules"]) == set(answer.uses)
    assert answer._repr_html_().startswith("<div><h4>")
    assert answer.to_polars().height == len(answer.rows) or question == "coverage"
    cells = [cell for table in answer.report().tables for row in table.rows for cell in row]
    assert {claim for cell in cells for claim in cell.claims} <= known


@pytest.mark.parametrize(("question", "arguments"), QUESTIONS, ids=[name for name, _ in QUESTIONS])
def test_an_empty_archive_answers_plainly(question: str, arguments: tuple[str, ...]) -> None:
    asked = record()
    if question in {"between", "vacuum", "deeds"}:
        with pytest.raises(UsageError, match="no such actor"):
            getattr(asked, question)(*arguments)
    else:
        answer = getattr(asked, question)(*arguments)
        assert len(answer.rows) == 0
        assert answer.to_polars().height == 0
        assert answer.report().tables[0].rows == ()
