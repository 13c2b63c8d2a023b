"""How well the extractor reads the annotated passages: `python -m benchmarks.annotations [FILE] [--show]`.

FILE is JSON lines as `benchmarks/annotations/README.md` describes them; the passage's date is the document's. A
predicted claim is right when it meets a gold claim strictly (`benchmarks.matching.Level`), and may meet several; a
gold claim is found when some predicted claim meets it strictly. Loose figures ask for the sign, not the relation.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from allegiance import Claim, Document
from benchmarks.matching import Gold, Level, level, same_date, same_voice

FOLDER = Path(__file__).with_suffix("")
DEVELOPMENT = FOLDER / "development.jsonl"
HELD_BACK = FOLDER / "held-back.jsonl"

Item = TypeVar("Item")
Share = tuple[int, int]
"""How many of how many."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage with what was annotated and what was extracted."""

    id: str
    text: str
    phenomena: tuple[str, ...]
    gold: tuple[Gold, ...]
    claims: tuple[Claim, ...]

    def hits(self, gold: Gold, at_least: Level = Level.STRICT) -> list[Claim]:
        """The claims that meet a gold claim."""
        return [claim for claim in self.claims if level(gold, claim) >= at_least]

    def best(self, claim: Claim) -> Level:
        """How far a claim meets the gold claim that it meets best."""
        return max((level(gold, claim) for gold in self.gold), default=Level.NONE)


def read(path: Path) -> list[Reading]:
    """Extract every passage of an annotations file, in one run."""
    from allegiance import extract_claims

    with path.open(encoding="utf-8") as stream:
        passages = [json.loads(line) for line in stream if line.strip()]
    documents = [Document(id=p["id"], text=p["text"], date=p["date"]) for p in passages]
    return [
        Reading(p["id"], p["text"], tuple(p["phenomena"]), tuple(map(Gold.parse, p["claims"])), tuple(claims))
        for p, (_, claims) in zip(passages, extract_claims(documents), strict=True)
    ]


def figures(readings: list[Reading]) -> dict[str, Share]:
    """Every figure by its name, as how many of how many."""
    gold = [(reading, item) for reading in readings for item in reading.gold]
    best = [reading.best(claim) for reading in readings for claim in reading.claims]
    found = [(item, hits) for reading, item in gold if (hits := reading.hits(item))]
    voiced = [(item, hits) for item, hits in found if item.according_to or all(c.according_to for c in hits)]
    dated = [(item, hits) for item, hits in found if item.since]
    undated = [hits for item, hits in found if not item.since]
    silent = [reading for reading in readings if not reading.gold]
    return {
        "precision": _count(best, lambda met: met >= Level.STRICT),
        "recall": (len(found), len(gold)),
        "precision_loose": _count(best, lambda met: met >= Level.LOOSE),
        "recall_loose": _count(gold, lambda pair: bool(pair[0].hits(pair[1], Level.LOOSE))),
        "pair_recall": _count(gold, lambda pair: bool(pair[0].hits(pair[1], Level.PAIR))),
        "status_right": _count(found, lambda pair: any(c.status is pair[0].status for c in pair[1])),
        "voice_right": _count(voiced, lambda pair: any(same_voice(pair[0], c) for c in pair[1])),
        "since_right": _count(dated, lambda pair: any(same_date(pair[0], c) for c in pair[1])),
        "since_invented": _count(undated, lambda hits: all(c.since for c in hits)),
        "silence_kept": _count(silent, lambda reading: not reading.claims),
    }


def f1(precision: Share, recall: Share) -> float:
    """The harmonic mean of two shares."""
    one, other = ratio(precision), ratio(recall)
    return 2 * one * other / (one + other) if one + other else 0.0


def ratio(share: Share) -> float:
    """A share as a number; of nothing it is 0."""
    return share[0] / share[1] if share[1] else 0.0


def by(pairs: Iterable[tuple[str, bool]]) -> dict[str, Share]:
    """The share of true values for each label, the most frequent label first."""
    total, true = Counter[str](), Counter[str]()
    for label, value in pairs:
        total[label] += 1
        true[label] += value
    return {label: (true[label], count) for label, count in total.most_common()}


def reliability(readings: Iterable[Reading]) -> list[tuple[float, int, float, float]]:
    """For each decile of confidence: where it begins, how many claims, their mean confidence, the share right."""
    deciles: dict[int, list[tuple[float, bool]]] = {}
    for reading in readings:
        for claim in reading.claims:
            right = reading.best(claim) is Level.STRICT
            deciles.setdefault(min(9, int(claim.confidence * 10 + 1e-9)), []).append((claim.confidence, right))
    return [
        (decile / 10, len(rows), sum(c for c, _ in rows) / len(rows), sum(r for _, r in rows) / len(rows))
        for decile, rows in sorted(deciles.items())
    ]


def _count(items: list[Item], holds: Callable[[Item], bool]) -> Share:
    return sum(map(holds, items)), len(items)


def _summary(readings: list[Reading]) -> Iterator[str]:
    found = figures(readings)
    for name, share in found.items():
        yield f"{name:<16} {ratio(share):.3f} ({share[0]}/{share[1]})"
    yield f"{'f1':<16} {f1(found['precision'], found['recall']):.3f}"
    yield f"{'f1_loose':<16} {f1(found['precision_loose'], found['recall_loose']):.3f}"
    gold = [(reading, item, bool(reading.hits(item))) for reading in readings for item in reading.gold]
    claims = [(reading.best(claim) is Level.STRICT, claim) for reading in readings for claim in reading.claims]
    yield from _table("recall by phenomenon", by((p, met) for reading, _, met in gold for p in reading.phenomena))
    yield from _table("recall by relation", by((item.accept[0], met) for _, item, met in gold))
    yield from _table("precision by relation", by((claim.relation, right) for right, claim in claims))
    yield from _table("precision by kind of cue", by((claim.rule.split(".")[0], right) for right, claim in claims))


def _table(title: str, rows: dict[str, Share]) -> Iterator[str]:
    yield f"\n{title}"
    for label, share in rows.items():
        yield f"  {label:<26} {ratio(share):.3f} ({share[0]}/{share[1]})"


def _shown(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        wrong = [claim for claim in reading.claims if reading.best(claim) is not Level.STRICT]
        missed = [item for item in reading.gold if not reading.hits(item)]
        if not (wrong or missed):
            continue
        yield f"\n{reading.id} ({', '.join(reading.phenomena)}) {reading.text}"
        for item in missed:
            near = max((level(item, claim) for claim in reading.claims), default=Level.NONE)
            yield (
                f"  missed  {item.source[0]} | {'/'.join(item.accept)} | {item.target[0]} "
                f"[{item.status}, sign {item.sign:+}{', symmetric' * item.symmetric}; met: {near.name.lower()}]"
            )
        for claim in wrong:
            yield (
                f"  wrong   {_side(claim.source.actor, claim.source.mention.text)} | {claim.relation} | "
                f"{_side(claim.target.actor, claim.target.mention.text)} "
                f"[{claim.status}, {claim.rule}, {claim.confidence}; met: {reading.best(claim).name.lower()}]"
            )


def _side(actor: str, mention: str) -> str:
    return actor if actor == mention else f"{actor} ({mention})"


def main() -> None:
    """Parse, score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=DEVELOPMENT)
    parser.add_argument("--show", action="store_true", help="list what was missed and what is wrong, with the text")
    parser.add_argument("--reliability", action="store_true", help="share of right claims by decile of confidence")
    parser.add_argument("--force", action="store_true", help="show even what is held back from the rules' author")
    options = parser.parse_args()
    if options.show and "held-back" in options.file.resolve().name and not options.force:
        sys.exit(f"{options.file.name} is held back from whoever writes the rules: --force shows it all the same")
    readings = read(options.file)
    print("\n".join(_summary(readings)))
    if options.reliability:
        print("\nconfidence  claims  mean   right")
        for start, count, mean, right in reliability(readings):
            print(f"{start:.1f} to {start + 0.1:.1f} {count:>7}  {mean:.3f}  {right:.3f}")
    if options.show:
        print("\n".join(_shown(readings)))


if __name__ == "__main__":
    main()
