from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from exchange.exports.archives import TABLE, exported, made

NS = "{http://gexf.net/1.3}"


@pytest.fixture
def gexf(tmp_path: Path) -> bytes:
    with made(tmp_path) as archive:
        data, left = exported(archive, "gexf")
    assert left == 2
    return data


@pytest.fixture
def graphml(tmp_path: Path) -> bytes:
    with made(tmp_path) as archive:
        data, left = exported(archive, "graphml")
    assert left == 2
    return data


def relations(graph: Any) -> set[tuple[str, str, str]]:
    label = dict(graph.nodes(data="label"))
    return {(label[source], edge["relation"], label[target]) for source, target, edge in graph.edges(data=True)}


def test_networkx_reads_the_same_network_from_both(gexf: bytes, graphml: bytes) -> None:
    one = nx.read_gexf(io.BytesIO(gexf), version="1.3")
    other = nx.read_graphml(io.BytesIO(graphml))
    assert relations(one) == relations(other)
    assert ("Iran", "sponsor", "Badr") in relations(one)
    assert {("Badr", "ally", 'Élan & "Sons" <Ltd>'), ('Élan & "Sons" <Ltd>', "ally", "Badr")} & relations(one)
    assert dict(one.nodes(data="label")) == dict(other.nodes(data="label"))
    assert dict(one.nodes(data="actor_kind")) == dict(other.nodes(data="actor_kind"))


def test_an_edge_says_what_it_is_made_of(gexf: bytes, graphml: bytes) -> None:
    for graph in (nx.read_gexf(io.BytesIO(gexf), version="1.3"), nx.read_graphml(io.BytesIO(graphml))):
        (edge,) = (edge for _, _, edge in graph.edges(data=True) if edge["relation"] == "sponsor")
        assert (edge["sign"], edge["goldstein"], edge["both_ways"]) == (1, 7.0, False)
        assert (edge["claims"], edge["publishers"]) == (2, 2)


def test_gexf_has_the_structure_of_version_1_3(gexf: bytes) -> None:
    root = ET.fromstring(gexf)  # noqa: S314 - made here
    assert (root.tag, root.get("version")) == (f"{NS}gexf", "1.3")
    assert [child.tag.removeprefix(NS) for child in root] == ["meta", "graph"]
    graph = root[1]
    assert graph.attrib == {
        "mode": "dynamic",
        "defaultedgetype": "directed",
        "timeformat": "date",
        "timerepresentation": "interval",
    }
    assert [child.tag.removeprefix(NS) for child in graph] == ["attributes", "attributes", "nodes", "edges"]
    declared = {a.get("class"): {d.get("id") for d in a} for a in graph.findall(f"{NS}attributes")}
    nodes, edges = graph.findall(f"{NS}nodes/{NS}node"), graph.findall(f"{NS}edges/{NS}edge")
    ids = {node.get("id") for node in nodes}
    assert len(ids) == len(nodes)
    assert len({edge.get("id") for edge in edges}) == len(edges)
    for edge in edges:
        assert {edge.get("source"), edge.get("target")} <= ids
        assert [child.tag.removeprefix(NS) for child in edge] in (["attvalues"], ["attvalues", "spells"])
    for what, found in (("node", nodes), ("edge", edges)):
        for one in found:
            assert {value.get("for") for value in one.iter(f"{NS}attvalue")} == declared[what]
    kinds = [(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges]
    assert len(set(kinds)) == len(kinds)


def test_spells_of_gexf_are_days_in_order_within_the_life_of_their_actors(gexf: bytes) -> None:
    root = ET.fromstring(gexf)  # noqa: S314 - made here
    life = {node.get("id"): (node.get("start", ""), node.get("end", "9")) for node in root.iter(f"{NS}node")}
    seen = 0
    for edge in root.iter(f"{NS}edge"):
        for spell in edge.iter(f"{NS}spell"):
            start, end = spell.get("start", ""), spell.get("end", "9999-12-31")
            assert date.fromisoformat(start) <= date.fromisoformat(end)
            for actor in (edge.get("source"), edge.get("target")):
                assert life[actor][0] <= start
                assert end <= life[actor][1] or life[actor][1] == "9"
            seen += 1
    assert seen == 4


def test_graphml_tells_the_times_as_iso_intervals(graphml: bytes) -> None:
    graph = nx.read_graphml(io.BytesIO(graphml))
    times = {edge["relation"]: edge.get("spells") for _, _, edge in graph.edges(data=True)}
    assert times["sponsor"] == "1982-01-01/.."
    assert times["ASSAULT"] == "2014-06-10/2014-06-10"
    assert times["kin"] is None


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_an_archive_without_claims_is_a_network_without_actors(tmp_path: Path, name: str) -> None:
    with made(tmp_path, TABLE.splitlines(keepends=True)[0]) as archive:
        data, _ = exported(archive, name)
    graph = nx.read_gexf(io.BytesIO(data), version="1.3") if name == "gexf" else nx.read_graphml(io.BytesIO(data))
    assert graph.number_of_nodes() == 0
