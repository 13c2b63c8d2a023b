"""Networks as GraphML and as GEXF, with the times of every relation.

GraphML: Brandes, Eiglsperger and Lerner, GraphML Primer (2002). GEXF 1.3 (gexf.net, 2022): edges have spells, which
Gephi's timeline shows; parallel edges between two actors are told apart by their ``kind``, the relation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, BinaryIO
from xml.sax.saxutils import quoteattr

from allegiance import __version__
from allegiance.archive import Archive
from allegiance.exchange.exports.network import Network, network
from allegiance.vocabulary import relations

_NODE = {"actor_kind": "string", "claims": "integer"}
_EDGE = {
    "relation": "string",
    "sign": "integer",
    "goldstein": "double",
    "both_ways": "boolean",
    "claims": "integer",
    "publishers": "integer",
}
_FROM = {"actor_kind": "kind", "goldstein": "weight"}


def graphml(archive: Archive, keys: Sequence[int], out: BinaryIO) -> int:
    """Write the network of the claims as GraphML; returns how many claims do not say that something is so.

    ``since`` and ``until`` of an edge are its first and last day, ``spells`` all its times as ISO 8601 intervals.
    """
    import networkx as nx

    found, left = network(archive, keys)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    ids = dict(found.nodes.select("key", "id").iter_rows())
    for node in found.nodes.iter_rows(named=True):
        graph.add_node(node["id"], label=node["name"], **_known(node, _NODE), **_dates(node))
    for edge, spells in _with_spells(found):
        times = ";".join(f"{start}/{end or '..'}" for start, end in spells)
        more = {"spells": times} if times else {}
        key = edge["relation"]
        graph.add_edge(ids[edge["source"]], ids[edge["target"]], key, **_known(edge, _EDGE), **_dates(edge), **more)
    nx.write_graphml(graph, out, named_key_ids=True)
    return left


def gexf(archive: Archive, keys: Sequence[int], out: BinaryIO) -> int:
    """Write the network of the claims as dynamic GEXF 1.3; returns how many claims do not say that something is so."""
    found, left = network(archive, keys)
    ids = dict(found.nodes.select("key", "id").iter_rows())
    out.write(_GEXF_HEAD.format(version=__version__, today=date.today().isoformat()).encode())  # noqa: DTZ011 - a stamp
    for part in (_declared("node", _NODE), _declared("edge", _EDGE), "<nodes>\n"):
        out.write(part.encode())
    for node in found.nodes.iter_rows(named=True):
        out.write(_node(node).encode())
    out.write(b"</nodes>\n<edges>\n")
    for edge, spells in _with_spells(found):
        out.write(_edge(edge, ids, spells).encode())
    out.write(b"</edges>\n</graph>\n</gexf>\n")
    return left


_GEXF_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta lastmodifieddate="{today}"><creator>Allegiance {version}</creator>\
<description>Who stands with whom, by the claims of an archive</description></meta>
<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">
"""


def _declared(what: str, columns: dict[str, str]) -> str:
    rows = "".join(f'<attribute id="{name}" title="{name}" type="{kind}"/>\n' for name, kind in columns.items())
    return f'<attributes class="{what}" mode="static">\n{rows}</attributes>\n'


def _node(node: dict[str, Any]) -> str:
    name = quoteattr(_clean(node["name"]))
    return f"<node id={quoteattr(node['id'])} label={name}{_limits(node)}>{_values(node, _NODE)}</node>\n"


def _edge(edge: dict[str, Any], ids: dict[int, str], spells: list[tuple[date, date | None]]) -> str:
    ends = f"source={quoteattr(ids[edge['source']])} target={quoteattr(ids[edge['target']])}"
    kind = quoteattr(edge["relation"])
    times = "".join(f"<spell{_limits({'start': start, 'end': end})}/>" for start, end in spells)
    within = f"<spells>{times}</spells>" if times else ""
    opening = f'<edge id="{edge["edge"]}" {ends} kind={kind} label={kind} weight="{edge["claims"]}">'
    return f"{opening}{_values(edge, _EDGE)}{within}</edge>\n"


def _limits(row: dict[str, Any]) -> str:
    return "".join(f' {name}="{row[name]}"' for name in ("start", "end") if row[name] is not None)


def _values(row: dict[str, Any], columns: dict[str, str]) -> str:
    known = _known(row, columns)
    shown = {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in known.items()}
    values = "".join(f"<attvalue for={quoteattr(name)} value={quoteattr(text)}/>" for name, text in shown.items())
    return f"<attvalues>{values}</attvalues>"


def _known(row: dict[str, Any], columns: dict[str, str]) -> dict[str, Any]:
    values = {name: row[_FROM.get(name, name)] for name in columns if name != "both_ways"}
    if "both_ways" in columns:
        values["both_ways"] = relations()[row["relation"]].symmetric
    return values


def _dates(row: dict[str, Any]) -> dict[str, str]:
    named = {"since": row["start"], "until": row["end"]}
    return {name: day.isoformat() for name, day in named.items() if day is not None}


def _with_spells(found: Network) -> Iterator[tuple[dict[str, Any], list[tuple[date, date | None]]]]:
    grouped = groupby(found.spells.iter_rows(), key=lambda spell: spell[0])
    spells = {edge: [(start, end) for _, start, end in times] for edge, times in grouped}
    for edge in found.edges.iter_rows(named=True):
        yield edge, spells.get(edge["edge"], [])


def _clean(text: str) -> str:
    """The text without control characters, which XML cannot hold."""
    return "".join(character for character in text if character >= " " or character in "\t\n")
