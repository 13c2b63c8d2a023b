"""The formats that an archive can be exported to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import BinaryIO

from allegiance.archive import Archive
from allegiance.exchange.exports.ftm import ftm
from allegiance.exchange.exports.graphs import gexf, graphml
from allegiance.exchange.exports.records import lines, plover
from allegiance.exchange.exports.tables import csv, parquet

EXPORTS: dict[str, Callable[[Archive, Sequence[int], BinaryIO], int]] = {
    "parquet": parquet,
    "csv": csv,
    "jsonl": lines,
    "plover": plover,
    "graphml": graphml,
    "gexf": gexf,
    "ftm": ftm,
}
"""Each writes the claims with these keys and returns how many it had to leave out."""
