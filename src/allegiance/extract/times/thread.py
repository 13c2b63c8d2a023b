"""Dates given once and valid for the sentences that follow, as in "In June 2014 A attacked B. C then joined B".

A date that opens a sentence frames what is told after it, until another date, a new paragraph, a change of tense or a
word that leaves the time (framing adverbials: Charolles 1997). What follows a day may be some days later, so a day is
carried on as its month.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from allegiance.extract.grammar import child
from allegiance.extract.lexicon.classes import members
from allegiance.extract.times.forms import Time
from allegiance.extract.times.tense import of_clause, tense

_CARRIED = 2
"""Sentences that a date holds for after its own."""
_DESCRIBING = frozenset({"role", "adj", "compound", "prefix", "possessive"})


def carried(doc: Doc, times: list[Time]) -> dict[int, Time]:
    """Under the first place of each sentence without a date, the date of the thread that it goes on with."""
    found: dict[int, Time] = {}
    frame: Time | None = None
    left = 0
    for sentence in doc.sents:
        if "\n" in doc.text[max(0, sentence.start_char - 1) : sentence.start_char] or left == 0:
            frame = None
        own = [time for time in times if sentence.start <= time.anchor < sentence.end]
        if own or any(token.ent_type_ == "DATE" for token in sentence):
            frame, left = _opened(sentence, own), _CARRIED
        elif frame is not None and _goes_on(sentence):
            found[sentence.start] = frame
            left -= 1
        else:
            frame = None
    return found


def _opened(sentence: Span, times: list[Time]) -> Time | None:
    """The frame that a sentence opens: its only date, before the predicate of a clause in the past."""
    if len(times) != 1 or times[0].since != times[0].until or tense(sentence.root) != "past":
        return None
    time = times[0]
    subject = child(sentence.root, "nsubj", "nsubj:pass")
    above = sentence.doc[time.anchor]
    while above.head not in (sentence.root, above) and above.dep_ in ("nmod", "obl", "nummod", "compound"):
        above = above.head
    first = subject is not None and above.i < subject.i and above.head == sentence.root
    since = time.since or ""
    return Time(since[:7], since[:7], time.anchor) if first and "X" not in since else None


def _goes_on(sentence: Span) -> bool:
    return tense(sentence.root) == "past" and not any(token.lower_ in members("leaving the time") for token in sentence)


def in_frame(cue: Token, frames: dict[int, Time], pos: str) -> Time | None:
    """The date carried to a cue's sentence, if the cue tells what happened and does not describe somebody."""
    if pos in _DESCRIBING or of_clause(cue) != "past":
        return None
    return frames.get(cue.sent.start)
