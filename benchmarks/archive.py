"""What the archive costs, beside plain Polars over Parquet: imports, size, memory, and the frames of questions.

    python -m benchmarks.archive [--claims 10000000] [--folder build/archive] [--rounds 7]

Makes a record (`benchmarks/claims.py`), and puts each batch into an archive and into Parquet files, in turns. The
Parquet is what somebody would lay out for Polars: one flat table of claims with names, publishers and parsed dates,
compressed by zstd, and one of texts. Then both are asked for the same frames, in turns and in one process, so that what
else the machine does troubles both; processor time is told beside the clock's. A folder that has an archive is only
asked, and the memory told is then that of questions.
"""

from __future__ import annotations

import argparse
import resource
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

import polars as pl

from allegiance.archive import Archive, open_archive
from allegiance.model import Document
from benchmarks.claims import Size, batches

TIES = ["source", "target", "sign", "weight", "status", "confidence", "publisher", "at"]
"""The columns that the ties of a date are reckoned from."""
ON = date(2014, 6, 30)
PARTS = ("claims", "documents")


class Took(NamedTuple):
    """Seconds by the clock, and of processor time over all threads."""

    clock: float
    work: float


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked of both."""

    name: str
    archive: Callable[[], pl.DataFrame]
    parquet: pl.LazyFrame


def seconds(what: Callable[[], object]) -> Took:
    begun, worked = perf_counter(), process_time()
    what()
    return Took(perf_counter() - begun, process_time() - worked)


def shown(times: Sequence[Took]) -> str:
    """Medians in milliseconds by the clock and, in brackets, of processor time."""
    return f"{1e3 * median(took.clock for took in times):,.0f} ({1e3 * median(took.work for took in times):,.0f})"


def memory() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB at most"


def megabytes(*places: Path) -> float:
    files = [file for place in places for file in (place.glob("*") if place.is_dir() else [place])]
    return sum(file.stat().st_size for file in files) / 1e6


def flat(documents: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """Claims with what their documents say of publishers and dates, and with dates as days."""
    sources = documents.select(pl.col("id").alias("document"), "publisher", published=pl.col("date").str.to_date())
    days = [(pl.col(name) + "-01-01").str.head(10).str.to_date(strict=False).alias(name) for name in ("since", "until")]
    rows = claims.with_columns(days).join(sources, on="document", maintain_order="left")
    return rows.with_columns(at=pl.coalesce("since", "published"))


def write(folder: Path, name: str, tables: Sequence[pl.DataFrame]) -> None:
    for part, table in zip(PARTS, tables, strict=True):
        table.write_parquet(folder / part / name)


def fill(archive: Archive, folder: Path, wanted: Size) -> None:
    """Put the record into both, and print what that took."""
    ours, theirs = [], []
    for part in PARTS:
        (folder / part).mkdir(parents=True, exist_ok=True)
    for number, (documents, claims) in enumerate(batches(wanted)):
        tables = (flat(documents, claims), documents)
        ours.append(seconds(partial(archive.add_frames, documents, claims)))
        theirs.append(seconds(partial(write, folder, f"{number:04}.parquet", tables)))
    clock, work = (sum(column) for column in zip(*ours, strict=True))
    print(f"import     {wanted.claims / clock:12,.0f} rows a second, {wanted.claims / work:,.0f} of processor time")
    print(
        f"           {max(ours).clock:12.2f} s for the slowest batch of {wanted.batch:,}: what a reader waits at most"
    )
    print(f"           {work / sum(took.work for took in theirs):12.2f} times the processor time of writing Parquet")
    print(f"           {memory()}, with what makes the record")


def pairs(archive: Archive) -> dict[str, tuple[int, int]]:
    """The pair with most claims, one with some thousand, and one in the middle of all."""
    frame = archive.frame(columns=["source", "target"])
    low, high = pl.min_horizontal("source", "target"), pl.max_horizontal("source", "target")
    counted = frame.group_by(low.alias("low"), high.alias("high")).len().sort("len", "low", "high", descending=True)
    thousand = counted.filter(pl.col("len") > 1_000).height
    found = {}
    for place in (0, thousand, counted.height // 2):
        one, other, count = counted.row(place)
        found[f"a pair with {count:,} claims"] = (one, other)
    return found


def questions(archive: Archive, folder: Path) -> list[Question]:
    table, texts = (pl.scan_parquet(folder / part / "*.parquet") for part in PARTS)
    ids = dict(archive.actors().select("key", "id").iter_rows())
    asked = []
    for name, pair in pairs(archive).items():
        both = [ids[key] for key in pair]
        between = pl.col("source").is_in(both) & pl.col("target").is_in(both)
        asked.append(Question(name, partial(archive.frame, actors=pair), table.filter(between)))
    ties = partial(archive.frame, until=ON, columns=TIES)
    asked.append(Question(f"{len(TIES)} columns until {ON}", ties, table.filter(pl.col("at") <= ON).select(TIES)))
    asked.append(Question("all claims, all columns", archive.frame, table))
    keys = archive.frame(columns=["claim"])["claim"].sample(20, seed=1).to_list()
    some = table.filter(pl.col("id").is_in(archive.quotes(keys)["claim"].to_list()))
    quoted = some.join(texts, left_on="document", right_on="id")
    asked.append(Question("20 claims with quotes", partial(archive.quotes, keys), quoted))
    return asked


def ask(asked: list[Question], rounds: int) -> None:
    print(f"{'':34}{'rows':>12}{'archive, ms':>20}{'parquet, ms':>20}{'ratio':>8}")
    for question in asked:
        rows = question.archive().height
        times = [(seconds(question.archive), seconds(question.parquet.collect)) for _ in range(rounds)]
        ours, theirs = (shown(column) for column in zip(*times, strict=True))
        ratio = median(one.clock / other.clock for one, other in times)
        print(f"{question.name:34}{rows:12,}{ours:>20}{theirs:>20}{ratio:8.2f}", flush=True)


def change(archive: Archive, rounds: int) -> None:
    """Print what one document more costs, and one less."""
    more = [Document(f"new-{number}", "Nothing happened.") for number in range(rounds)]
    print(f"{'one document more':46}{shown([seconds(partial(archive.add, [(one, [])])) for one in more]):>20}")
    print(f"{'one document less':46}{shown([seconds(partial(archive.forget, one.id)) for one in more]):>20}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=10_000_000)
    parser.add_argument("--folder", type=Path, default=Path("build/archive"))
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    folder, place = arguments.folder, arguments.folder / "record.duckdb"
    folder.mkdir(parents=True, exist_ok=True)
    full = place.exists()
    with open_archive(place, write=True) as archive:
        if not full:
            fill(archive, folder, Size(claims=arguments.claims))
        parquet = megabytes(*(folder / part for part in PARTS))
        print(f"size       {megabytes(place):12,.0f} MB; Parquet {parquet:,.0f} MB")
        ask(questions(archive, folder), arguments.rounds)
        change(archive, arguments.rounds)
    print(f"memory     {memory()}")


if __name__ == "__main__":
    main()
