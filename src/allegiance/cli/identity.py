"""`allegiance actors resolve` and `allegiance actors show`: who is who, and on what grounds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.archive import DEFAULT, ArchiveFile, opened
from allegiance.cli.listing import Format, FormatOption, show
from allegiance.cli.output import complain
from allegiance.errors import UsageError

if TYPE_CHECKING:
    from allegiance.actors import Actor
    from allegiance.actors.history import Called

GazetteerFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--gazetteer",
        metavar="FILE.jsonl",
        help="Know these actors beforehand: FollowTheMoney entities, one a line. The archive keeps them. Repeatable.",
    ),
]


def resolve(*, archive: ArchiveFile = DEFAULT, gazetteer: GazetteerFiles = None) -> None:
    """Find out anew which names are of one actor. `allegiance read` does so by itself; this is for a new gazetteer.

    **Examples**

    - `allegiance actors resolve --archive iraq.duckdb --gazetteer mine.jsonl` with actors of your own
    """
    from allegiance.actors.gazetteer import lines_of

    lines = [line for path in gazetteer or () for line in lines_of(path)]
    with opened(archive, write=True) as kept:
        found = kept.resolve(lines)
    complain(
        f"{archive}: {len(found.of):,} names of {len(found.actors):,} actors; {len(found.doubts):,} doubtful pairs"
    )


def shown(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An actor, by a name or id.")],
    *,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="What it was called then: 2007, 2007-03, 2007-03-01.")
    ] = None,
    archive: ArchiveFile = DEFAULT,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show the names of an actor, and on what grounds each is taken to be its own.

    **Examples**

    - `allegiance actors show "Muqtada al-Sadr"` lists all its names with scores

    - `allegiance actors show "Islamic State" --on 2007` says what it was called then
    """
    from allegiance.cli.dates import opening

    opening("--on", on)
    with opened(archive) as kept:
        if on is None:
            _names(kept.who(name), form)
            return
        found = kept.called(name, on)
        titles = {one.actor: kept.find(one.actor).name for one in found}
        asked = kept.find(name)
    if not found:
        raise UsageError(f"{asked.name}: neither the gazetteer nor a document says what it was called in {on}")
    _called(asked.id, found, titles, form)


def _names(actor: Actor, form: Format) -> None:
    import polars as pl

    if form is Format.TABLE:
        entity = f", {actor.entity} in the gazetteer" if actor.entity else ""
        complain(f"{actor.name} ({actor.kind}, {actor.id}{entity})")
    rows = [
        {
            "name": joined.name.text,
            "kind": joined.name.kind.value,
            "claims": joined.name.claims,
            "score": joined.score,
            "grounds": "; ".join(joined.grounds),
            "like": joined.with_name or "",
            "id": joined.name.id,
        }
        for joined in actor.names
    ]
    show(pl.DataFrame(rows), form)


def _called(asked: str, found: list[Called], titles: dict[str, str], form: Format) -> None:
    import polars as pl

    rows = [
        {
            "name": one.name or titles[one.actor],
            "since": one.since,
            "until": one.until,
            "known by": one.known_by,
            "claims": ", ".join(one.claims),
            "note": "" if one.actor == asked else f"not there yet; {titles[asked]} came after it",
        }
        for one in found
    ]
    show(pl.DataFrame(rows, schema=dict.fromkeys(rows[0], pl.String)), form)
