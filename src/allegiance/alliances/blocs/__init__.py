"""Blocs: who stands with whom when every tie is taken at once.

`partition` parts a `SignedGraph` into blocs with the least frustration and says whether that is proven; `triads`
counts the threes that are out of balance; `enemies_of_enemies` ranks pairs that share enemies and have no tie yet.
All are pure functions.
"""

from __future__ import annotations

from allegiance.alliances.blocs.enemies import OpenPair, enemies_of_enemies
from allegiance.alliances.blocs.graph import SignedGraph, signed_graph
from allegiance.alliances.blocs.partition import partition
from allegiance.alliances.blocs.result import Partition, Standing
from allegiance.alliances.blocs.triads import Triad, Triads, triads

__all__ = [
    "OpenPair",
    "Partition",
    "SignedGraph",
    "Standing",
    "Triad",
    "Triads",
    "enemies_of_enemies",
    "partition",
    "signed_graph",
    "triads",
]
