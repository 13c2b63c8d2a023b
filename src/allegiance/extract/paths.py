"""The words by which a tree joins two stretches of a sentence."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from allegiance.extract.grammar import ancestors

MOST = 10
"""Words of a path that are kept, the nearest to its turning point."""

Span = tuple[int, int]


def between(doc: Doc, one: Span, other: Span) -> list[Span]:
    """The places of the words on the way from one stretch to the other, without their own; spans of characters.

    The way leads from the head of the one up to the lowest word above both and down to the head of the other. There is
    none between stretches of two sentences.
    """
    first, second = _head(doc, one), _head(doc, other)
    if first is None or second is None:
        return []
    up, down = [first, *(word for word, _ in ancestors(first))], [second, *(word for word, _ in ancestors(second))]
    turn = next((word for word in up if word in down), None)
    if turn is None:
        return []
    way = [turn, *(word for pair in _zipped(up[: up.index(turn)], down[: down.index(turn)]) for word in pair)]
    outside = [word for word in way if not _meets(word, one) and not _meets(word, other)]
    return [(word.idx, word.idx + len(word)) for word in outside[:MOST]]


def _zipped(up: list[Token], down: list[Token]) -> list[list[Token]]:
    """The words of both sides, those nearest to the turning point first."""
    longest = max(len(up), len(down))
    return [[side[-place] for side in (up, down) if place <= len(side)] for place in range(1, longest + 1)]


def _head(doc: Doc, span: Span) -> Token | None:
    """The word of a stretch whose head stands outside it."""
    inside = [token for token in doc if _meets(token, span) and not token.is_space]
    places = {token.i for token in inside}
    return next((token for token in inside if token.head.i not in places or token.head.i == token.i), None)


def _meets(token: Token, span: Span) -> bool:
    return token.idx < span[1] and span[0] < token.idx + len(token)
