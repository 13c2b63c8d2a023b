"""The linter of the lexicon: which entries do not fire on their own examples: `python -m benchmarks.lexicon [--show]`.

Every example goes through the real pipeline, all in one run. An entry of verbs, nouns, adjectives and roles passes if
some claim has its relation between what the example marks [S ...] and [T ...]; an entry of light.csv if there is any
claim between them. One of voice.csv passes if its cue stands in its example; if it is no verb, noun, adjective, adverb
or auxiliary, some claim of its example must also have another status than stated.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO
from pathlib import Path
from zlib import crc32

from allegiance import Claim, Document, extract_claims
from allegiance.language import reader
from allegiance.model import Party, Status
from allegiance.vocabulary import relations
from benchmarks.marks import Example, Span, in_order, overlap, strip
from benchmarks.matching import agree

FRAMES = ("verbs-cooperation", "verbs-conflict", "nouns", "adjectives", "roles")
LIGHT = "light"
VOICE = "voice"
SEEN = ("verb", "noun", "adj", "adv", "aux")
"""The parts of speech of voice.csv whose cues need only stand in their examples."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the lexicon; ``relation`` is empty where the file has none."""

    file: str
    line: int
    cue: str
    pos: str
    relation: str
    example: str

    @property
    def rule(self) -> str:
        """What a claim that this entry finds says of its origin, without the version."""
        return f"{self.pos}.{self.cue.replace(' ', '-')}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether an entry fired, whether by its own cue, and what was found in its example."""

    entry: Entry
    fired: bool
    own: bool
    found: tuple[Claim, ...] = ()


def outcomes(folder: Traversable | None = None, *, one_in: int = 1) -> list[Outcome]:
    """The outcome of every entry of a lexicon folder, the package's own by default.

    ``one_in`` draws a sample by the checksum of the example, so that an entry stays in it whatever is added elsewhere.
    """
    folder = folder or files("allegiance.extract.lexicon")
    marked = [entry for name in FRAMES for entry in _entries(folder, name, "cue", "relation", one_in)]
    marked += _entries(folder, LIGHT, "verb", None, one_in)
    examples = [strip(entry.example) for entry in marked]
    documents = [Document(id=str(number), text=example.text) for number, example in enumerate(examples)]
    read = extract_claims(documents)
    checked = [_outcome(entry, ex, claims) for entry, ex, (_, claims) in zip(marked, examples, read, strict=True)]
    return checked + _voices(list(_entries(folder, VOICE, "cue", None, one_in)))


def failures(found: Iterable[Outcome] | None = None) -> list[Outcome]:
    """The entries that do not fire; a test pins their share of all."""
    return [outcome for outcome in (outcomes() if found is None else found) if not outcome.fired]


def fires(example: Example, relation: str, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims with a relation between an example's marks, either way round if it is symmetric; "" is any."""
    if example.source is None or example.target is None:
        return
    for claim in claims:
        straight = _at(claim.source, example.source, example) and _at(claim.target, example.target, example)
        turned = _at(claim.source, example.target, example) and _at(claim.target, example.source, example)
        either_way = not relation or relations()[relation].symmetric
        if (straight or (turned and either_way)) and relation in ("", claim.relation):
            yield claim


def _at(party: Party, mark: Span, example: Example) -> bool:
    """Whether a party stands at a mark, or is a pronoun or the like for what stands there."""
    mention = party.mention.start, party.mention.end
    return overlap(mention, mark) or agree(party.actor, example.text[slice(*mark)])


def _outcome(entry: Entry, example: Example, claims: list[Claim]) -> Outcome:
    met = list(fires(example, entry.relation, claims))
    own = any(claim.rule.split("@")[0] == entry.rule for claim in met) if entry.relation else bool(met)
    return Outcome(entry, bool(met), own, tuple(claims))


def _voices(entries: list[Entry]) -> list[Outcome]:
    docs = reader().pipe(entry.example for entry in entries)
    others = [Document(id=str(place), text=e.example) for place, e in enumerate(entries) if e.pos not in SEEN]
    found = {int(document.id): tuple(claims) for document, claims in extract_claims(others)}
    checked = []
    for place, (entry, doc) in enumerate(zip(entries, docs, strict=True)):
        words = [frozenset({token.lower_, token.lemma_.lower()}) for token in doc]
        there = in_order(entry.cue.lower().split(), words) or f" {entry.cue.lower()} " in f" {doc.text.lower()} "
        claims = found.get(place, ())
        fired = there and (entry.pos in SEEN or any(claim.status is not Status.STATED for claim in claims))
        checked.append(Outcome(entry, fired, fired, claims))
    return checked


def _entries(folder: Traversable, name: str, cue: str, relation: str | None, one_in: int) -> Iterator[Entry]:
    path = folder / f"{name}.csv"
    rows = csv.DictReader(StringIO(path.read_text(encoding="utf-8")))
    for row in rows:
        if crc32(row["example"].encode()) % one_in:
            continue
        pos = row.get("pos") or name
        yield Entry(path.name, rows.line_num, row[cue], pos, row[relation] if relation else "", row["example"])


def _table(title: str, found: list[Outcome], label: Callable[[Outcome], str]) -> Iterator[str]:
    groups: dict[str, list[Outcome]] = {}
    for outcome in found:
        groups.setdefault(label(outcome), []).append(outcome)
    yield f"\n{title:<26} fire         of     by own cue"
    for name, rows in sorted(groups.items()):
        fired, own = (sum(values) for values in zip(*((o.fired, o.own) for o in rows), strict=True))
        yield f"  {name:<24} {fired / len(rows):.3f} {fired:>5} / {len(rows):<6} {own / len(rows):.3f}"


def _shown(failing: Iterable[Outcome]) -> Iterator[str]:
    for outcome in failing:
        entry = outcome.entry
        yield f"\n{entry.file}:{entry.line} {entry.pos} {entry.cue} {entry.relation}: {entry.example}"
        for claim in outcome.found:
            yield f"  found {claim.source.mention.text} | {claim.relation} | {claim.target.mention.text} [{claim.rule}]"


def main() -> None:
    """Parse, check and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="a lexicon's folder; the package's own by default")
    parser.add_argument("--show", action="store_true", help="list the entries that fail and what was found instead")
    options = parser.parse_args()
    found = outcomes(options.folder)
    failing = failures(found)
    print("\n".join(_table("file", found, lambda outcome: outcome.entry.file)))
    framed = [outcome for outcome in found if outcome.entry.relation]
    print("\n".join(_table("part of speech, relation", framed, lambda o: f"{o.entry.pos} {o.entry.relation}")))
    print(f"\npassing={1 - len(failing) / max(1, len(found)):.3f} ({len(found) - len(failing)}/{len(found)})")
    if options.show:
        print("\n".join(_shown(failing)))


if __name__ == "__main__":
    main()
