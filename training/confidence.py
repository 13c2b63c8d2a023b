"""Fit the weights of a claim's confidence on the development annotations.

    python training/confidence.py [--folds 5]

Logistic regression with a quadratic penalty, by Newton's method; prints the reliability of held-out folds and writes
``src/allegiance/extract/lexicon/confidence.toml``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from benchmarks.annotations import DEVELOPMENT
from benchmarks.matching import Gold, Level, level
from numpy.typing import NDArray

from allegiance.extract.confidence import features
from allegiance.extract.lexicon import shipped
from allegiance.extract.relations import Extraction
from allegiance.language import reader
from allegiance.model import Claim, Document

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "src" / "allegiance" / "extract" / "lexicon" / "confidence.toml"
PENALTY = 3.0


def examples() -> tuple[list[dict[str, float]], NDArray[np.float64], NDArray[np.int64]]:
    """Features and rightness of every claim on the development passages, with the passage's number."""
    rows, right, passage = [], [], []
    with DEVELOPMENT.open(encoding="utf-8") as stream:
        passages = [json.loads(line) for line in stream]
    docs = reader().pipe(p["text"] for p in passages)
    for number, (given, doc) in enumerate(zip(passages, docs, strict=True)):
        gold = [Gold.parse(claim) for claim in given["claims"]]
        document = Document(given["id"], given["text"], date=given["date"])
        for verdict in Extraction(document, doc, shipped()).verdicts():
            if isinstance(verdict.outcome, Claim):
                rows.append(dict(features(verdict.candidate, verdict.outcome.status)))
                right.append(any(level(g, verdict.outcome) >= Level.STRICT for g in gold))
                passage.append(number)
    return rows, np.array(right, dtype=float), np.array(passage)


def fit(x: NDArray[np.float64], y: NDArray[np.float64], penalty: NDArray[np.float64]) -> NDArray[np.float64]:
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - chance) - penalty * weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + np.diag(penalty)
        weights += np.linalg.solve(curve, slope)
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=5)
    folds = parser.parse_args().folds
    rows, y, passage = examples()
    names = sorted({name for row in rows for name in row})
    x = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    penalty = np.array([1e-3 if name == "bias" else PENALTY for name in names])
    held = np.zeros(len(y))
    for fold in range(folds):
        out = passage % folds == fold
        held[out] = 1 / (1 + np.exp(-x[out] @ fit(x[~out], y[~out], penalty)))
    print(f"{len(y)} claims, {y.mean():.3f} right; held-out folds:")
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (held >= low) & (held < low + 0.1)
        if inside.any():
            print(f"  {low:.1f} to {low + 0.1:.1f}  claims {inside.sum():4}  right {y[inside].mean():.2f}")
    weights = fit(x, y, penalty)
    lines = [f'"{name}" = {weight:.3f}' for name, weight in zip(names, weights, strict=True) if abs(weight) >= 5e-4]
    head = (
        "# Fitted by training/confidence.py on benchmarks/annotations/development.jsonl; see extract/confidence.py.\n"
    )
    TARGET.write_text(f"{head}[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
