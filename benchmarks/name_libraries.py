"""What the libraries of the field make of the name pairs: `python benchmarks/name_libraries.py`.

Measures those that are installed, on the pairs of `benchmarks/names/development.csv`: F1 of all pairs, the lowest F1
of a family, and the time of a pair. Each threshold is the one with the best mean of the F1 of same and of different,
chosen on the same pairs, so that the figures flatter the libraries.
It needs no Allegiance, so that it runs in an environment of its own, where the libraries' other packages do no harm.
"""

from __future__ import annotations

import csv
import importlib
import unicodedata
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Any

PAIRS = Path(__file__).with_name("names") / "development.csv"
Score = Callable[[str, str, str], float]
"""From two names and their kind, 0 to 1."""


def plain(left: str, right: str, _kind: str) -> float:
    """What needs no library: letters without their marks, and the longest matching blocks of `difflib`."""
    return SequenceMatcher(None, _bare(left), _bare(right)).ratio()


def _bare(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


def scores() -> Iterator[tuple[str, Score]]:
    """The name and the function of everything that can be imported; each gives 0 to 1."""
    yield "difflib", plain
    fuzz, jaro = _load("rapidfuzz.fuzz"), _load("rapidfuzz.distance")
    latin = {
        "anyascii": _attribute("anyascii", "anyascii"),
        "unidecode": _attribute("unidecode", "unidecode"),
        "normality": _attribute("normality", "ascii_text"),
        "fingerprints": _attribute("fingerprints", "generate"),
    }
    for name, to_latin in latin.items():
        if to_latin is None or fuzz is None:
            continue
        for way in ("ratio", "token_sort_ratio", "token_set_ratio", "WRatio"):
            yield f"{name} + rapidfuzz {way}", _fuzzy(to_latin, getattr(fuzz, way), 100)
        yield f"{name} + rapidfuzz Jaro-Winkler", _fuzzy(to_latin, jaro.JaroWinkler.similarity, 1)
    types = _load("followthemoney.types")
    if types is not None:
        yield "followthemoney name type", lambda left, right, _: types.registry.name.compare(left, right)
    matching = _load("nomenklatura.matching")
    for algorithm in matching.ALGORITHMS if matching is not None else ():
        if algorithm.__name__ in ("LogicV1", "LogicV2", "NameMatcher"):
            yield f"nomenklatura {algorithm.__name__}", _entities(algorithm)


def _fuzzy(to_latin: Callable[[str], str | None], compare: Callable[[str, str], float], full: float) -> Score:
    def score(left: str, right: str, _kind: str) -> float:
        return compare((to_latin(left) or "").casefold(), (to_latin(right) or "").casefold()) / full

    return score


def _entities(algorithm: Any) -> Score:
    """Entities that have nothing but a name; each needs an id of its own, by which the library remembers."""
    entity, config, number = importlib.import_module("followthemoney.entity"), algorithm.default_config(), count()

    def score(left: str, right: str, kind: str) -> float:
        schema = "Person" if kind == "person" else "Organization"
        one, other = (
            entity.ValueEntity.from_dict({"id": str(next(number)), "schema": schema, "properties": {"name": [name]}})
            for name in (left, right)
        )
        return float(algorithm.compare(one, other, config).score)

    return score


def _load(module: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError:
        return None


def _attribute(module: str, name: str) -> Any:
    return getattr(_load(module), name, None)


def f1(said: list[bool], same: list[bool]) -> float:
    right = sum(a and b for a, b in zip(said, same, strict=True))
    return 2 * right / (sum(said) + sum(same)) if right else 0.0


def macro(said: list[bool], same: list[bool]) -> float:
    """The mean of the F1 of same and that of different: saying yes to every pair earns only half of it."""
    return (f1(said, same) + f1([not value for value in said], [not value for value in same])) / 2


def main() -> None:
    with PAIRS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    same = [row["same"] == "1" for row in rows]
    families = sorted({row["family"] for row in rows})
    print(f"{'':<40} {'F1':>6} {'macro':>6} {'lowest F1 of a family':>22} {'µs a pair':>10}")
    print(f"{'always the same':<40} {f1([True] * len(same), same):>6.3f} {macro([True] * len(same), same):>6.3f}")
    for name, score in scores():
        begun = perf_counter()
        found = [score(row["left"], row["right"], row["kind"]) for row in rows]
        taken = 1e6 * (perf_counter() - begun) / len(rows)
        best = max(sorted(set(found)), key=lambda limit: macro([value >= limit for value in found], same))
        said = [value >= best for value in found]
        by = {}
        for family in families:
            chosen = [i for i, row in enumerate(rows) if row["family"] == family]
            by[family] = f1([said[i] for i in chosen], [same[i] for i in chosen])
        low = min(by, key=lambda family: by[family])
        figures = f"{f1(said, same):>6.3f} {macro(said, same):>6.3f} {low:>16} {by[low]:.3f} {taken:>10.1f}"
        print(f"{name:<40} {figures}")


if __name__ == "__main__":
    main()
