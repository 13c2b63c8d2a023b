"""Where the records of delimited text begin and end, and which have as many fields as they should.

All that is counted is separators, line ends and quotes, a whole block at once: no field is read. A quoted field may
hold separators and line ends; a doubled quote inside one changes nothing, since it closes and opens (RFC 4180).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_LINE, _QUOTE = ord("\n"), ord('"')
LONGEST = 1 << 20
"""Bytes of the longest record that is believed: a quote that is open for longer was never meant to be one."""

Lines = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shape:
    """How the records of a file are written: what stands between fields, whether these may be quoted, how many."""

    separator: str
    quoted: bool
    width: int


@dataclass(slots=True)
class Block:
    """What a block holds: sound records one after the other, the number of the line that each begins on, and faults.

    ``rest`` is the beginning of a record that the block does not end. A fault is a line number and a reason.
    """

    sound: list[bytes] = field(default_factory=list)
    lines: list[Lines] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)
    rest: bytes = b""
    next_line: int = 1

    def numbers(self) -> Lines:
        """The lines of all sound records."""
        return np.concatenate([np.empty(0, dtype=np.int64), *self.lines])


def divide(data: bytes, shape: Shape, *, line: int, last: bool) -> Block:
    """Divide ``data``, which ends with a line end and whose first line has the number ``line``.

    After a record with too few or too many fields that a quote stretched over several lines, reading goes on from its
    second line: one stray quote spoils one line. ``last`` says that no block follows to close a quote.
    """
    block = Block(next_line=line)
    while data:
        found = _count(data, shape)
        stray = found.stray(shape.width)
        whole = len(found.ends) if stray is None else stray
        done = int(found.ends[whole - 1]) if whole else 0
        _keep(block, data[:done], found.head(whole), shape.width)
        block.next_line += int(found.after[whole - 1]) if whole else 0
        data = data[done:]
        if not data or (stray is None and not last and len(data) < LONGEST):
            block.rest = data
            break
        unclosed = stray is None
        reason = "has a quote that is never closed" if unclosed else miscounted(int(found.fields[whole]), shape.width)
        block.faults.append((block.next_line, reason))
        block.next_line += 1
        data = data[data.index(b"\n") + 1 :]
    return block


@dataclass(frozen=True, slots=True)
class _Counted:
    """Where each record ends, how many fields it has, and how many lines there are up to its end."""

    ends: Lines
    fields: Lines
    after: Lines

    def before(self) -> Lines:
        """How many lines there are before each record."""
        return np.concatenate(([0], self.after[:-1])) if len(self.after) else self.after

    def head(self, count: int) -> _Counted:
        return _Counted(self.ends[:count], self.fields[:count], self.after[:count])

    def stray(self, width: int) -> int | None:
        """The first record that is wrong and longer than a line."""
        wrong = np.flatnonzero((self.fields != width) & (self.after - self.before() > 1))
        return int(wrong[0]) if len(wrong) else None


def _count(data: bytes, shape: Shape) -> _Counted:
    buffer = np.frombuffer(data, dtype=np.uint8)
    newlines = np.flatnonzero(buffer == _LINE)
    separators = np.flatnonzero(buffer == ord(shape.separator))
    if not (shape.quoted and b'"' in data):
        ends = newlines + 1
        return _Counted(ends, np.diff(np.searchsorted(separators, ends), prepend=0) + 1, np.arange(1, len(ends) + 1))
    quotes = np.flatnonzero(buffer == _QUOTE)
    ends = newlines[np.searchsorted(quotes, newlines) % 2 == 0] + 1
    fields = np.diff(np.searchsorted(separators, ends), prepend=0) + 1
    # Separators in quotes are none: of each quoted field in a record, so many.
    pairs = quotes[: len(quotes) // 2 * 2].reshape(-1, 2)
    within = np.diff(np.searchsorted(separators, pairs)).ravel()
    record = np.searchsorted(ends, pairs[:, 0], side="right")
    inside = np.bincount(record, weights=within, minlength=len(ends))[: len(ends)].astype(np.int64)
    return _Counted(ends, fields - inside, np.searchsorted(newlines, ends))


def _keep(block: Block, data: bytes, found: _Counted, width: int) -> None:
    """Add the sound records of ``data`` to the block; the others but for empty lines are faults."""
    good = found.fields == width
    before = found.before() + block.next_line
    if not good.all():
        starts = np.concatenate(([0], found.ends[:-1]))
        filled = found.ends - starts > 1
        for place in np.flatnonzero(~good & filled):
            block.faults.append((int(before[place]), miscounted(int(found.fields[place]), width)))
        edges = np.diff(np.concatenate(([False], good, [False])).astype(np.int8))
        for first, after in zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True):
            block.sound.append(data[int(starts[first]) : int(found.ends[after - 1])])
    elif data:
        block.sound.append(data)
    block.lines.append(before[good])


def miscounted(fields: int, width: int) -> str:
    """Why a record with so many fields is none of a file whose records have ``width``."""
    return f"has {fields} {'field' if fields == 1 else 'fields'}, not {width}"


def slices(data: bytes, shape: Shape) -> list[bytes]:
    """Each record of ``data`` by itself, its line end included."""
    ends = _count(data, shape).ends.tolist()
    return [data[start:end] for start, end in pairwise([0, *ends])]
