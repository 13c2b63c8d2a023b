from __future__ import annotations

import io
from pathlib import Path

import polars as pl
import pytest

from allegiance.exchange.exports import rows
from allegiance.exchange.exports.rows import COLUMNS
from exchange.exports.archives import CLAIMS, TABLE, exported, made


def test_a_row_of_a_table_says_all_of_a_claim(tmp_path: Path) -> None:
    with made(tmp_path) as archive:
        data, left = exported(archive, "parquet")
    frame = pl.read_parquet(io.BytesIO(data))
    assert (frame.height, frame.columns, left) == (CLAIMS, COLUMNS, 0)
    (row,) = frame.filter(pl.col("document") == "csv:1").to_dicts()
    assert (row["source"], row["relation"], row["target"]) == ("Iran", "sponsor", "Badr")
    assert (row["source_kind"], row["target_kind"]) == ("state", "armed group")
    assert (row["since"], row["until"], row["status"], row["confidence"]) == ("1982", "2003", "stated", 0.9)
    assert (row["quote"], row["publisher"], row["title"]) == ("Iran armed Badr.", "Kalmar Courier", "Old friends")
    assert (row["url"], str(row["published"])) == ("https://k.example/1", "2014-06-11")
    assert (row["sign"], row["weight"], row["plover"]) == (1, 7.0, "AID")
    planned = frame.filter(pl.col("status") == "planned").to_dicts()[0]
    assert planned["plover"] == "AGREE"
    reported = frame.filter(pl.col("status") == "reported").to_dicts()[0]
    assert reported["according_to"] == "officials"


def test_rows_stand_in_the_order_of_their_dates(tmp_path: Path) -> None:
    with made(tmp_path) as archive:
        data, _ = exported(archive, "csv")
    since = pl.read_csv(data, infer_schema=False)["since"].drop_nulls().to_list()
    assert since == sorted(since)


def test_what_is_exported_as_csv_can_be_imported_again(tmp_path: Path) -> None:
    with made(tmp_path) as archive:
        first, _ = exported(archive, "csv")
    with made(tmp_path, first.decode()) as archive:
        second, _ = exported(archive, "csv")
    columns = [name for name in COLUMNS if name not in ("id", "document", "quote")]
    key = ["source", "relation", "target", "since", "status"]
    one, two = (pl.read_csv(data, infer_schema=False).select(columns).sort(key) for data in (first, second))
    assert one.equals(two)


def test_parts_make_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "AT_ONCE", 2)
    with made(tmp_path) as archive:
        in_parts = pl.read_parquet(io.BytesIO(exported(archive, "parquet")[0]))
        monkeypatch.setattr(rows, "AT_ONCE", 1000)
        at_once = pl.read_parquet(io.BytesIO(exported(archive, "parquet")[0]))
    assert in_parts.equals(at_once)


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_an_archive_without_claims_is_a_table_without_rows(tmp_path: Path, name: str) -> None:
    with made(tmp_path, TABLE.splitlines(keepends=True)[0]) as archive:
        data, _ = exported(archive, name)
    read = pl.read_csv if name == "csv" else pl.read_parquet
    assert read(io.BytesIO(data)).columns == COLUMNS
