"""Files imported in a test: their claims as one might say them, and what was reported."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allegiance.errors import DocumentError
from allegiance.exchange.formats import FORMATS
from allegiance.exchange.importing import read_files


@dataclass(frozen=True, slots=True)
class Read:
    claims: list[dict[str, Any]]
    documents: dict[str, dict[str, Any]]
    reports: list[str]
    left: Counter[str]
    rows: int

    def said(self) -> list[tuple[str, str, str]]:
        return [(claim["source_name"], claim["relation"], claim["target_name"]) for claim in self.claims]

    def text(self, claim: dict[str, Any], start: str = "start", end: str = "end") -> str:
        text: str = self.documents[claim["document"]]["text"]
        assert 0 <= claim[start] < claim[end] <= len(text)
        return text[claim[start] : claim[end]]

    def quote(self) -> str:
        (claim,) = self.claims
        return self.text(claim)

    def mentions(self) -> list[tuple[str, str]]:
        return [
            (self.text(claim, "source_start", "source_end"), self.text(claim, "target_start", "target_end"))
            for claim in self.claims
        ]


def imported(folder: Path, format_: str, content: str | bytes, **options: Any) -> Read:
    """What a file with this content gives; reports name their lines only: ``3: has no date``."""
    path = folder / f"{format_}.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    reports: list[str] = []

    def report(error: DocumentError) -> None:
        reports.append(str(error).removeprefix(f"{path}:"))

    batches = list(read_files([path], FORMATS[format_], report=report, **options))
    return Read(
        [claim for batch in batches for claim in batch.claims.to_dicts()],
        {document["id"]: document for batch in batches for document in batch.documents.to_dicts()},
        reports,
        sum((batch.left for batch in batches), Counter()),
        sum(batch.rows for batch in batches),
    )
