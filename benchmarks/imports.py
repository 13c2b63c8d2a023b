"""How fast other people's data comes in: `python -m benchmarks.imports [--rows 1000000] [--format gdelt icews acled]`.

Writes a file of invented events in the true layout of a format, then reads it in four ways, each in a process of its
own and one after the other: the same columns with plain Polars; as rows; as documents and claims; and into a new
archive. Prints rows a second by the clock and by the processor's time, which tells what others on the machine took.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from allegiance.exchange.formats import FORMATS
from allegiance.exchange.formats.base import first_lines
from allegiance.exchange.importing import read_files

ACTORS, DAYS = 20_000, 11_000
CODES = ("042", "043", "051", "111", "112", "036", "173", "190", "193", "0871", "163", "010")
STATES = ("Iraq", "Iran", "Syria", "Turkey", "Lebanon", "Yemen", "Egypt", "France", "Russia", "China")
ISO = dict(zip(STATES, ("IRQ", "IRN", "SYR", "TUR", "LBN", "YEM", "EGY", "FRA", "RUS", "CHN"), strict=True))


def rows(kind: str, count: int) -> Iterator[str]:
    """Lines of a file; a twelfth have a code that says no relation, as about a fifth of GDELT's have."""
    chance = random.Random(7)
    names = [f"Group {number} of {chance.choice(STATES)}" for number in range(ACTORS)]
    weights = [1 / (place + 3) for place in range(ACTORS)]
    drawn = iter(chance.choices(names, weights, k=2 * count))
    first = date(1995, 1, 1)
    if kind == "icews":
        yield (
            "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t"
            "Target Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\t"
            "Province\tCountry\tLatitude\tLongitude\n"
        )
    if kind == "acled":
        yield (
            "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,"
            "inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,"
            "location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp\n"
        )
    for number in range(count):
        day = first + timedelta(days=number * DAYS // count)
        source, target, code = next(drawn), next(drawn), chance.choice(CODES)
        yield _LINES[kind](number, day, source, target, code)


def _icews(number: int, day: date, source: str, target: str, code: str) -> str:
    state = source.rsplit(" ", 1)[1]
    return (
        f"{20_000_000 + number}\t{day}\t{source}\tRebel,Dissident,Separatists\t{state}\tUse conventional military force"
        f"\t{code}\t-10.0\t{target}\tGovernment,Executive\t{target.rsplit(' ', 1)[1]}\t{9_000_000 + number // 3}\t2\t"
        f"Courier {number % 300}\tTown {number % 900}\tDistrict\tProvince\t{state}\t36.335\t43.1189\n"
    )


def _gdelt(number: int, day: date, source: str, target: str, code: str) -> str:
    of, to = (ISO[name.rsplit(" ", 1)[1]] for name in (source, target))
    sides = f"{of}REB\t{source.upper()}\t{of}\t\t\t\t\tREB\t\t\t{to}GOV\t{target.upper()}\t{to}\t\t\t\t\tGOV\t\t"
    place = f"4\tTown {number % 900}, Province, Iraq\tIZ\tIZ15\t3456\t36.335\t43.1189\t-3105676\t" * 3
    return (
        f"{400_000_000 + number}\t{day:%Y%m%d}\t{day:%Y%m}\t{day:%Y}\t{day:%Y}.4356\t{sides}\t1\t{code}\t{code[:3]}\t"
        f"{code[:2]}\t4\t-9.5\t10\t1\t10\t-4.2\t{place}{day:%Y%m%d}120000\t"
        f"https://www.courier-{number % 300}.example/{day:%Y/%m/%d}/story-{number // 3}.html\n"
    )


def _acled(number: int, day: date, source: str, target: str, code: str) -> str:
    kind = {"010": "Other", "111": "Peaceful protest"}.get(code, "Armed clash")
    notes = f"On {day:%d %B %Y}, fighters of {source} clashed with {target} at noon. Nobody was killed."
    return (
        f"IRQ{number},{day},{day:%Y},1,Political violence,Battles,{kind},{source},,2,{target},,3,23,,368,Middle East,"
        f"Iraq,Ninewa,Mosul,,Town {number % 900},36.335,43.1189,1,Courier {number % 300},National,"
        f'"{notes}",0,,1618581600\n'
    )


_LINES: dict[str, Callable[[int, date, str, str, str], str]] = {"icews": _icews, "gdelt": _gdelt, "acled": _acled}


def plainly(kind: str, path: Path) -> None:
    """The same columns with Polars and nothing else."""
    import polars as pl

    separator = "," if kind == "acled" else "\t"
    quote = '"' if kind == "acled" else None
    width = len(first_lines(path).split("\n", 1)[0].split(separator))
    columns = list(range(0, width, max(1, width // 17)))
    pl.read_csv(path, has_header=False, separator=separator, quote_char=quote, columns=columns, infer_schema=False)


def as_rows(kind: str, path: Path) -> None:
    for _ in FORMATS[kind].rows(path, print):
        pass


def as_claims(kind: str, path: Path) -> None:
    for _ in read_files([path], FORMATS[kind], report=print):
        pass


def archived(kind: str, path: Path) -> None:
    from allegiance.archive import open_archive

    with open_archive(path.with_suffix(".duckdb"), write=True) as archive:
        for batch in read_files([path], FORMATS[kind], report=print):
            archive.add_frames(batch.documents, batch.claims)


def measure(what: Callable[[str, Path], None], kind: str, path: Path) -> tuple[float, float, int]:
    """Seconds by the clock and of processors' time, and MiB of memory at most, in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_timed, (what, kind, path))


def _timed(what: Callable[[str, Path], None], kind: str, path: Path) -> tuple[float, float, int]:
    import allegiance.archive
    import allegiance.extract.identity  # noqa: F401 - loaded once and for all, whatever is imported

    clock, processor = time.perf_counter(), time.process_time()
    what(kind, path)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    return time.perf_counter() - clock, time.process_time() - processor, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--format", nargs="+", default=["gdelt", "icews", "acled"], choices=list(_LINES))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for kind in given.format:
            path = Path(folder) / f"{kind}.txt"
            with path.open("w", encoding="utf-8") as out:
                out.writelines(rows(kind, given.rows))
            print(f"{kind}: {given.rows:,} rows, {path.stat().st_size >> 20} MiB")
            for what in (plainly, as_rows, as_claims, archived):
                clock, processor, peak = measure(what, kind, path)
                speeds = f"{given.rows / clock:>12,.0f} {given.rows / processor:>12,.0f}"
                print(f"  {what.__name__:10} {speeds}  rows a second by clock and processors' time; {peak:,} MiB")
            for made in Path(folder).iterdir():
                print(f"  {made.suffix} {made.stat().st_size >> 20} MiB") if made.suffix == ".duckdb" else None
                made.unlink()


if __name__ == "__main__":
    main()
