"""What the actors of one document are called: one name and one id for all that go back to the same mention."""

from __future__ import annotations

import hashlib

from spacy.tokens import Doc

from allegiance.extract.lexicon import Lexicon
from allegiance.extract.mentions import Found
from allegiance.geography import states
from allegiance.model import Kind, Mention, Party


class Identity:
    """Parties of a document. States go by their usual name; an organ such as an embassy acts for its state."""

    def __init__(self, text: str, doc: Doc, found: dict[int, Found], links: dict[int, int], lexicon: Lexicon) -> None:
        self._text, self._doc, self._found, self._links, self._lexicon = text, doc, found, links, lexicon

    def party(self, mention: Found, *, speaks: bool = False) -> Party:
        """Who a mention is, as far as this document tells; a capital that ``speaks`` is its state."""
        main = self._found[self._links.get(mention.head, mention.head)]
        name, kind = self._name(main)
        if speaks and main.place and main.text.lower() in states().capitals:
            name, kind = states().capitals[main.text.lower()], Kind.STATE
        text = self._text[mention.start : mention.end]
        return Party(name, identifier(name, kind), kind, Mention(mention.start, mention.end, text))

    def _name(self, main: Found) -> tuple[str, Kind]:
        if main.state is not None and main.kind in (Kind.STATE, Kind.GOVERNMENT):
            return main.state, Kind.STATE
        if main.state is not None and main.kind is not Kind.POPULATION:
            return main.state, main.kind
        if not main.named:
            state = self._state_of_organ(main)
            if state is not None:
                return state, Kind.STATE
        return " ".join(main.text.replace("’", "'").split()), main.kind

    def _state_of_organ(self, main: Found) -> str | None:
        token = self._doc[main.head]
        if token.lemma_.lower() not in self._lexicon.organs:
            return None
        for other in token.children:
            owner = self._found.get(other.i)
            if (
                owner is not None
                and owner.state is not None
                and other.dep_ in ("compound", "amod", "nmod:poss", "nmod")
            ):
                return owner.state
        return None


def identifier(name: str, kind: Kind) -> str:
    """An id that depends on nothing but the name and what it is."""
    return hashlib.sha256(f"{kind}\x1f{name.casefold()}".encode()).hexdigest()[:12]
