"""The measures of claims do not fall below the floors of benchmarks/floors.toml."""

from __future__ import annotations

import tomllib

import pytest
from benchmarks.quality import FLOORS, SHARED, Bench, values

LEAST: dict[str, float] = tomllib.loads(FLOORS.read_text("utf-8"))["quality"]

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason=f"the annotated data are not here: {SHARED}")


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    return dict(values(Bench(SHARED, tmp_path_factory.mktemp("quality"))))


@pytest.mark.parametrize("measure", sorted(LEAST))
def test_a_measure_of_claims_reaches_its_floor(measure: str, measured: dict[str, float]) -> None:
    assert measured[measure] >= LEAST[measure], f"{measure} is {measured[measure]:.3f}"
