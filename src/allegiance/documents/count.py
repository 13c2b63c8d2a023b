"""How many documents there are to read, so that it can be said how long it will take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.documents.sniff import Format, sniff
from allegiance.documents.sources import STANDARD_INPUT, find, first_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allegiance.documents.sources import Source


def count(paths: Sequence[str]) -> int | None:
    """The documents at ``paths``: one a file, or one a line of JSON; ``None`` with standard input among the paths.

    What cannot be read counts as one: that is found out when it is read.
    """
    if STANDARD_INPUT in paths:
        return None
    return sum(_in(source) for source in find(paths, report=lambda _: None))


def _in(source: Source) -> int:
    try:
        with source.open() as stream:
            if sniff(source.name, first_bytes(stream)) is Format.JSON_LINES:
                return sum(1 for line in stream if line.strip())
    except OSError:
        return 1
    return 1
