"""Claims as tables: Parquet for programs, CSV for spreadsheets and for `allegiance import csv`."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import polars as pl

from allegiance.archive import Archive
from allegiance.exchange.exports.rows import COLUMNS, rows


def parquet(archive: Archive, keys: Sequence[int], out: BinaryIO) -> int:
    """Write the claims as one Parquet file, with `rows.COLUMNS` as columns; returns how many were left out: none.

    Each part is written by itself first, so that memory holds one part however large the archive is.
    """
    with tempfile.TemporaryDirectory() as folder:
        for number, frame in enumerate(rows(archive, keys)):
            frame.select(COLUMNS).write_parquet(Path(folder) / f"{number:06}.parquet")
        whole = Path(folder) / "whole.parquet"
        if keys:
            pl.scan_parquet(f"{folder}/0*.parquet").sink_parquet(whole)
        else:
            _empty().write_parquet(whole)
        with whole.open("rb") as made:
            shutil.copyfileobj(made, out)
    return 0


def csv(archive: Archive, keys: Sequence[int], out: BinaryIO) -> int:
    """Write the claims as CSV in UTF-8, the names of `rows.COLUMNS` first; returns how many were left out: none."""
    out.write(_empty().write_csv().encode())
    for frame in rows(archive, keys):
        out.write(frame.select(COLUMNS).write_csv(include_header=False).encode())
    return 0


def _empty() -> pl.DataFrame:
    kinds = {"published": pl.Date, "sign": pl.Int8, "weight": pl.Float64, "confidence": pl.Float64}
    return pl.DataFrame(schema={name: kinds.get(name, pl.String) for name in COLUMNS})
