"""The shipped model reaches the floors of benchmarks/floors.toml on samples small enough to read at every run."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

from allegiance.language import Reader

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
FLOORS = tomllib.loads((ROOT / "benchmarks" / "floors.toml").read_text("utf-8"))["language"]
SAMPLE = 350

pytestmark = pytest.mark.skipif(
    not CORPORA.is_dir(), reason=f"the test corpora are not here: {CORPORA} (see docs/language.md)"
)


def _spread(sentences: list[Any]) -> list[Any]:
    """Sentences from all over a test set, always the same ones."""
    return sentences[:: len(sentences) // SAMPLE][:SAMPLE]


@pytest.fixture(scope="module")
def scores(reader: Reader) -> dict[str, float]:
    evaluate: Any = importlib.import_module("evaluate")
    tests: dict[str, list[Any]] = importlib.import_module("corpora").tests(CORPORA)
    drawn = {key: _spread(found) for key, found in tests.items()}
    made = {key: evaluate.score(reader.network, sentences) for key, sentences in drawn.items()}
    named = [*drawn["ewt"], *drawn["gum"]]
    names = evaluate.names_f1(reader.network, named, evaluate.read(reader.network, named))
    return {
        "gum.tags": made["gum"].tags,
        "gum.lemmas": made["gum"].lemmas,
        "gum.labelled": made["gum"].labelled,
        "pud.labelled": made["pud"].labelled,
        "ewt.labelled": made["ewt"].labelled,
        "names.f1": names["ALL"],
    }


@pytest.mark.parametrize("measure", sorted(FLOORS))
def test_the_shipped_model_reaches_its_floor(measure: str, scores: dict[str, float]) -> None:
    assert scores[measure] >= FLOORS[measure], f"{measure} is {scores[measure]:.2f}"


def test_every_measure_has_a_floor(scores: dict[str, float]) -> None:
    assert set(FLOORS) == set(scores)
