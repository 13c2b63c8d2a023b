"""The relations: one YAML file each in ``relations/``, read by an explicit call.

Signs and the division into words and deeds follow PLOVER's four quadrants (Halterman et al., 2023). Weights are on
the scale of Goldstein (1992), from -10 to 10: an act's is the mean of the CAMEO categories that PLOVER joins
under its root (REQUEST joins appeals at 3 and demands at -5, hence -1), a tie's that of the acts it stands for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from allegiance.errors import DataError


@dataclass(frozen=True, slots=True)
class Relation:
    """What a claim can say. ``medium`` is PLOVER's verbal or material; ``plover`` is the root a tie counts under."""

    name: str
    kind: Literal["tie", "act"]
    sign: Literal[-1, 0, 1]
    weight: float
    medium: Literal["words", "deeds"]
    symmetric: bool
    plover: str | None
    meaning: str


@cache
def relations() -> dict[str, Relation]:
    """Every relation by its name, ties before acts."""
    found = []
    for path in (files("allegiance.vocabulary") / "relations").iterdir():
        if path.name.endswith(".yaml"):
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
            try:
                found.append(Relation(**content))
            except TypeError as error:
                raise DataError(f"{path.name}: {error}") from error
    found.sort(key=lambda relation: (relation.kind != "tie", relation.name))
    return {relation.name: relation for relation in found}
