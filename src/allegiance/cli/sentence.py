"""One explained sentence for people: its actors, its tree, the cues that made claims and those that made none."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from allegiance.cli.claims import COLOURS, dates
from allegiance.extract.reasons import Reason
from allegiance.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from allegiance.extract.explain import Explained, Look, Named, Word

_ACTOR = "bold cyan"
_REFUSED = "magenta"
_GAP = 3
_KNOWN = 3
_MORE = "\u2026"
_INDENT = 2
_TAGS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj"}
_TO = "\u2192"
_NONE = "\u2014"


def show(sentence: Explained, number: int, console: Console) -> None:
    """Print a sentence, as wide as the console is."""
    styles = _styles(sentence)
    made = [(look, look.outcome) for look in sentence.looks if isinstance(look.outcome, Claim)]
    refused = [(look, look.outcome) for look in sentence.looks if isinstance(look.outcome, Reason)]
    console.print(Rule(f"{number}", style="dim", align="left"))
    console.print(_text(sentence, styles), end="\n\n")
    _section(console, "Mentions", _mentions(sentence.mentions) if sentence.mentions else _nothing())
    _section(console, "Words", _words(sentence.words, styles, console.width - _INDENT))
    _section(console, "Cues that made claims", _made(made) if made else _nothing())
    if refused:
        _section(console, "Cues that made no claim", _refused(refused))
    if sentence.unknown:
        _section(console, "Words that are no cues", _unknown(sentence))


def _section(console: Console, title: str, content: Table | Text) -> None:
    console.print(Text(title, style="bold underline"))
    console.print(Padding(content, (0, 0, 1, _INDENT)))


def _nothing() -> Text:
    return Text("none", style="dim")


def _styles(sentence: Explained) -> dict[int, str]:
    """What the words of actors and cues look like, by their numbers; a cue that made a claim has its sign's colour."""
    styles = {mention.word: _ACTOR for mention in sentence.mentions}
    for look in sentence.looks:
        if isinstance(look.outcome, Reason):
            styles.update((word, _REFUSED) for word in look.words if word not in styles)
    for look in sentence.looks:
        if isinstance(look.outcome, Claim):
            styles.update((word, f"bold {COLOURS[look.outcome.sign]}") for word in look.words)
    return styles


def _text(sentence: Explained, styles: dict[int, str]) -> Text:
    text, place = Text(), 0
    for number, word in enumerate(sentence.words, start=1):
        start = sentence.text.index(word.text, place)
        text.append(" " if sentence.text[place:start].isspace() else sentence.text[place:start])
        text.append(word.text, style=styles.get(number, ""))
        place = start + len(word.text)
    return text


def _grid(*columns: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _mentions(mentions: Iterable[Named]) -> Table:
    table = _grid("mention", "kind", "goes back to")
    for mention in mentions:
        back = mention.actor if mention.actor != mention.text else ""
        missing = Text("nobody found", style=_REFUSED)
        table.add_row(Text(mention.text, _ACTOR), mention.kind, missing if back is None else Text(back))
    return table


def _words(words: tuple[Word, ...], styles: dict[int, str], width: int) -> Table:
    """The tree, in as many columns as there is room for."""
    header = ("#", "word", "lemma", "tag", "label", "head")
    rows = [_word(number, words, styles) for number in range(1, len(words) + 1)]
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    roomy, tight = ((width + _GAP) // (sum(widths) + _GAP + gaps * (len(header) - 1)) for gaps in (2, 1))
    beside = max(1, min(tight, len(rows) // 3))
    table = Table(box=None, padding=(0, 1 if beside > roomy else 2, 0, 0), header_style="dim", show_edge=False)
    for place in range(beside):
        for name, least in zip(header, widths, strict=True):
            more = _GAP - 1 if name == "head" and place < beside - 1 else 0
            table.add_column(name, justify="right" if name == "#" else "left", min_width=least + more, no_wrap=True)
    high = -(-len(rows) // beside)
    blocks = [rows[place : place + high] for place in range(0, len(rows), high)]
    for line in zip_longest(*blocks, fillvalue=()):
        table.add_row(*(cell for row in line for cell in row))
    return table


def _word(number: int, words: tuple[Word, ...], styles: dict[int, str]) -> tuple[Text, ...]:
    word = words[number - 1]
    head = Text.assemble((f"{word.head} ", "dim"), words[word.head - 1].text) if word.head else Text(_NONE, "dim")
    lemma = "" if word.lemma.lower() == word.text.lower() else word.lemma
    named = Text(word.text, styles.get(number, ""))
    return Text(str(number), "dim"), named, Text(lemma), Text(word.tag), Text(word.label), head


def _made(looks: list[tuple[Look, Claim]]) -> Table:
    table = _grid("cue", "frame", "claim", "status, date")
    for look, claim in looks:
        said = Text.assemble(
            (claim.source.actor, "bold"),
            " ",
            (claim.relation, f"bold {COLOURS[claim.sign]}"),
            " ",
            (claim.target.actor, "bold"),
        )
        table.add_row(Text(look.cue, f"bold {COLOURS[claim.sign]}"), _frame(look), said, _status(look, claim))
    return table


def _frame(*looks: Look) -> Text:
    first = looks[0].frame
    roles = [f"{', '.join(look.frame.source)} {_TO} {', '.join(look.frame.target)}" for look in looks]
    return Text.assemble(f"{first.pos} {' '.join(first.cue)}", *(("\n" + role, "dim") for role in roles))


def _status(look: Look, claim: Claim) -> Text:
    text = Text(claim.status.value)
    if claim.according_to:
        text.append(f", says {claim.according_to}")
    words = [word for word, _, status in (mark.rpartition(": ") for mark in look.marks) if status == claim.status]
    if words:
        text.append(f"\nbecause of {', '.join(f'“{word}”' for word in words)}", style="dim")
    text.append(f"\n{dates(claim)}", style="cyan")
    text.append(f", {claim.confidence:.2f}", style="dim")
    return text


def _refused(looks: list[tuple[Look, Reason]]) -> Table:
    """One row for the frames of a cue that found the same and make no claim for the same reason."""
    table = _grid("cue", "frame", "found", "why not")
    rows: dict[tuple[tuple[int, ...], str, str, str, Reason], list[Look]] = {}
    for look, reason in looks:
        rule = f"{look.frame.rule} {look.frame.relation}"
        key = (look.words, rule, _side(look.sources, reason), _side(look.targets, reason), reason)
        rows.setdefault(key, []).append(look)
    for (_, _, source, target, reason), same in rows.items():
        found = Text.assemble(source, (f" {same[0].frame.relation} ", "dim"), target)
        table.add_row(Text(same[0].cue, _REFUSED), _frame(*same), found, Text(reason))
    return table


def _side(mentions: tuple[Named, ...], reason: Reason) -> str:
    kinds = reason is Reason.KINDS
    return ", ".join(f"{m.actor} ({m.kind})" if kinds else f"{m.actor}" for m in mentions) or _NONE


def _unknown(sentence: Explained) -> Text:
    text = Text()
    for unknown in sentence.unknown:
        word = sentence.words[unknown.word - 1]
        text.append(", " if text else "")
        text.append(word.lemma)
        known = ", ".join([*unknown.known[:_KNOWN], *([_MORE] if len(unknown.known) > _KNOWN else [])])
        text.append(f" ({_TAGS[word.tag]}{'; there is ' if known else ''}{known})", style="dim")
    return text
