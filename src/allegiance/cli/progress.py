"""How far a long command is, on standard error, where a person is there to see it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress, Task


@contextmanager
def progress(total: int | None) -> Iterator[Callable[[int], None]]:
    """Show documents, claims, speed and, where ``total`` documents are known, the time left.

    What it yields is to be called for every document, with the number of its claims. Nothing is shown where standard
    error is not a terminal.
    """
    with _bar() as bar:
        task = bar.add_task("", total=total, claims=0)
        claims = 0

        def advance(more: int) -> None:
            nonlocal claims
            claims += more
            bar.update(task, advance=1, claims=claims)

        yield advance


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Speed(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.finished_speed or task.speed or 0:,.1f} a second")

    console = Console(stderr=True)
    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("documents"),
        TextColumn("{task.fields[claims]:,} claims"),
        Speed(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )
