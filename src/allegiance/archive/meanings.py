"""What the keys of claims stand for: words, days and actors, looked up by place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from allegiance.archive.arrow import select
from allegiance.model import Status

if TYPE_CHECKING:
    import polars as pl
    from duckdb import DuckDBPyConnection

MADE_OF = {
    "claim": ("claim",),
    "document": ("document",),
    "source": ("source",),
    "target": ("target",),
    "relation": ("relation",),
    "sign": ("sign",),
    "weight": ("weight",),
    "since": ("since",),
    "until": ("until",),
    "since_last": ("since",),
    "status": ("status",),
    "according_to": ("voice",),
    "confidence": ("confidence",),
    "publisher": ("publisher",),
    "published": ("published",),
    "at": ("since", "published"),
    "dated": ("since",),
}
"""The columns of the claim frame, in their order, and the columns of the table that each is made of."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """Series with the meaning of key k at place k: the text of a term, the first and last day of a date."""

    texts: pl.Series
    first: pl.Series
    last: pl.Series
    same: pl.Series | None

    @classmethod
    def of(cls, connection: DuckDBPyConnection) -> Meanings:
        """All the meanings there are."""
        terms = select(connection, "SELECT key, text FROM term")
        days = select(connection, "SELECT key, first_day, last_day FROM moment")
        ((merged,),) = connection.execute("SELECT count(*) FROM identity").fetchall()
        taken = select(connection, _SAME) if merged else None
        return cls(
            texts=_placed(terms["key"], terms["text"]),
            first=_placed(days["key"], days["first_day"]),
            last=_placed(days["key"], days["last_day"]),
            same=None if taken is None else _placed(taken["key"], taken["same"]),
        )

    def column(self, name: str, rows: pl.DataFrame) -> pl.Series:
        """A column of the claim frame from rows of the table of claims."""
        found = self._column(name, *(rows[part] for part in MADE_OF[name]))
        return found.alias(name)

    def _column(self, name: str, keys: pl.Series, others: pl.Series | None = None) -> pl.Series:
        import polars as pl

        match name:
            case "source" | "target":
                return keys if self.same is None else self.same.gather(keys)
            case "relation" | "publisher":
                return self.texts.cast(pl.Categorical).gather(keys)
            case "status":
                return self.texts.cast(pl.Enum([status.value for status in Status]), strict=False).gather(keys)
            case "according_to":
                return self.texts.gather(keys)
            case "since" | "published":
                return self.first.gather(keys)
            case "until" | "since_last":
                return self.last.gather(keys)
            case "dated":
                return keys.is_not_null()
            case "at":
                return self.first.gather(keys.zip_with(keys.is_not_null(), others) if others is not None else keys)
        return keys


_SAME = "SELECT key, coalesce(same_as, key) AS same FROM actor LEFT JOIN identity ON identity.actor = actor.key"


def _placed(keys: pl.Series, values: pl.Series) -> pl.Series:
    """A series with each value at the place of its key, and null at places that have none."""
    import polars as pl

    empty = pl.Series(values.name, [None], dtype=values.dtype)
    highest: Any = keys.max()
    return empty.extend_constant(None, highest or 0).scatter(keys, values)
