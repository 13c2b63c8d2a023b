"""Claims in full, with their quotes cut out of the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allegiance.archive.arrow import select, view
from allegiance.errors import UsageError
from allegiance.model import Claim, Kind, Mention, Party, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl
    from duckdb import DuckDBPyConnection

_CLAIMS = """
SELECT asked.place, claim.id, document.id AS document,
    substring(document.text, start + 1, stop - start) AS quote, start, stop,
    source.name AS source_name, source.id AS source_id, source_kind.text AS source_kind,
    substring(document.text, source_start + 1, source_stop - source_start) AS source_mention, source_start, source_stop,
    target.name AS target_name, target.id AS target_id, target_kind.text AS target_kind,
    substring(document.text, target_start + 1, target_stop - target_start) AS target_mention, target_start, target_stop,
    relation.text AS relation, sign, weight, plover.text AS plover, since.text AS since, until.text AS until,
    status.text AS status, voice.text AS according_to, confidence, rule.text AS rule
FROM asked
JOIN claim ON claim.key = asked.key
JOIN document ON document.key = claim.document
JOIN actor AS source ON source.key = claim.source
JOIN actor AS target ON target.key = claim.target
JOIN term AS source_kind ON source_kind.key = source.kind
JOIN term AS target_kind ON target_kind.key = target.kind
JOIN term AS relation ON relation.key = claim.relation
JOIN term AS status ON status.key = claim.status
JOIN term AS rule ON rule.key = claim.rule
LEFT JOIN term AS plover ON plover.key = claim.plover
LEFT JOIN term AS voice ON voice.key = claim.voice
LEFT JOIN moment AS since ON since.key = claim.since
LEFT JOIN moment AS until ON until.key = claim.until
ORDER BY asked.place
"""


def claims(connection: DuckDBPyConnection, keys: Sequence[int]) -> list[Claim]:
    """The claims with these keys, in the order asked; `UsageError` for a key that no claim has."""
    with view(connection, "asked", _asked(keys)):
        rows = select(connection, _CLAIMS)
    if rows.height != len(keys):
        missing = sorted(set(range(len(keys))) - set(rows["place"]))
        raise UsageError(f"no claim of the archive has the key {keys[missing[0]]}")
    return [_claim(row) for row in rows.iter_rows(named=True)]


def _claim(row: dict[str, Any]) -> Claim:
    names = ("id", "document", "quote", "start", "relation", "sign", "plover", "since", "until", "according_to", "rule")
    return Claim(
        **{name: row[name] for name in names},
        end=row["stop"],
        source=_party(row, "source"),
        target=_party(row, "target"),
        status=Status(row["status"]),
        weight=_short(row["weight"]),
        confidence=_short(row["confidence"]),
    )


def _party(row: dict[str, Any], side: str) -> Party:
    mention = Mention(row[f"{side}_start"], row[f"{side}_stop"], row[f"{side}_mention"])
    return Party(row[f"{side}_name"], row[f"{side}_id"], Kind(row[f"{side}_kind"]), mention)


def _short(number: float) -> float:
    """The shortest decimal that is the same in 32 bits: what was 0.87 before it was stored."""
    return float(f"{number:.7g}")


_QUOTES = """
SELECT asked.key, claim.id AS claim, substring(document.text, start + 1, stop - start) AS quote,
    coalesce(sc.name, source.name) AS source_name, coalesce(tc.name, target.name) AS target_name,
    relation.text AS relation, status.text AS status, voice.text AS according_to,
    since.text AS since, until.text AS until, publisher.text AS publisher,
    published.first_day AS published, document.url, document.title, document.id AS document
FROM asked
JOIN claim ON claim.key = asked.key
JOIN document ON document.key = claim.document
LEFT JOIN identity AS s ON s.actor = claim.source
LEFT JOIN identity AS t ON t.actor = claim.target
LEFT JOIN stand_in AS so ON so.actor = claim.source AND so.document = claim.document
LEFT JOIN stand_in AS ta ON ta.actor = claim.target AND ta.document = claim.document
JOIN actor AS source ON source.key = coalesce(so.same_as, s.same_as, claim.source)
JOIN actor AS target ON target.key = coalesce(ta.same_as, t.same_as, claim.target)
LEFT JOIN called AS sc ON sc.actor = source.key
LEFT JOIN called AS tc ON tc.actor = target.key
JOIN term AS relation ON relation.key = claim.relation
JOIN term AS status ON status.key = claim.status
LEFT JOIN term AS voice ON voice.key = claim.voice
LEFT JOIN term AS publisher ON publisher.key = document.publisher
LEFT JOIN moment AS since ON since.key = claim.since
LEFT JOIN moment AS until ON until.key = claim.until
LEFT JOIN moment AS published ON published.key = document.published
ORDER BY asked.place
"""


def quotes(connection: DuckDBPyConnection, keys: Sequence[int]) -> pl.DataFrame:
    """One row a key, in the order asked: the quote, what it was read as, and where it was published."""
    with view(connection, "asked", _asked(keys)):
        return select(connection, _QUOTES)


def _asked(keys: Sequence[int]) -> pl.DataFrame:
    import polars as pl

    return pl.DataFrame({"key": pl.Series(keys, dtype=pl.UInt32)}).with_row_index("place")
