"""Every measure of claims and of actors in one table: `make quality`, or `python -m benchmarks.quality`.

Runs the scripts of `../shared/measure` on what the extractor finds in the data beside them, and the annotated
passages of `benchmarks/annotations`, the held-back ones as numbers only. What is not there is skipped, with a line on
standard error. Exits with 1 if a figure is under its floor in `benchmarks/floors.toml`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import benchmarks.annotations as passages
from allegiance import extract_claims, read_documents
from allegiance.jsonlines import claim_to_line
from benchmarks import actors
from benchmarks.figures import printed, rows, table, years_ratio

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FLOORS = Path(__file__).with_name("floors.toml")

TARGETS = {
    "seed.recall_core": 0.90,
    "seed.recall_all": 0.75,
    "seed.precision": 0.80,
    "seed.dates_right": 0.80,
    "seed.status_right": 0.85,
    "militants.answered": 0.85,
    "militants.accuracy_answered": 0.85,
    "militants.macro_f1": 0.70,
    "militants.years_ratio": 5.0,
    "pairs.pair_found": 0.70,
    "pairs.macro_f1": 0.55,
    "re3d.recall": 0.50,
    "re3d.words_per_claim": 12.0,
    "held-back.precision": 0.85,
    "held-back.recall": 0.75,
    "names.f1": 0.95,
    "names.lowest": 0.90,
    "names-held-back.f1": 0.95,
    "names-held-back.lowest": 0.90,
    "aliases.f1": 0.90,
    "identities.one": 1.0,
    "identities.alone": 1.0,
}
"""What issues 3 and 5 ask for."""

Values = dict[str, float]


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the measures are and where their inputs are written."""

    shared: Path
    work: Path

    def measure(self, script: str, *arguments: str | Path) -> str:
        """What a script of ``shared/measure`` prints; a script that fails stops everything."""
        command = [sys.executable, str(self.shared / "measure" / script), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode:
            sys.exit(f"{script} failed: {done.stderr.strip()}")
        return done.stdout

    def documents(self, script: str, *arguments: str | Path) -> Path:
        """A file of what a script prints as documents."""
        path = self.work / f"{script}.documents.jsonl"
        path.write_text(self.measure(script, "documents", *arguments), encoding="utf-8")
        return path

    def claims(self, path: Path) -> Path:
        """A file of the claims that `allegiance extract` prints for a path."""
        found = self.work / f"{path.stem}.claims.jsonl"
        with found.open("w", encoding="utf-8") as stream:
            for _, claims in extract_claims(read_documents([str(path)])):
                stream.writelines(claim_to_line(claim) + "\n" for claim in claims)
        return found

    def data(self, pattern: str) -> list[Path]:
        """The files or folders of ``shared`` that match; where there is none, the measure is skipped."""
        return sorted(self.shared.glob(pattern))


def seed(bench: Bench) -> Values | None:
    texts = bench.data("seed/iran-sadr-2020.txt")
    if not texts:
        return None
    gold, actors = (texts[0].with_suffix(ending) for ending in (".claims.jsonl", ".actors.json"))
    found = printed(bench.measure("claims.py", gold, actors, bench.claims(texts[0])))
    found["dates_right"] = found.pop("dated_right")
    return {name: found[name] for name in ("recall_core", "recall_all", "precision", "dates_right", "status_right")}


def militants(bench: Bench) -> Values | None:
    gold = bench.data("corpora/militants/iraq-syria.jsonl")
    if not gold:
        return None
    claims = bench.claims(bench.documents("militants.py", *gold))
    output = bench.measure("militants.py", "score", *gold, claims)
    found = printed(output)
    kept = {name: found[name] for name in ("answered", "accuracy_answered", "macro_f1")}
    return {**kept, "years_ratio": years_ratio(output)}


def pairs(bench: Bench) -> Values | None:
    gold = bench.data("corpora/relations/plover-pairs-train.tsv")
    if not gold:
        return None
    claims = bench.claims(bench.documents("pairs.py", *gold))
    found = printed(bench.measure("pairs.py", "found", *gold, claims))
    return {name: found[name] for name in ("pair_found", "macro_f1")}


def re3d(bench: Bench) -> Values | None:
    folders = bench.data("corpora/re3d/*")
    if not folders:
        return None
    path = bench.documents("re3d.py", *folders)
    words = sum(len(document.text.split()) for document in read_documents([str(path)]))
    found = printed(bench.measure("re3d.py", "score", bench.claims(path), *folders))
    return {"recall": found["recall"], "words_per_claim": words / max(1.0, found["claims"])}


def annotated(path: Path) -> Values | None:
    """Precision, recall, F1 and how much of what was found has the right status and date."""
    if not path.exists():
        return None
    found = passages.figures(passages.read(path))
    kept = ("precision", "recall", "precision_loose", "recall_loose", "pair_recall", "status_right", "since_right")
    values = {name: passages.ratio(found[name]) for name in kept}
    return {**values, "f1": passages.f1(found["precision"], found["recall"])}


def aliases(bench: Bench) -> Values | None:
    gold = bench.data("corpora/militants/iraq-syria.jsonl")
    return {"f1": actors.f1(actors.groups(gold[0]))} if gold else None


def identities(bench: Bench) -> Values | None:
    texts = bench.data("seed/iran-sadr-2020.txt")
    return actors.whole(actors.seed(texts[0])[1]) if texts else None


def values(bench: Bench) -> Values:
    """Every figure of what is there, under ``measure.figure``."""
    shared: dict[str, Callable[[Bench], Values | None]] = {
        "seed": seed,
        "militants": militants,
        "pairs": pairs,
        "re3d": re3d,
        "aliases": aliases,
        "identities": identities,
    }
    found: dict[str, Values | None] = {}
    if (bench.shared / "measure").is_dir():
        found |= {name: measure(bench) for name, measure in shared.items()}
    else:
        found |= dict.fromkeys(shared)
    found["development"] = annotated(passages.DEVELOPMENT)
    found["held-back"] = annotated(passages.HELD_BACK)
    found["names"] = actors.pairs(actors.FOLDER / "development.csv")
    found["names-held-back"] = actors.pairs(actors.FOLDER / "held-back.csv")
    for name, figures in found.items():
        if figures is None:
            print(f"skipped {name}: its data or its measure is not there", file=sys.stderr)
    return {f"{name}.{figure}": v for name, figures in found.items() if figures for figure, v in figures.items()}


def main() -> None:
    """Measure, print the table, fail under a floor."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["quality"]
    with tempfile.TemporaryDirectory() as folder:
        lines = rows(values(Bench(SHARED, Path(folder))), TARGETS, floors)
    print(table(lines))
    broken = [row.measure for row in lines if row.broken]
    if broken:
        sys.exit(f"under the floor: {', '.join(broken)}")


if __name__ == "__main__":
    main()
