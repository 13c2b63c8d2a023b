"""How well turns are found: in the text that the project grew from, and between militant groups of Iraq and Syria.

    python -m benchmarks.turns [--show]

Needs the data of `../shared`, and says so where it is not there. From `seed/` it reads the text, and as a second
measure the claims that people annotated in it, which is what a perfect reader would find: Iran and Muqtada al-Sadr
are allied, then rivals, then allied again in January 2020. From `corpora/militants/` it reads each description as a
document of the day of its record: every pair that the records hold as allies at one date and rivals at another must
turn in that order. There too a second measure takes the records themselves for the claims, to tell what reading misses
from what reckoning does.
"""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from allegiance.alliances.record import Record
from allegiance.archive import open_archive
from allegiance.extract import extract
from allegiance.model import Claim, Document, Kind, Mention, Party, Status
from allegiance.vocabulary import relations

SHARED = Path(__file__).resolve().parents[2] / "shared"
SIGNS = {"all": 1, "aff": 1, "riv": -1}
RELATIONS = {1: "ally", -1: "rival"}
WORDS = {"with": 1, "against": -1}
TARGET = 0.7
Found = Iterable[tuple[Document, list[Claim]]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two groups, and the signs that the records give them in the order of time, each once in a row."""

    names: tuple[str, str]
    records: tuple[dict[str, Any], ...]
    signs: tuple[int, ...]


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def plain(name: str) -> str:
    """A name without case, quotation marks, possessive and article, as `measure/common.py` compares names."""
    text = unicodedata.normalize("NFKC", name).replace("’", "'").replace("‘", "'")
    text = " ".join(text.strip(" '\"“”.,;:()").lower().split())
    for article in ("the ", "a ", "an "):
        text = text.removeprefix(article)
    return text.removesuffix("'s").removesuffix("'").strip(" '\"")


def turning(records: Iterable[dict[str, Any]]) -> Iterator[Pair]:
    """The pairs that the records hold as allies at one date and as rivals at another."""
    pairs: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        first, second = sorted((record["group1_name"], record["group2_name"]))
        pairs[first, second].append(record)
    for names, found in sorted(pairs.items()):
        signed = sorted((record["date"], SIGNS[record["type"]]) for record in found if record["type"] in SIGNS)
        signs = [sign for place, (_, sign) in enumerate(signed) if place == 0 or sign != signed[place - 1][1]]
        if len(signs) > 1:
            yield Pair(names, tuple(found), tuple(signs))


def document(record: dict[str, Any]) -> Document:
    """A description as a document of the day of its record."""
    return Document(record["id"], record["description_clean"], date=record["date"].replace("-00", ""))


def named(found: Found, records: dict[str, dict[str, Any]]) -> Iterator[tuple[Document, list[Claim]]]:
    """The claims with the two groups of each record under the names that the records have for them."""
    for text, claims in found:
        record = records[text.id]
        known = {
            plain(alias): record[f"{group}_name"]
            for group in ("group1", "group2")
            for alias in [record[f"{group}_name"], *record[f"{group}_aliases_found"]]
            if alias
        }
        yield text, [replace(c, source=party(c.source, known), target=party(c.target, known)) for c in claims]


def party(given: Party, known: dict[str, str]) -> Party:
    """A party under the name of its group, if it is one of those known."""
    name = known.get(plain(given.actor)) or known.get(plain(given.mention.text))
    return given if name is None else replace(given, actor=name, id=_id(name))


def _id(name: str) -> str:
    """What no actor of a text is called, and no other id."""
    return f"group {name}"


def record_of(found: Found) -> Record:
    """The record that claims make, in memory."""
    archive = open_archive(":memory:", write=True)
    archive.add(found)
    return Record(archive)


def signs(record: Record, a: str, b: str) -> tuple[int, ...]:
    """The stances of a pair in the order of time."""
    a, b = _id(a), _id(b)
    if not {a, b} <= set(record.archive.actors()["id"]):
        return ()
    periods = record.between(a, b, limit=None).periods
    return tuple(WORDS[period.stance] for period in periods if period.stance in WORDS)


def claimed(record: dict[str, Any]) -> tuple[Document, list[Claim]]:
    """A record as the claim that a perfect reader would find in its description."""
    text = document(record)
    sign = SIGNS.get(record["type"])
    first, second = record["group1_name"], record["group2_name"]
    return text, [] if sign is None else [claim(text, first, RELATIONS[sign], second, (0, len(text.text)))]


def claim(text: Document, source: str, relation: str, target: str, span: tuple[int, int], **fields: Any) -> Claim:
    """A claim of an annotation; its quote stands for both mentions."""
    kind = relations()[relation]
    mention = Mention(*span, text.text[span[0] : span[1]])
    usual = {"since": None, "until": None, "status": Status.STATED, "according_to": None}
    return Claim(
        id=f"{text.id}:{source}:{relation}:{target}:{span[0]}",
        document=text.id,
        quote=mention.text,
        start=span[0],
        end=span[1],
        source=Party(source, _id(source), Kind.ORGANISATION, mention),
        target=Party(target, _id(target), Kind.ORGANISATION, mention),
        relation=relation,
        sign=kind.sign,
        weight=kind.weight,
        plover=kind.plover,
        confidence=1.0,
        rule="annotated",
        **usual | fields,
    )


def annotated(text: Document, path: Path) -> list[Claim]:
    """The claims that people annotated in a text, each by the first of the relations that they accept."""
    made = []
    for item in lines(path):
        relation = next((name for name in item["accept"] if name in relations()), None)
        if relation:
            given = {name: item[name] for name in ("since", "until", "according_to")}
            span = (item["start"], item["end"])
            status = Status(item["status"])
            made.append(claim(text, item["source"], relation, item["target"], span, status=status, **given))
    return made


def seed(folder: Path) -> bool:
    """Whether the text that the project grew from gives its turns, by reading and by annotation; prints both."""
    text = Document("seed", (folder / "iran-sadr-2020.txt").read_text("utf-8"))
    called = {"iran": "Iran", "muqtada al-sadr": "Muqtada al-Sadr"}
    read = [
        (text, [replace(c, source=party(c.source, called), target=party(c.target, called)) for c in claims])
        for text, claims in extract([text])
    ]
    right = True
    for how, found in (
        ("read", read),
        ("annotated", [(text, annotated(text, folder / "iran-sadr-2020.claims.jsonl"))]),
    ):
        turns = record_of(found).turns(_id("Iran"), _id("Muqtada al-Sadr")).turns
        told = [f"{turn.now} by {turn.first_after} (last {turn.was} {turn.last_before})" for turn in turns]
        killings = [one.text for turn in turns for one in turn.happened if one.what == "killing"]
        print(f"seed, {how}: {'; '.join(told)}; before: {'; '.join(killings) or 'no killing'}")
        ended = turns[-1].first_after.last.isoformat() if turns else ""
        right &= [turn.now for turn in turns] == ["against", "with"] and ended.startswith("2020-01") and bool(killings)
    return right


def militants(path: Path, *, show: bool) -> float:
    """The share of pairs whose turns are in the right order, read from their descriptions."""
    gold = lines(path)
    by_id = {record["id"]: record for record in gold}
    pairs = list(turning(gold))
    texts = [document(record) for pair in pairs for record in pair.records]
    read = record_of(named(extract(texts), by_id))
    told = record_of(claimed(record) for pair in pairs for record in pair.records)
    right = sum(_right(read, pair, show=show) for pair in pairs)
    ceiling = sum(_right(told, pair, show=False) for pair in pairs)
    print(f"militants, read: {right} of {len(pairs)} pairs turn in the right order, {right / len(pairs):.2f}")
    print(f"militants, the records themselves: {ceiling} of {len(pairs)}")
    return right / len(pairs)


def _right(record: Record, pair: Pair, *, show: bool) -> bool:
    found = signs(record, *pair.names)
    if show:
        marks = [" ".join("+" if sign > 0 else "-" for sign in part) or "nothing" for part in (pair.signs, found)]
        verdict = "right" if found == pair.signs else "WRONG"
        print(f"  {verdict}  {' / '.join(pair.names)}: {marks[0]}, found {marks[1]}")
    return found == pair.signs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print what is found for each pair")
    arguments = parser.parse_args()
    texts, groups = SHARED / "seed", SHARED / "corpora" / "militants" / "iraq-syria.jsonl"
    done = True
    if (texts / "iran-sadr-2020.txt").exists():
        done &= seed(texts)
    else:
        sys.stderr.write(f"skipped: {texts} is not there\n")
    if groups.exists():
        done &= militants(groups, show=arguments.show) >= TARGET
    else:
        sys.stderr.write(f"skipped: {groups} is not there\n")
    sys.exit(not done)


if __name__ == "__main__":
    main()
