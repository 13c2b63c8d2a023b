"""Where sentences begin: after full stops that end something, after blank lines, and after lines that are headings.

Works on tokens, so that "Gen. Votel" and "U.S." are no ends; what stands after a full stop decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.attrs import IS_SPACE, ORTH, SENT_START, SPACY
from spacy.tokens import Doc

LONGEST = 100
"""Words in a sentence; a longer one is cut after the last break mark before this, or right there."""

SHORT = 60
"""Characters in a line that may be a heading or a list entry where no sentence ends the paragraph."""

_ENDS = ".!?…。"
_CLOSERS = frozenset({'"', "'", "”", "’", "''", ")", "]", "»", "›"})
_OPENERS = frozenset({'"', "“", "„", "‘", "'", "(", "[", "``", "«", "‹", "-", "–", "—", "•", "*"})
_BREAKS = frozenset({";", ":", ",", "—", "–", "-"})
_TITLES = frozenset(
    "Gen Lt Col Maj Capt Sgt Cpl Pvt Adm Brig Cmdr Gov Sen Rep Hon Pres Rev Fr Mr Mrs Ms Dr Prof Sheikh Messrs Supt "
    "Insp Amb Dep Asst Atty".split()
)
_BEFORE_ANYTHING = frozenset("vs e.g i.e cf ca al approx viz st mt ft sr jr".split())
_BEFORE_NUMBER = frozenset("no nos art arts sec min p pp vol fig ch para".split())
_FRESH = frozenset(
    "The A An This That These Those There Here He She It They We You I His Her Its Their Our My Your But And Or So Yet "
    "However Meanwhile Moreover Instead Still Also In On At By From With Without Under During Since Before After Until "
    "For As To If When While Where Because Although Though Despite Then Now Later Earlier Today Once What Who Why How "
    "Both Some Many Most Several Each Every All Another Others Such No Not Nor Even Only According".split()
)
_SAYING = frozenset("said says say asked asks told replied shouted cried added wrote tweeted answered warned".split())
_GOES_ON = frozenset(
    "the a an of to in on at by from with for and or but nor as than that which who whose this its his her their our "
    "is are was were be been has have had will would can could may might must not between against into over".split()
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[A-Z]$")
_ENTRY = re.compile(r"(?:[•*‣◦▪–—-]|\(?\d{1,3}[.)])\s")


def mark(doc: Doc) -> Doc:
    """Set where each sentence of ``doc`` begins."""
    starts = np.full(len(doc), -1, dtype=np.int64)
    starts[:1] = 1
    starts[_starts(doc)[1:]] = 1
    return doc.from_array([SENT_START], starts.astype(np.uint64))  # type: ignore[arg-type] # what spaCy asks for


def texts(doc: Doc) -> list[str]:
    """The text of each token; quicker than to ask the tokens."""
    strings = doc.vocab.strings
    return [strings[number] for number in doc.to_array(ORTH).tolist()]


def _starts(doc: Doc) -> list[int]:
    """The places of the words that begin a sentence."""
    text = _Words.of(doc)
    found: list[int] = []
    begin, since, last_break = True, 0, -1
    for place, word in enumerate(text.words):
        if place - since >= LONGEST and not begin:
            since = last_break + 1 if last_break >= since + LONGEST // 2 else place
            found.append(text.places[since])
        if begin:
            since = place
            found.append(text.places[since])
        if word in _BREAKS:
            last_break = place
        begin = place in text.line_ends or text.ends_sentence(place, since)
    return found


@dataclass(frozen=True, slots=True)
class _Words:
    """The tokens of a text that are not white space, with what the white space around them says.

    ``places`` are their places in the Doc, ``gaps`` says after which there is white space, and ``line_ends`` which
    ones end a paragraph or a heading.
    """

    words: list[str]
    places: list[int]
    gaps: list[bool]
    line_ends: set[int]

    @classmethod
    def of(cls, doc: Doc) -> _Words:
        made = cls([], [], [], set())
        lines = _Lines(doc.text)
        flags = doc.to_array([IS_SPACE, SPACY]).tolist() if len(doc) else []
        line = 0
        for place, (word, (is_space, gap)) in enumerate(zip(texts(doc), flags, strict=True)):
            if not is_space:
                made.words.append(word)
                made.places.append(place)
                made.gaps.append(bool(gap))
            elif made.words:
                made.gaps[-1] = True
            if is_space and (ended := word.count("\n")):
                if lines.ends_block(line, line + ended):
                    made.line_ends.add(len(made.words) - 1)
                line += ended
        return made

    def ends_sentence(self, place: int, since: int) -> bool:
        """Whether the sentence that began at ``since`` ends with the word at ``place``."""
        words, gaps = self.words, self.gaps
        stop = place
        while stop > since and words[stop] in _CLOSERS and not gaps[stop - 1]:
            stop -= 1
        word = words[stop]
        if word[-1] not in _ENDS or place + 1 == len(words):
            return False
        if not gaps[place]:
            return word == "." and stop == place and self._is_glued(place)
        first = place + 1
        while words[first] in _OPENERS and first + 1 < len(words):
            first += 1
        if word == "." and stop == since + 1 and words[since].isdigit() and len(words[since]) <= 3:
            return False
        if abbreviation := self._abbreviation(stop, words[first]):
            return words[first] in _FRESH and abbreviation not in _TITLES
        if stop < place and word.strip("!?") == "":
            return words[first][0].isupper() and _SAYING.isdisjoint(words[first + 1 : first + 5])
        return not words[first][0].islower() or self._is_arabic_name(first)

    def _abbreviation(self, stop: int, after: str) -> str:
        """The word that the full stop at ``stop`` belongs to, in one token as "U.S." or after it as "Lt"; else ""."""
        word = self.words[stop]
        if word.strip(_ENDS):
            return word.rstrip(".")
        if word != "." or not stop or self.gaps[stop - 1]:
            return ""
        before = self.words[stop - 1]
        known = before in _TITLES or before.lower() in _BEFORE_ANYTHING or _INITIALS.match(before)
        return before if known or (before.lower() in _BEFORE_NUMBER and after[0].isdigit()) else ""

    def _is_glued(self, place: int) -> bool:
        """Whether only a space is missing: ``left.They`` (``example.Org`` is no two tokens)."""
        before = self.words[place - 1] if place else ""
        return len(before) > 1 and before.isalpha() and before.islower() and self.words[place + 1].istitle()

    def _is_arabic_name(self, place: int) -> bool:
        """Names that begin with a small article may begin a sentence: "al-Sadr"."""
        return "-".join(self.words[place : place + 2]).startswith(("al-", "el-"))


class _Lines:
    """The lines of a text, to tell a heading from a line that is only wrapped."""

    def __init__(self, text: str) -> None:
        self._lines = [line.strip() for line in text.split("\n")]
        self._widths = [0] * len(self._lines)
        self._prose = [False] * len(self._lines)
        first = 0
        for number in range(1, len(self._lines) + 1):
            if number == len(self._lines) or not self._lines[number]:
                self._block(range(first, number))
                first = number + 1

    def _block(self, numbers: range) -> None:
        lines = [self._lines[number] for number in numbers]
        width = max(map(len, lines), default=0)
        prose = bool(lines) and lines[-1].rstrip("".join(_CLOSERS)).endswith(tuple(_ENDS))
        for number in numbers:
            self._widths[number], self._prose[number] = width, prose

    def ends_block(self, number: int, following: int) -> bool:
        """Whether something ends between a line and the next with words: a paragraph, a heading, an entry of a list.

        A line that could have taken the next line's first word was not wrapped. Where no sentence ends the
        paragraph, short lines are taken for a list.
        """
        line, after = self._lines[number], self._lines[following]
        if following > number + 1 or not line or not after or line.endswith(":") or _ENTRY.match(after):
            return True
        if line.endswith((",", ";", "-", "–", "—")) or after[0].islower() or _is_open(line.split()):
            return False
        if self._prose[number]:
            return len(line) + 1 + len(after.split()[0]) < self._widths[number]
        return len(line) < SHORT


def _is_open(words: Sequence[str]) -> bool:
    """Whether a line's last word asks for another: "the", "Lt."."""
    last = words[-1]
    return last.lower() in _GOES_ON or (last.endswith(".") and last[:-1] in _TITLES)
