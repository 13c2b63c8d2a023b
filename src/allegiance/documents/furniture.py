"""Find what stands on a page but is not its text; the expressions are data, `furniture.toml`.

Three tests, from sure to unsure. A short paragraph that begins with a call to action, or is mostly links, is
furniture anywhere. A short paragraph that has such a phrase inside is furniture only at the end of a text, where
pages and spammers append. A fragment without a finite verb and a full stop is furniture only at the very end of a
text that is otherwise written in sentences.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from allegiance.errors import DataError

_LINE = re.compile(r"[^\n]+")
_LEAD = re.compile(r"^[\s>»›→*•·|\[(#_=~-]+")
_SENTENCE_END = re.compile(r"[.!?\u2026\u061f\u06d4\u3002][\"'\u2019\u201d\u00bb)\]]*$")
_OPEN_END = re.compile(r"[:;,]$")
_BULLET = re.compile(r"^\s*(?:[-*•·–—]|\d{1,3}[.)])\s")
_LAST_SENTENCE = re.compile(r"(?<=[.!?\u2026\"'\u2019\u201d)])[ \t]+(?=[A-Z>»\[])")
_LETTERS = re.compile(r"[^\W\d_]")
_NON_LATIN = re.compile(r"[\u0370-\u1dff\u2e80-\uffff]")
# Words are this long at most on average in furniture; what has no spaces, such as Base64, is not searched.
_LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class _Cues:
    """The data file, compiled."""

    longest: int
    fragment: int
    prose: int
    begins: re.Pattern[str]
    contains: re.Pattern[str]
    links: re.Pattern[str]
    finite: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    text: str


def drop_furniture(text: str) -> str:
    """Return ``text`` without its furniture, paragraphs separated by blank lines."""
    return "\n\n".join(_kept(text))


def blank_furniture(text: str) -> str:
    """Return ``text`` cut off where only furniture follows, furniture inside it replaced by as many spaces.

    What is left keeps its place: ``blank_furniture(text)[i]`` is ``text[i]`` or a space.
    """
    paragraphs = _paragraphs(text)
    last = _end_of_text(paragraphs)
    pieces: list[str] = []
    done = 0
    for paragraph in paragraphs[:last]:
        if is_furniture(paragraph.text):
            pieces += [text[done : paragraph.start], re.sub(r"[^\n]", " ", paragraph.text)]
            done = paragraph.end
    if last:
        end = paragraphs[last - 1].start + len(_without_tail(paragraphs[last - 1].text))
        pieces.append(text[done:end])
    return "".join(pieces).rstrip()


def is_furniture(paragraph: str) -> bool:
    """Tell whether a paragraph is furniture wherever it stands."""
    cues = _cues()
    plain = _LEAD.sub("", paragraph)
    words = plain.split()
    if not words or len(words) > cues.longest or len(plain) > _LONGEST_WORD * cues.longest:
        return False
    return cues.begins.match(plain) is not None or _is_link_farm(plain, cues)


def _kept(text: str) -> list[str]:
    paragraphs = _paragraphs(text)
    last = _end_of_text(paragraphs)
    kept = [paragraph.text for paragraph in paragraphs[:last] if not is_furniture(paragraph.text)]
    if kept:
        kept[-1] = _without_tail(kept[-1])
    return kept


def _end_of_text(paragraphs: list[_Paragraph]) -> int:
    """Return how many paragraphs there are before the furniture at the end, at least one."""
    cues = _cues()
    prose = sum(_is_sentence(paragraph.text) for paragraph in paragraphs)
    last = len(paragraphs)
    while last > 1:
        text = paragraphs[last - 1].text
        if _without_tail(text) != text:
            break  # only its tail goes
        if not (_is_appended(text, cues) or (prose >= cues.prose and _is_fragment(text, cues))):
            break
        last -= 1
    return last


def _is_appended(paragraph: str, cues: _Cues) -> bool:
    return is_furniture(paragraph) or (
        len(paragraph.split()) <= cues.longest and cues.contains.search(paragraph) is not None
    )


def _is_fragment(paragraph: str, cues: _Cues) -> bool:
    """Tell whether a paragraph is a few words that make no sentence, such as a stray caption or keyword."""
    if _is_sentence(paragraph) or _BULLET.match(paragraph) or len(paragraph.split()) > cues.fragment:
        return False
    letters = len(_LETTERS.findall(paragraph))
    if 3 * len(_NON_LATIN.findall(paragraph)) > letters:
        return False  # the list of finite verbs is English
    return cues.finite.search(paragraph) is None


def _is_sentence(paragraph: str) -> bool:
    return _SENTENCE_END.search(paragraph) is not None


def _is_link_farm(paragraph: str, cues: _Cues) -> bool:
    links = cues.links.findall(paragraph)
    rest = [word for word in cues.links.sub(" ", paragraph).split() if _LETTERS.search(word)]
    return bool(links) and len(rest) <= len(links) and not _is_sentence(" ".join(rest))


def _without_tail(paragraph: str) -> str:
    """Return the paragraph without a call to action that follows its last full stop on the same line."""
    for gap in list(_LAST_SENTENCE.finditer(paragraph))[-2:]:
        if is_furniture(paragraph[gap.end() :]):
            return paragraph[: gap.start()]
    return paragraph


def _paragraphs(text: str) -> list[_Paragraph]:
    """Split at blank lines, and where a line ends a sentence or is furniture by itself; join wrapped lines."""
    spans: list[tuple[int, int]] = []
    joins = False
    for line in _LINE.finditer(text):
        stripped = line[0].strip()
        if not stripped:
            joins = False
            continue
        start = line.start() + line[0].index(stripped)
        furniture = is_furniture(stripped)
        adjacent = joins and text.count("\n", spans[-1][1], start) == 1
        if adjacent and not furniture and not _BULLET.match(stripped):
            spans[-1] = spans[-1][0], line.end()
        else:
            spans.append((start, line.end()))
        joins = not furniture and not _is_sentence(stripped)
    return [_Paragraph(start, end, text[start:end].rstrip()) for start, end in spans]


@cache
def _cues() -> _Cues:
    try:
        data = resources.files(__package__).joinpath("furniture.toml").read_text(encoding="utf-8")
        raw: dict[str, Any] = tomllib.loads(data)
        return _Cues(
            longest=raw["longest"],
            fragment=raw["fragment"],
            prose=raw["prose"],
            begins=_any_of(raw["begins"]),
            contains=_any_of(raw["contains"]),
            links=re.compile(raw["links"], re.IGNORECASE),
            finite=re.compile(raw["finite"], re.IGNORECASE),
        )
    except (OSError, KeyError, re.error, tomllib.TOMLDecodeError) as error:
        message = f"documents/furniture.toml: {error}"
        raise DataError(message) from error


def _any_of(expressions: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{expression})" for expression in expressions), re.IGNORECASE)
