"""`allegiance import petrarch`: dictionaries of TABARI and PETRARCH as a lexicon and actors of one's own."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.output import complain, results
from allegiance.errors import DocumentError, UsageError

if TYPE_CHECKING:
    from allegiance.exchange.dictionaries import Dictionary

_SHOWN = 8
"""Lines that are named for each reason."""


def petrarch(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Dictionaries of verbs, agents or actors.")],
    *,
    lexicon: Annotated[
        Path | None, typer.Option("--lexicon", metavar="FILE.csv", help="Where to write the cues that verbs become.")
    ] = None,
    actors: Annotated[
        Path | None, typer.Option("--actors", metavar="FILE.csv", help="Where to write the nouns for actors.")
    ] = None,
    lost: Annotated[
        Path | None, typer.Option("--lost", metavar="FILE.csv", help="Where to write all that was not carried over.")
    ] = None,
) -> None:
    """Turn dictionaries of TABARI, PETRARCH and PETRARCH-2 into files for `--lexicon` and `--actors`.

    What a dictionary is of is found out. The result says how much was carried over and, by reason with line numbers,
    what was not. No archive is needed, and no file is written over.

    **Examples**

    - `allegiance import petrarch CAMEO.2.0.txt --lexicon mine.csv` carries over a verb dictionary

    - `allegiance import petrarch *.txt --lexicon mine.csv --actors nouns.csv --lost lost.csv` carries over all there is

    - `allegiance extract --lexicon mine.csv --actors nouns.csv reports/` reads with them
    """
    from allegiance.exchange.dictionaries import ACTORS, LEXICON, Sort, carry_over, write

    made, skipped = [], 0
    for file in files:
        try:
            made.append(carry_over(file))
        except DocumentError as error:
            skipped += 1
            complain(str(error))
    if not made:
        raise typer.Exit(2)
    cues = [row for one in made if one.sort is Sort.VERBS for row in one.rows]
    nouns = [row for one in made if one.sort is not Sort.VERBS for row in one.rows]
    for rows, path, option, columns in ((cues, lexicon, "--lexicon", LEXICON), (nouns, actors, "--actors", ACTORS)):
        if rows and path is None:
            raise UsageError(f"there are {len(rows):,} rows to write; name a file with {option}")
        if path is not None:
            written = write(path, columns, rows)
            results().write(f"{path}: {written:,} rows\n".encode())
    for one in made:
        results().write("".join(f"{line}\n" for line in summary(one)).encode())
    if lost is not None:
        write(lost, ("file", "line", "reason", "text"), _all_lost(made))
    if skipped:
        raise typer.Exit(1)


def summary(done: Dictionary) -> list[str]:
    """What became of a dictionary, in lines."""
    head = f"{done.path}: {done.kept:,} of {done.entries:,} {done.sort} carried over as {len(done.rows):,} rows"
    if done.already:
        head += f"; {done.already:,} more are in the shipped lexicon already"
    reasons: dict[str, list[int]] = defaultdict(list)
    for lost in done.lost:
        reasons[lost.reason.split(":", 1)[0]].append(lost.line.number)
    ordered = sorted(reasons.items(), key=lambda item: -len(item[1]))
    return [head, *(f"  {len(lines):,} not: {reason} ({_lines(lines)})" for reason, lines in ordered)]


def _lines(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:_SHOWN])
    more = f" and {len(numbers) - _SHOWN:,} more" if len(numbers) > _SHOWN else ""
    return f"line{'s' if len(numbers) > 1 else ''} {shown}{more}"


def _all_lost(made: list[Dictionary]) -> list[tuple[str, str, str, str]]:
    return [(str(one.path), str(lost.line.number), lost.reason, lost.line.text) for one in made for lost in one.lost]
