"""From the probabilities of relations to a code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from allegiance.vocabulary import relations

NONE = "NONE"
"""The code of a pair of which nothing is said."""


@dataclass(frozen=True, slots=True)
class Code:
    """What source does to target: a PLOVER root or ``NONE``, the likeliest relation under it, and its sign.

    ``confidence`` is the probability of the root; ``chances`` holds that of every relation and of ``NONE``.
    """

    code: str
    relation: str | None
    sign: int
    confidence: float
    chances: Mapping[str, float]


LEAST_NONE = 0.65
"""The probability from which on nothing is said: who marks two actors mostly has an act in mind."""


def decide(chances: Mapping[str, float]) -> Code:
    """The root with the largest sum over its relations, or ``NONE`` from `LEAST_NONE` on.

    A tie that no root covers, such as kin, counts as ``NONE``.
    """
    roots: defaultdict[str, float] = defaultdict(float)
    for name, chance in chances.items():
        roots[_root(name)] += chance
    silent = roots[NONE] >= LEAST_NONE
    code = NONE if silent else max((root for root in roots if root != NONE), key=lambda root: roots[root])
    under = [name for name in chances if _root(name) == code and name != NONE]
    relation = max(under, key=lambda name: chances[name]) if under and code != NONE else None
    sign = relations()[relation].sign if relation else 0
    return Code(code, relation, sign, roots[code], chances)


def _root(name: str) -> str:
    return NONE if name == NONE else relations()[name].plover or NONE
