from __future__ import annotations

from datetime import date
from pathlib import Path

from allegiance.archive import Filter
from allegiance.exchange.exports.network import Network, network
from exchange.exports.archives import TABLE, made

HEADER = "source,relation,target,since,until,status,published\n"


def drawn(folder: Path, table: str) -> tuple[Network, int]:
    with made(folder, table) as archive:
        return network(archive, archive.search(Filter()))


def spells(found: Network, relation: str) -> list[tuple[date, date | None]]:
    edges = found.edges.filter(found.edges["relation"] == relation)["edge"]
    return [(start, end) for edge, start, end in found.spells.iter_rows() if edge in edges]


def test_claims_of_one_relation_of_a_pair_are_one_edge(tmp_path: Path) -> None:
    found, left = drawn(tmp_path, TABLE)
    names = dict(found.nodes.select("key", "name").iter_rows())
    edges = {
        (names[row["source"]], row["relation"], names[row["target"]]): (row["claims"], row["publishers"])
        for row in found.edges.iter_rows(named=True)
    }
    assert edges["Iran", "sponsor", "Badr"] == (2, 2)
    assert left == 2


def test_a_relation_that_goes_both_ways_is_one_edge_whoever_comes_first(tmp_path: Path) -> None:
    found, _ = drawn(tmp_path, TABLE)
    allies = found.edges.filter(found.edges["relation"] == "ally")
    assert allies["claims"].to_list() == [2]
    assert spells(found, "ally") == [(date(2014, 6, 1), date(2015, 12, 31))]


def test_spells_that_overlap_or_follow_each_other_are_one_and_others_stay_apart(tmp_path: Path) -> None:
    rows = "A,ally,B,2001,2003,,\nA,ally,B,2002,2002,,\nA,ally,B,2004-01-01,2004-02,,\nA,ally,B,2006,2006-06,,\n"
    found, _ = drawn(tmp_path, HEADER + rows)
    assert spells(found, "ally") == [
        (date(2001, 1, 1), date(2004, 2, 29)),
        (date(2006, 1, 1), date(2006, 6, 30)),
    ]
    assert found.edges.select("start", "end").rows() == [(date(2001, 1, 1), date(2006, 6, 30))]


def test_a_tie_that_nothing_ended_is_open_and_an_act_is_over(tmp_path: Path) -> None:
    rows = "A,ally,B,2001,,,\nA,AID,B,2001-05-06,,,\nA,rival,B,,,,2010-03\nA,ACCUSE,B,,,,2010-03-04\nA,kin,B,,,,\n"
    found, _ = drawn(tmp_path, HEADER + rows)
    assert spells(found, "ally") == [(date(2001, 1, 1), None)]
    assert spells(found, "AID") == [(date(2001, 5, 6), date(2001, 5, 6))]
    assert spells(found, "rival") == [(date(2010, 3, 1), None)]
    assert spells(found, "ACCUSE") == [(date(2010, 3, 4), date(2010, 3, 4))]
    assert spells(found, "kin") == []


def test_an_actor_is_there_as_long_as_its_relations(tmp_path: Path) -> None:
    rows = "A,ally,B,2001,2002,,\nB,ally,C,2004,,,\nD,kin,B,,,,\n"
    found, _ = drawn(tmp_path, HEADER + rows)
    times = {row["name"]: (row["start"], row["end"]) for row in found.nodes.iter_rows(named=True)}
    assert times["A"] == (date(2001, 1, 1), date(2002, 12, 31))
    assert times["C"] == (date(2004, 1, 1), None)
    assert times["B"] == times["D"] == (None, None)


def test_what_is_denied_planned_or_possible_is_no_edge(tmp_path: Path) -> None:
    rows = "".join(
        f"A{n},ally,B,2001,,{status},\n" for n, status in enumerate(["denied", "planned", "possible", "alleged"])
    )
    found, left = drawn(tmp_path, HEADER + rows)
    assert (found.edges.height, found.nodes.height, left) == (1, 2, 3)
