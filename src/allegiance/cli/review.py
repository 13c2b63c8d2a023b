"""`allegiance actors review`: a walk through the doubtful pairs, the weightiest first."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.archive import DEFAULT, ArchiveFile, opened
from allegiance.cli.judging import By, judgement
from allegiance.cli.output import complain

if TYPE_CHECKING:
    from allegiance.actors import Actor
    from allegiance.actors.review import Answer, Question
    from allegiance.archive import Archive

_QUOTES = 2
_WIDTH = 160


def review(
    *,
    by: By,
    archive: ArchiveFile = DEFAULT,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="Ask about no more than so many pairs.")] = None,
) -> None:
    """Go through the pairs of actors that may be one, those first that would join most claims.

    Each pair is shown with its names, what speaks for it, and sentences about both. Answer `s` for the same, `d` for
    different, `l` for later, `q` to end; an answer may be followed by the reason. Answers are read from standard input,
    one a line.

    **Examples**

    - `allegiance actors review --archive iraq.duckdb --by "L. Haddad"` asks about all of them

    - `yes d | allegiance actors review --by "L. Haddad" --limit 10` keeps the first ten pairs apart
    """
    from allegiance.actors.review import questions
    from allegiance.actors.review import review as walk

    reasons: dict[int, str] = {}
    with opened(archive, write=True) as kept:
        asked = questions(kept.resolve())[:limit]
        decided = 0
        for verb, question in walk(asked, lambda question: _ask(kept, question, len(asked), reasons)):
            why = reasons[question.number] or "; ".join(question.doubt.grounds)
            decided += kept.judge([judgement(verb, question.left.id, question.right.id, by, why)])
        if decided:
            kept.resolve()
    complain(f"{archive}: {decided} judgements more" if asked else f"{archive}: there are no doubtful pairs")


def _ask(archive: Archive, question: Question, count: int, reasons: dict[int, str]) -> Answer:
    from allegiance.actors.review import Answer

    doubt = question.doubt
    sys.stdout.write(f"\n{question.number} of {count}: {doubt.claims} claims would join the others\n")
    sys.stdout.write(f"score {doubt.score:.2f}: {'; '.join(doubt.grounds)}\n")
    for actor in (question.left, question.right):
        sys.stdout.write(_about(archive, actor))
    answers = {answer.value[0]: answer for answer in Answer if answer is not Answer.END} | {"q": Answer.END}
    while True:
        sys.stdout.write("same, different, later, quit? [s/d/l/q] ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            return Answer.END
        word, _, reason = line.strip().partition(" ")
        answer = answers.get(word[:1].lower())
        if answer is not None:
            reasons[question.number] = reason.strip()
            return answer


def _about(archive: Archive, actor: Actor) -> str:
    names = ", ".join(dict.fromkeys(joined.name.text for joined in actor.names))
    lines = [f"  {actor.name} ({actor.kind}, {actor.claims} claims): {names}"]
    key = archive.find(actor.id).key
    keys = archive.frame(touching=[key], columns=["claim"])["claim"].to_list()[:_QUOTES]
    for quote in archive.quotes(keys)["quote"]:
        text = " ".join(quote.split())
        lines.append(f"    “{text if len(text) <= _WIDTH else text[:_WIDTH].rstrip() + '…'}”")
    return "\n".join(lines) + "\n"
