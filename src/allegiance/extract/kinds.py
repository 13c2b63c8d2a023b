"""Whether actors of these kinds can stand in a relation: a town takes no side, nobody is the brother of a state.

Which kinds a side of a relation refuses is data: ``lexicon/kinds.csv``.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from allegiance.extract.mentions import Found
from allegiance.geography import states
from allegiance.model import Kind
from allegiance.vocabulary import Relation

_OF_GROUPS = frozenset({"member", "splinter", "leads", "merger", "affiliate"})


@cache
def refused() -> dict[tuple[str, str, str], frozenset[Kind]]:
    """The kinds that cannot stand on a side ("source", "target") of a relation that a part of speech says."""
    text = (files("allegiance.extract.lexicon") / "kinds.csv").read_text(encoding="utf-8")
    return {
        (row["relation"], pos, row["side"]): frozenset(map(Kind, row["kinds"].split("|")))
        for row in csv.DictReader(text.splitlines())
        for pos in row["pos"].split("|")
    }


def fit(relation: Relation, pos: str, source: Found, target: Found) -> bool:
    """Whether two mentions can be the sides of what a cue of this part of speech says."""
    capitals = states().capitals
    for mention in (source, target):
        if mention.place and mention.text.lower() not in capitals and (relation.kind == "tie" or mention is source):
            return False
    for side, mention in (("source", source), ("target", target)):
        if _kind(mention, relation) in refused().get((relation.name, pos, side), ()):
            return False
    if relation.name in _OF_GROUPS and pos != "role":
        joins_a_person = relation.name == "member" and target.kind is Kind.PERSON and not target.plural
        return target.state is None and not target.place and not joins_a_person
    return True


def _kind(mention: Found, relation: Relation) -> Kind | None:
    """What a mention is, where that is sure: not of a place taken for a person; elders may be led, an elder is not."""
    known = states()
    if mention.text.lower() in known.names or mention.text.lower() in known.capitals:
        return None
    return None if mention.plural and relation.name == "leads" else mention.kind
