"""From text to a filled spaCy Doc: tokens, sentences, tags, lemmas, trees and names."""

from __future__ import annotations

from functools import cache

from allegiance.language.network import Network
from allegiance.language.reader import Reader

__all__ = ["Network", "Reader", "reader"]


@cache
def reader() -> Reader:
    """The reader with the shipped model, loaded once."""
    return Reader(Network.shipped())
