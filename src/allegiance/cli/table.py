"""Claims as a table for people: one block for each pair of actors, the pairs with most claims first."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from allegiance.cli.claims import COLOURS, dates
from allegiance.cli.output import counted
from allegiance.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from allegiance.model import Claim, Document, Mention, Party

_QUOTE = 240
_AROUND = 60
_TITLE = 50
_MORE = "\u2026"


@dataclass(frozen=True, slots=True)
class _Row:
    claim: Claim
    title: str


def pairs(found: Iterable[tuple[Document, list[Claim]]]) -> RenderableType:
    """Return the table of all claims; it holds every claim in memory, which is what a person can read anyway."""
    rows: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for document, claims in found:
        title = document.title or document.publisher or document.id
        for claim in claims:
            for party in (claim.source, claim.target):
                names[party.id][party.actor] += 1
            rows[_pair(claim.source, claim.target)].append(_Row(claim, title))
    if not rows:
        return Text("No claims found.", style="dim")
    called = {key: counter.most_common(1)[0][0] for key, counter in names.items()}
    ordered = sorted(rows.items(), key=lambda item: (-len(item[1]), called[item[0][0]], called[item[0][1]]))
    blocks: list[RenderableType] = []
    for (left, right), block in ordered:
        blocks += [_heading(called[left], called[right], block), _block(block), Text()]
    blocks.append(_summary(ordered))
    return Group(*blocks)


def _pair(source: Party, target: Party) -> tuple[str, str]:
    first, second = sorted((source.id, target.id))
    return first, second


def _heading(left: str, right: str, rows: list[_Row]) -> Text:
    heading = Text.assemble((left, "bold"), (" and ", "dim"), (right, "bold"))
    signs = Counter(row.claim.sign for row in rows)
    for sign, word in ((1, "with"), (0, "neither"), (-1, "against")):
        if signs[sign]:
            heading.append(f"  {signs[sign]} {word}", style=COLOURS[sign])
    return heading


def _block(rows: list[_Row]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column("date", min_width=10, max_width=21, no_wrap=True, style="cyan")
    table.add_column("claim", ratio=3, overflow="fold")
    table.add_column("quote", ratio=7, overflow="fold")
    for row in sorted(rows, key=lambda row: (row.claim.since or "9999", row.claim.document, row.claim.start)):
        table.add_row(dates(row.claim, gap="\n"), _claim(row.claim), _quote(row.claim, row.title))
    return table


def _claim(claim: Claim) -> Text:
    text = Text.assemble(
        claim.source.actor,
        " ",
        (claim.relation, f"bold {COLOURS[claim.sign]}"),
        " ",
        claim.target.actor,
    )
    if claim.status is not Status.STATED or claim.according_to:
        voice = f" by {claim.according_to}" if claim.according_to else ""
        text.append(f"\n{claim.status.value}{voice}", style="italic dim")
    return text


def _quote(claim: Claim, title: str) -> Text:
    """Return the quote with both mentions in bold, shortened around them, and the title of its document."""
    text = Text(claim.quote)
    spans = [span for party in (claim.source, claim.target) if (span := _within(claim, party.mention))]
    for start, end in spans:
        text.stylize("bold", start, end)
    if len(text) > _QUOTE and spans:
        first = max(min(start for start, _ in spans) - _AROUND, 0)
        last = min(max(max(end for _, end in spans) + _AROUND, first + _QUOTE), len(text))
        text = _cut(text, first, last)
    elif len(text) > _QUOTE:
        text = _cut(text, 0, _QUOTE)
    one_line = Text(" ").join(text.split("\n"))
    return Text.assemble("\u201c", one_line, "\u201d ", (f"\u2014 {shorten(title, _TITLE, placeholder=_MORE)}", "dim"))


def _within(claim: Claim, mention: Mention) -> tuple[int, int] | None:
    """Return where in the quote the mention stands, if it does: it may stand in an earlier sentence."""
    if claim.start <= mention.start and mention.end <= claim.end:
        return mention.start - claim.start, mention.end - claim.start
    return None


def _cut(text: Text, first: int, last: int) -> Text:
    """Return ``text[first:last]``, cut at spaces, with an ellipsis for what is left out."""
    plain = text.plain
    if first:
        first = plain.find(" ", first) + 1 or first
    if last < len(plain):
        last = max(plain.rfind(" ", first, last), first)
    before = "\u2026" if first else ""
    after = "\u2026" if last < len(plain) else ""
    return Text.assemble(before, text[first:last], after)


def _summary(ordered: list[tuple[tuple[str, str], list[_Row]]]) -> Text:
    claims = sum(len(rows) for _, rows in ordered)
    documents = len({row.claim.document for _, rows in ordered for row in rows})
    about = f"{counted(claims, 'claim')} about {counted(len(ordered), 'pair')} of actors"
    return Text(f"{about} in {counted(documents, 'document')}.", style="dim")
