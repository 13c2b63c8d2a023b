"""What the codes of other data sets mean in the words of Allegiance: one YAML file for each set of codes.

Each file names the published source of its map. A code that no file has is never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from allegiance.errors import DataError
from allegiance.model import Kind
from allegiance.vocabulary import relations


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code says: the relation, words for it, and whether the second actor does it to the first."""

    relation: str
    label: str
    reversed: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """What an actor is by its role, and a word that tells it from others of its country."""

    kind: Kind
    label: str


@dataclass(frozen=True, slots=True)
class Codes:
    """A map of codes to relations, and of words for actors to kinds; ``source`` is where it was published."""

    source: str
    relations: dict[str, Meaning]
    kinds: dict[str, Kind]


@cache
def codes(name: str) -> Codes:
    """The map ``cameo``, ``plover``, ``acled``, ``ucdp`` or ``icews``."""
    said = content(name)
    meanings = {code: Meaning(**fields) for code, fields in said.get("codes", {}).items()}
    for code, meaning in meanings.items():
        if meaning.relation not in relations():
            raise DataError(f"{name}.yaml: {code}: {meaning.relation} is no relation")
    return Codes(said["source"], meanings, {word: Kind(kind) for word, kind in said.get("kinds", {}).items()})


@cache
def roles() -> dict[str, Role]:
    """What the role codes of CAMEO and the sectors of PLOVER stand for."""
    return {code: Role(Kind(row["kind"]), row["label"]) for code, row in content("roles")["codes"].items()}


def cameo(code: str) -> Meaning | None:
    """What a CAMEO code says: the longest beginning that is known; ``None`` for what has no equivalent in PLOVER.

    A zero at the beginning, which programs that take codes for numbers lose, is put back: codes have at least three
    digits, and no category above 20.

    >>> cameo("190").relation, cameo("42").relation, cameo("811").relation
    ('ASSAULT', 'CONSULT', 'CONCEDE')
    """
    digits = code.removesuffix(".0")
    if not digits.isdecimal() or not 2 <= len(digits) <= 4:
        return None
    if len(digits) == 2 or (len(digits) == 3 and int(digits[:2]) > 20):
        digits = f"0{digits}"
    return whole_cameo(digits)


def whole_cameo(code: str) -> Meaning | None:
    """The same for a code that has all of its digits."""
    known = codes("cameo").relations
    return next((known[code[:length]] for length in (4, 3, 2) if code[:length] in known), None)


@cache
def content(name: str) -> dict[str, Any]:
    """What a file of maps says."""
    text = (files("allegiance.exchange.maps") / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)  # type: ignore[no-any-return]
