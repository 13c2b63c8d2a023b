"""`allegiance code`: the PLOVER code of sentences whose source and target are marked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from allegiance.cli.lexicon import LexiconFiles, chosen
from allegiance.cli.output import results
from allegiance.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from allegiance.errors import DocumentError
    from allegiance.extract.marked import Marked


def code(
    path: Annotated[str, typer.Argument(metavar="INPUT", help="A JSON-lines file, or - for standard input.")],
    *,
    lexicon: LexiconFiles = None,
) -> None:
    """Print what the source does to the target in each sentence, as one of the sixteen PLOVER roots, or NONE.

    A line of the input is an object with `id`, `text`, `source` and `target`, the last two as `[start, end]` in
    characters. A line of the output has `id`, `code`, `relation`, `sign` and `confidence`. A line that cannot be coded
    gives its number, counted from 1, and an `error`; the rest is coded, and the exit status is then 1.

    **Examples**

    - `allegiance code pairs.jsonl >codes.jsonl` codes a file

    - `cat pairs.jsonl | allegiance code -` codes what comes through a pipe
    """
    from allegiance.extract.coding import AT_ONCE
    from allegiance.extract.coding import code as coded

    words = chosen(lexicon, None)
    failed = False
    out = results()
    for group in _groups(path, AT_ONCE):
        codes = coded([line for line in group.values() if not isinstance(line, str)], lexicon=words)
        for number, line in group.items():
            if isinstance(line, str):
                failed = True
                found: dict[str, Any] = {"line": number, "error": line}
            else:
                _, code = next(codes)
                found = {"id": line.id, "code": code.code, "relation": code.relation, "sign": code.sign,
                         "confidence": round(code.confidence, 4)}  # fmt: skip
            out.write(json.dumps(found, ensure_ascii=False).encode() + b"\n")
        out.flush()
    if failed:
        raise typer.Exit(1)


def _groups(path: str, size: int) -> Iterator[dict[int, Marked | str]]:
    """Numbered lines in groups: what each marks, or why it cannot be coded."""
    from allegiance.documents.sources import find
    from allegiance.extract.marked import parse

    for source in find([path], report=_refuse):
        group: dict[int, Marked | str] = {}
        try:
            with source.open() as stream:
                for number, line in enumerate(stream, start=1):
                    if line.strip():
                        try:
                            group[number] = parse(line)
                        except ValueError as error:
                            group[number] = str(error)
                    if len(group) == size:
                        yield group
                        group = {}
        except OSError as error:
            raise UsageError(f"{source.name}: {error.strerror}") from None
        yield group


def _refuse(error: DocumentError) -> None:
    raise UsageError(str(error))
