"""Documents and claims as the frames that go into the archive."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl

    from allegiance.model import Claim, Document, Party


@cache
def document_schema() -> pl.Schema:
    """The columns of a frame of documents; ``date`` is EDTF."""
    import polars as pl

    return pl.Schema(dict.fromkeys(("id", "text", "title", "publisher", "date", "url"), pl.String))


@cache
def claim_schema() -> pl.Schema:
    """The columns of a frame of claims; ``document``, ``source`` and ``target`` are ids, offsets are in characters."""
    import polars as pl

    columns: dict[str, type[pl.DataType]] = {
        "id": pl.String,
        "document": pl.String,
        "start": pl.UInt32,
        "end": pl.UInt32,
    }
    for side in ("source", "target"):
        columns |= {side: pl.String, f"{side}_name": pl.String, f"{side}_kind": pl.String}
        columns |= {f"{side}_start": pl.UInt32, f"{side}_end": pl.UInt32}
    columns |= {"relation": pl.String, "sign": pl.Int8, "weight": pl.Float32, "plover": pl.String}
    columns |= dict.fromkeys(("since", "until", "status", "according_to"), pl.String)
    return pl.Schema(columns | {"confidence": pl.Float32, "rule": pl.String})


def document_frame(documents: Iterable[Document]) -> pl.DataFrame:
    """Documents as a frame."""
    import polars as pl

    rows = [(d.id, d.text, d.title, d.publisher, d.date, d.url) for d in documents]
    return pl.DataFrame(rows, schema=document_schema(), orient="row")


def claim_frame(claims: Iterable[Claim]) -> pl.DataFrame:
    """Claims as a frame; quotes and the words of mentions stay behind, for they are in the text."""
    import polars as pl

    return pl.DataFrame([_row(claim) for claim in claims], schema=claim_schema(), orient="row")


def _row(claim: Claim) -> tuple[object, ...]:
    what = (claim.relation, claim.sign, claim.weight, claim.plover, claim.since, claim.until)
    how = (claim.status.value, claim.according_to, claim.confidence, claim.rule)
    return (claim.id, claim.document, claim.start, claim.end, *_party(claim.source), *_party(claim.target), *what, *how)


def _party(party: Party) -> tuple[object, ...]:
    return party.id, party.actor, party.kind.value, party.mention.start, party.mention.end
