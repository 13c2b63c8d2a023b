"""Where sentences begin: full stops that end something, blank lines, and lines that are headings.

Works on tokens, so that "Gen. Votel" and "U.S." are not ends; what follows a full stop decides.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

LONGEST = 100
"""Words in a sentence; a longer one is cut after the last break mark before this, or right there."""

_ENDS = frozenset({".", "!", "?", "…", "...", "?!", "!?", "..", "....", "。"})
_CLOSERS = frozenset({'"', "'", "”", "’", "''", ")", "]", "»", "›"})
_OPENERS = frozenset({'"', "“", "‘", "'", "(", "[", "``", "«", "-", "–", "—", "„"})
_BREAKS = frozenset({";", ":", ",", "—", "–", "-"})
_BEFORE_NAME = frozenset(
    "gen lt col maj capt sgt cpl adm brig cmdr gov sen rep hon pres rev fr sr st mt mr mrs ms dr prof no vs art sheikh "
    "messrs supt insp amb min sec ft al e.g i.e cf ca approx".split()
)
_INITIAL = re.compile(r"(?:[A-Z]\.)+$")


def mark(doc: Doc) -> Doc:
    """Set where each sentence of ``doc`` begins."""
    starts = [False] * len(doc)
    begin, since = True, 0
    last_break = -1
    for token in doc:
        if token.is_space:
            if _ends_block(token):
                begin = True
            continue
        long = token.i - since >= LONGEST
        if begin or long:
            where = last_break + 1 if long and not begin and last_break >= since + LONGEST // 2 else token.i
            starts[where], since, begin = True, where, False
        if token.text in _BREAKS:
            last_break = token.i
        begin = begin or _ends_sentence(doc, token)
    if len(doc):
        starts[0] = True
    for token, start in zip(doc, starts, strict=True):
        token.is_sent_start = start
    return doc


def _ends_block(space: Token) -> bool:
    """Whether a token of white space ends a paragraph or a heading: a blank line, or a line's end that looks like one.

    A single line's end inside a paragraph is only a wrapped line; it ends a block where the line before is
    short and does not go on, as a heading or a list entry does.
    """
    if space.text.count("\n") != 1:
        return "\n" in space.text
    doc, text = space.doc, space.doc.text
    line = text[text.rfind("\n", 0, space.idx) + 1 : space.idx].rstrip()
    rest = text[space.idx + len(space.text) :][:1]
    if space.i and doc[space.i - 1].text in _ENDS | {":"}:
        return True
    return len(line) < 60 and not line.endswith((",", ";", "-")) and not rest.islower()


def _ends_sentence(doc: Doc, token: Token) -> bool:
    """Whether a new sentence begins right after ``token``."""
    closing = token
    while closing.text in _CLOSERS and closing.i and not closing.nbor(-1).is_space:
        closing = closing.nbor(-1)
    following = _following(doc, token)
    if following is None or not (closing.text in _ENDS or _abbreviates(closing)):
        return False
    if following.text in _CLOSERS and not token.whitespace_:
        return False
    if _abbreviates(closing) and closing != token:
        return False
    first = following
    while first.text in _OPENERS and _following(doc, first) is not None:
        first = _following(doc, first) or first
    if closing.text in {"!", "?"} and closing != token:
        return first.text[:1].isupper()
    if _abbreviates(closing) or _is_abbreviation_dot(closing):
        return False
    return not first.text[:1].islower() and bool(token.whitespace_ or following.i > token.i + 1)


def _following(doc: Doc, token: Token) -> Token | None:
    return next((other for other in doc[token.i + 1 : token.i + 4] if not other.is_space), None)


def _abbreviates(token: Token) -> bool:
    """A token with its own full stop ("Gen.", "U.S.") ends no sentence, except one that a sentence often ends in."""
    text = token.text
    if len(text) < 2 or not text.endswith(".") or text in _ENDS:
        return False
    after = _following(token.doc, token)
    ends = text in {"U.S.", "U.K.", "U.N.", "a.m.", "p.m.", "Jr.", "Sr.", "Inc.", "Ltd.", "Co.", "Corp.", "etc.", "B.C.", "A.D."}
    return not (ends and after is not None and after.text in _FRESH)


_FRESH = frozenset("The A An In On At He She It They We I But And However Meanwhile This That These Those His Her Its Their".split())


def _is_abbreviation_dot(token: Token) -> bool:
    """A full stop cut off from "Lt", "No" or an initial."""
    if token.text != "." or not token.i or token.nbor(-1).whitespace_:
        return False
    before = token.nbor(-1).text
    return before.lower() in _BEFORE_NAME or (len(before) == 1 and before.isupper()) or bool(_INITIAL.match(before))
