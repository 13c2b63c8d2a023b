"""What an answer needs of the archive: names and ids for keys, and the quotes behind claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.alliances.report import Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from allegiance.archive import Archive


TRACED = 1_000
"""How many claims a number of an answer names at the most; `allegiance claims` lists all."""


@dataclass(frozen=True, slots=True)
class Cited:
    """The names and ids that an answer speaks of, instead of keys; ``kinds`` are those of the actors."""

    names: Mapping[int, str]
    kinds: Mapping[int, str]
    ids: Mapping[int, str]

    def claims(self, keys: Iterable[int]) -> tuple[str, ...]:
        """The ids of claims, in the order of the keys."""
        return tuple(self.ids[key] for key in keys)


def cited(archive: Archive, *, actors: Iterable[int] = (), claims: Iterable[int] = ()) -> Cited:
    """Look up actors and claims."""
    named = archive.named(sorted(set(actors)))
    ids = archive.ids(sorted(set(claims)))
    names, kinds = (dict(zip(named["key"], named[column], strict=True)) for column in ("name", "kind"))
    return Cited(names, kinds, dict(zip(ids["key"], ids["id"], strict=True)))


def quotes(archive: Archive, keys: Sequence[int]) -> tuple[Quote, ...]:
    """The quotes of claims, once each, in their order."""
    rows = archive.quotes(list(dict.fromkeys(keys)))
    return tuple(
        Quote(
            claim=row["claim"],
            text=row["quote"],
            source=row["source_name"],
            relation=row["relation"],
            target=row["target_name"],
            **{name: row[name] for name in _WHERE},
        )
        for row in rows.iter_rows(named=True)
    )


_WHERE = "status according_to publisher published title url document".split()
