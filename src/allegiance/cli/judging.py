"""What people decide about actors: `merge`, `split`, `rename`, `kind` and `undo` under `allegiance actors`; the log."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.archive import DEFAULT, ArchiveFile, opened
from allegiance.cli.listing import Format, FormatOption, show
from allegiance.cli.output import complain, results
from allegiance.errors import UsageError
from allegiance.model import Kind

if TYPE_CHECKING:
    from allegiance.actors import Judgement, Verb
    from allegiance.archive import Archive

By = Annotated[str, typer.Option("--by", metavar="NAME", envvar="ALLEGIANCE_BY", help="Who decides this.")]
Why = Annotated[str, typer.Option("--why", metavar="REASON", help="On what grounds.")]
One = Annotated[str, typer.Argument(metavar="A", help="An actor, by its name or id.")]
Other = Annotated[str, typer.Argument(metavar="B", help="Another one.")]


def merge(one: One, other: Other, *, by: By, why: Why, archive: ArchiveFile = DEFAULT) -> None:
    """Decide that A and B are one actor, under the id of the earlier.

    **Examples**

    - `allegiance actors merge "Muqtada al-Sadr" "the Shia cleric" --by "L. Haddad" --why "same in every report"`
    """
    from allegiance.actors import Verb

    with opened(archive, write=True) as kept:
        left, right = kept.find(one), kept.find(other)
        if left.key == right.key:
            raise UsageError(f"{one} and {other} are one actor already, {left.name} ({left.id})")
        _decide(kept, judgement(Verb.MERGE, left.id, right.id, by, why))


def split(one: One, other: Other, *, by: By, why: Why, archive: ArchiveFile = DEFAULT) -> None:
    """Decide that the names A and B are of two actors, whatever rules say.

    **Examples**

    - `allegiance actors split "Muqtada al-Sadr" "Mohamed al-Sadr" --by "L. Haddad" --why "cousins"`
    """
    from allegiance.actors import Verb

    with opened(archive, write=True) as kept:
        left, right = kept.name_id(one), kept.name_id(other)
        if left == right:
            raise UsageError(f"{one} and {other} are one name; only two names can be split")
        _decide(kept, judgement(Verb.SPLIT, left, right, by, why))


def rename(
    one: One,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is to be called.")],
    *,
    by: By,
    why: Why,
    archive: ArchiveFile = DEFAULT,
) -> None:
    """Decide what an actor is called; its claims keep the names that their texts have.

    **Examples**

    - `allegiance actors rename Houthis "Ansar Allah" --by "L. Haddad" --why "its own name"`
    """
    from allegiance.actors import Verb

    if not name.strip():
        raise UsageError("the name is empty")
    with opened(archive, write=True) as kept:
        _decide(kept, judgement(Verb.RENAME, kept.find(one).id, " ".join(name.split()), by, why))


def kind(
    one: One,
    what: Annotated[Kind, typer.Argument(metavar="KIND", help=f"One of: {', '.join(Kind)}.")],
    *,
    by: By,
    why: Why,
    archive: ArchiveFile = DEFAULT,
) -> None:
    """Decide what kind of actor it is.

    **Examples**

    - `allegiance actors kind "Badr Organization" party --by "L. Haddad" --why "it stood for election"`
    """
    from allegiance.actors import Verb

    with opened(archive, write=True) as kept:
        _decide(kept, judgement(Verb.KIND, kept.find(one).id, what.value, by, why))


def undo(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a judgement; see `allegiance actors judgements`.")
    ],
    *,
    by: By,
    why: Why,
    archive: ArchiveFile = DEFAULT,
) -> None:
    """Take back a judgement; it stays in the log, and the taking back can be undone too.

    **Examples**

    - `allegiance actors undo 3f2a9c0d11ee --by "L. Haddad" --why "the wrong Allawi"`
    """
    from allegiance.actors import Verb

    with opened(archive, write=True) as kept:
        if id_ not in {known.id for known in kept.judgements()}:
            raise UsageError(f"{id_}: no judgement has this id")
        _decide(kept, judgement(Verb.UNDO, id_, "", by, why))


def judgements(*, archive: ArchiveFile = DEFAULT, form: FormatOption = Format.TABLE) -> None:
    """List what was decided, in the order in which it was; as JSON lines, another archive can take it over.

    **Examples**

    - `allegiance actors judgements --archive iraq.duckdb` shows the log

    - `allegiance actors judgements --format json >judgements.jsonl` exports it
    """
    import polars as pl

    from allegiance.actors.judgements import standing, to_line

    with opened(archive) as kept:
        log = kept.judgements()
    if form is Format.JSON:
        out = results()
        out.write("".join(to_line(one) + "\n" for one in log).encode())
        out.flush()
        return
    stands = {one.id for one in standing(log)}
    rows = [{"stands": one.id in stands, **json.loads(to_line(one))} for one in log]
    columns = ("id", "verb", "subject", "object", "by", "made", "why", "stands")
    show(pl.DataFrame(rows, schema=dict.fromkeys(columns[:-1], pl.String) | {"stands": pl.Boolean}), form)


def adopt(
    path: Annotated[
        Path, typer.Argument(metavar="FILE.jsonl", help="Judgements as JSON lines, or - for standard input.")
    ],
    *,
    archive: ArchiveFile = DEFAULT,
) -> None:
    """Take over the judgements of another archive; those that are there already change nothing.

    **Examples**

    - `allegiance actors adopt judgements.jsonl --archive iraq.duckdb` imports them
    """
    from allegiance.actors.judgements import from_lines

    new = list(from_lines(_lines(path), source=str(path)))
    with opened(archive, write=True) as kept:
        count = kept.judge(new)
        kept.resolve()
    complain(f"{archive}: {count} judgements more; {len(new) - count} were there already")


def judgement(verb: Verb, subject: str, object_: str, by: str, why: str) -> Judgement:
    """A judgement made now."""
    from datetime import UTC, datetime

    from allegiance.actors import Judgement

    if not by.strip():
        raise UsageError("--by: a judgement needs somebody who makes it")
    made = datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
    return Judgement(verb, subject, object_, by, made, why)


def _decide(archive: Archive, new: Judgement) -> None:
    archive.judge([new])
    found = archive.resolve()
    complain(f"judgement {new.id}" + ("; a later one contradicts it" if new.id in found.ignored else ""))


def _lines(path: Path) -> list[str]:
    import sys

    try:
        return (sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")).splitlines()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'cannot be read'}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: is not UTF-8") from None
