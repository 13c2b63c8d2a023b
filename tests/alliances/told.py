"""Records made by hand: texts whose sentences make the claims that are written beside them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from allegiance.alliances.record import Record
from allegiance.alliances.rules import Rules
from allegiance.archive import open_archive
from allegiance.model import Claim, Document, Kind, Mention, Party, Status
from allegiance.vocabulary import relations

PERSONS = {"Osman", "Idris", "Farah", "Tamba"}


@dataclass(frozen=True)
class Text:
    """A text of sentences, each with its claims: ``("Orla backs Vesk.", ("Orla", "sponsor", "Vesk"))``."""

    id: str
    sentences: tuple[tuple[Any, ...], ...]
    date: str | None = None
    publisher: str | None = None

    def document(self) -> Document:
        text = " ".join(sentence for sentence, *_ in self.sentences)
        return Document(self.id, text, title=f"Report {self.id}", publisher=self.publisher, date=self.date)

    def claims(self) -> list[Claim]:
        made, start = [], 0
        for sentence, *claims in self.sentences:
            made += [self._claim(sentence, start, *claim) for claim in claims]
            start += len(sentence) + 1
        return made

    def _claim(
        self, sentence: str, start: int, source: str, relation: str, target: str, fields: dict[str, Any] | None = None
    ) -> Claim:
        kind = relations()[relation]
        name = f"{self.id}{start}{source}{relation}{target}{fields}"
        usual = {"since": None, "until": None, "status": Status.STATED, "according_to": None, "confidence": 0.9}
        return Claim(
            id=hashlib.sha256(name.encode()).hexdigest()[:16],
            document=self.id,
            quote=sentence,
            start=start,
            end=start + len(sentence),
            source=_party(sentence, start, source),
            target=_party(sentence, start, target),
            relation=relation,
            sign=kind.sign,
            weight=kind.weight,
            plover=kind.plover,
            rule="test.rule@1",
            **usual | (fields or {}),
        )


def _party(sentence: str, start: int, name: str) -> Party:
    place = start + sentence.index(name)
    kind = Kind.PERSON if name in PERSONS else Kind.STATE
    return Party(name, name.lower(), kind, Mention(place, place + len(name), name))


def record(*texts: Text, **rules: Any) -> Record:
    """The record that these texts make, in memory."""
    archive = open_archive(":memory:", write=True)
    archive.add((text.document(), text.claims()) for text in texts)
    return Record(archive, Rules(**rules))


FALL_OUT = Text(
    "fall-out",
    (
        ("Lem met Ster in 2003.", ("Lem", "CONSULT", "Ster", {"since": "2003"})),
        (
            "The alliance of Orla and Vesk later turned into a rivalry.",
            ("Orla", "ally", "Vesk"),
            ("Orla", "rival", "Vesk"),
        ),
        ("Lem met Ster again in 2008.", ("Lem", "CONSULT", "Ster", {"since": "2008"})),
        ("Orla and Vesk are friends again.", ("Orla", "ally", "Vesk")),
        (
            "Ster killed Osman, the chief of Vesk, and his friend Tamba on 3 January 2020.",
            ("Ster", "ASSAULT", "Osman", {"since": "2020-01-03"}),
            ("Ster", "ASSAULT", "Tamba", {"since": "2020-01-03"}),
            ("Osman", "member", "Vesk"),
        ),
        ("Orla now arms Vesk.", ("Orla", "sponsor", "Vesk")),
    ),
)
"""A text without a date of its own, which tells how two allies became rivals, and allies again after a killing."""
