"""What several tests need: claims made by hand, and a stand-in for the extractor where it is not the subject."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType

import pytest

from allegiance.model import Claim, Document, Kind, Mention, Party, Status

MakeClaim = Callable[..., Claim]


def _party(text: str, name: str, actor: str | None) -> Party:
    start = text.index(name)
    return Party(
        actor=actor or name,
        id=(actor or name).lower().replace(" ", "-"),
        kind=Kind.ORGANISATION,
        mention=Mention(start, start + len(name), name),
    )


@pytest.fixture
def make_claim() -> MakeClaim:
    """Return a maker of claims about a text: ``make_claim(document, "Iran", "ally", "Badr", sign=1)``."""

    def make(document: Document, source: str, relation: str, target: str, **fields: object) -> Claim:
        names = {key: fields.pop(key, None) for key in ("source_actor", "target_actor")}
        values: dict[str, object] = {
            "id": hashlib.sha256(f"{document.id}{source}{relation}{target}".encode()).hexdigest()[:12],
            "document": document.id,
            "quote": document.text,
            "start": 0,
            "end": len(document.text),
            "source": _party(document.text, source, names["source_actor"]),  # type: ignore[arg-type]
            "target": _party(document.text, target, names["target_actor"]),  # type: ignore[arg-type]
            "relation": relation,
            "sign": 1,
            "weight": 6.0,
            "plover": "SUPPORT",
            "since": None,
            "until": None,
            "status": Status.STATED,
            "according_to": None,
            "confidence": 0.9,
            "rule": "test.rule@1",
        }
        return Claim(**{**values, **fields})  # type: ignore[arg-type]

    return make


@pytest.fixture
def stub_extract(monkeypatch: pytest.MonkeyPatch, make_claim: MakeClaim) -> list[Document]:
    """Put an extractor in place that finds one claim in every text with "Iran" and "Badr"; return what it was given."""
    given: list[Document] = []

    def extract(documents: Iterable[Document], *, lexicon: object = None) -> Iterator[tuple[Document, list[Claim]]]:
        for document in documents:
            given.append(document)
            both = "Iran" in document.text and "Badr" in document.text
            yield document, [make_claim(document, "Iran", "sponsor", "Badr")] if both else []

    module = ModuleType("allegiance.extract")
    module.extract = extract  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "allegiance.extract", module)
    return given
