"""Delimited files as frames of text, a block at a time, with the line that each row stands on."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from typing import Literal

import numpy as np
import polars as pl

from allegiance.errors import DocumentError
from allegiance.exchange.records import Block, Lines, Shape, divide, miscounted, slices
from allegiance.exchange.stream import blocks

_QUOTING: dict[bool, Literal[0, 3]] = {True: csv.QUOTE_MINIMAL, False: csv.QUOTE_NONE}
Report = Callable[[DocumentError], None]
"""Where what is wrong with a row goes."""
LINE = "line"
"""The column with the number of the line, from 1, that a row begins on."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is written: its columns in their order, whether it begins with their names, what stands for nothing.

    In tab-separated files a quote belongs to the text, unless one stands at both ends of a field.
    """

    shape: Shape
    columns: tuple[str, ...]
    header: bool
    nulls: tuple[str, ...] = ("",)


def read(path: Path, layout: Layout, wanted: Sequence[str], *, report: Report) -> Iterator[pl.DataFrame]:
    """The rows of a file as frames of the column ``line`` and the ``wanted`` columns, all text, null where empty.

    A wanted column that the file does not have is null throughout. Rows with too few or too many fields go to
    ``report`` and are left out.
    """
    line, rest, header = 1, b"", layout.header
    for data, following in pairwise(chain(blocks(path), [None])):
        block = divide(rest + (data or b""), layout.shape, line=line, last=following is None)
        line, rest = block.next_line, block.rest
        frame = _frame(block, layout, wanted)
        if header and frame.height:
            frame, header = frame.slice(1), False
        for number, reason in sorted(block.faults):
            report(DocumentError(str(path), reason, line=number))
        yield frame


def _frame(block: Block, layout: Layout, wanted: Sequence[str]) -> pl.DataFrame:
    """The wanted columns of the block's sound rows; a row that turns out to be none becomes a fault of the block."""
    data = b"".join(block.sound)
    lines = block.numbers()
    places = {name: layout.columns.index(name) for name in wanted if name in layout.columns}
    try:
        frame = _quickly(data, layout, places)
    except pl.exceptions.PolarsError:
        frame = None
    if frame is None or frame.height != len(lines):
        frame, lines = _slowly(block, layout, places)
    if not layout.shape.quoted and b'"' in data:
        frame = frame.with_columns(_unquoted(pl.all()))
        frame = frame.with_columns(pl.when(~pl.all().is_in(list(layout.nulls))).then(pl.all()).name.keep())
    absent = [pl.lit(None, pl.String).alias(name) for name in wanted if name not in places]
    return frame.with_columns(*absent, pl.Series(LINE, lines, dtype=pl.UInt32)).select(LINE, *wanted)


def _quickly(data: bytes, layout: Layout, places: dict[str, int]) -> pl.DataFrame:
    frame = pl.read_csv(
        data,
        has_header=False,
        separator=layout.shape.separator,
        quote_char='"' if layout.shape.quoted else None,
        columns=sorted(places.values()),
        infer_schema=False,
        null_values=list(layout.nulls),
        raise_if_empty=False,
    )
    frame.columns = sorted(places, key=lambda name: places[name])
    return frame


def _slowly(block: Block, layout: Layout, places: dict[str, int]) -> tuple[pl.DataFrame, Lines]:
    """The same record by record, for a block in which quotes stand where they should not."""
    shape, rows, kept = layout.shape, [], []
    for record, line in zip(slices(b"".join(block.sound), shape), block.numbers().tolist(), strict=True):
        text = io.StringIO(record.decode(), newline="")
        reader = csv.reader(text, delimiter=shape.separator, quoting=_QUOTING[shape.quoted])
        found = next(reader, [])
        if len(found) == shape.width:
            rows.append([None if found[place] in layout.nulls else found[place] for place in places.values()])
            kept.append(line)
        else:
            block.faults.append((line, miscounted(len(found), shape.width)))
    frame = pl.DataFrame(rows, schema=dict.fromkeys(places, pl.String), orient="row")
    return frame, np.array(kept, dtype=np.int64)


def _unquoted(text: pl.Expr) -> pl.Expr:
    inside = text.str.slice(1, text.str.len_chars() - 2).str.replace_all('""', '"', literal=True)
    enclosed = text.str.starts_with('"') & text.str.ends_with('"') & (text.str.len_chars() > 1)
    return pl.when(enclosed).then(inside).otherwise(text).name.keep()
