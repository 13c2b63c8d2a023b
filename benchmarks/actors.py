"""How well names are told together and apart: `python -m benchmarks.actors [--show] [--held-back]`.

Three measures: the name pairs of `benchmarks/names`, of names alone, without the gazetteer; the aliases of militant
groups in `../shared/corpora/militants`, as pairs of names that are or are not of one group; and the seed text, whose
actors, annotated by hand, should each be one, and none hold two.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from allegiance.actors import Name, Resolution, Said, resolve, shipped
from allegiance.actors.names.compare import SAME, compare
from allegiance.actors.names.introduced import introduced
from allegiance.model import Kind

FOLDER = Path(__file__).with_name("names")
SHARED = Path(__file__).resolve().parents[2] / "shared"
FAMILIES = ("person", "group", "state", "abbreviation", "transliteration")
Answer = tuple[str, str, bool, bool]
"""A pair of names, whether it is said to be of one, and whether it is."""


def f1(answers: Iterable[Answer]) -> float:
    """The harmonic mean of precision and recall of saying that two are one."""
    counted = Counter((said, same) for _, _, said, same in answers)
    right = counted[True, True]
    return 2 * right / (2 * right + counted[True, False] + counted[False, True]) if right else 0.0


def answered(path: Path) -> dict[str, list[Answer]]:
    """The answers to the pairs of a file, by family."""
    found: dict[str, list[Answer]] = {family: [] for family in FAMILIES}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            said = compare(row["left"], row["right"], Kind(row["kind"])).score >= SAME
            found[row["family"]].append((row["left"], row["right"], said, row["same"] == "1"))
    return found


def pairs(path: Path) -> dict[str, float]:
    """F1 of all pairs, and of the family where it is lowest."""
    found = answered(path)
    return {
        "f1": f1(answer for answers in found.values() for answer in answers),
        "lowest": min(f1(answers) for answers in found.values()),
    }


def groups(path: Path) -> list[Answer]:
    """Every pair of names that the descriptions use: whether resolution makes them one, and whether they are."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    of: dict[str, str] = {}
    since: dict[str, int] = {}
    said: list[Said] = []
    for number, record in enumerate(records):
        for side in ("group1", "group2"):
            for alias in record[f"{side}_aliases_found"]:
                of.setdefault(alias, record[f"{side}_name"])
                since.setdefault(alias, number)
        said += [Said(name, short, number) for name, short in introduced(record["description_clean"])]
    names = [Name(text, text, Kind.ARMED_GROUP, since[text]) for text in of]
    found = resolve(names, said=said, gazetteer=shipped())
    return [(a, b, found.of[a] == found.of[b], of[a] == of[b]) for a, b in combinations(of, 2)]


def seed(text: Path) -> tuple[Resolution, dict[str, set[str]]]:
    """The actors of the seed text, and the annotated ones by the resolved ids under which they were found."""
    from allegiance import extract_claims, read_documents

    gold = json.loads(text.with_suffix(".actors.json").read_text(encoding="utf-8"))
    known = {alias.casefold(): actor for actor, aliases in gold.items() for alias in (actor, *aliases)}
    names: dict[str, Name] = {}
    for _, claims in extract_claims(read_documents([str(text)])):
        for claim in claims:
            for party in (claim.source, claim.target):
                names.setdefault(party.id, Name(party.id, party.actor, party.kind))
    found = resolve(names.values(), gazetteer=shipped())
    of: dict[str, set[str]] = {}
    for name in names.values():
        actor = known.get(name.text.casefold())
        if actor is not None:
            of.setdefault(actor, set()).add(found.of[name.id])
    return found, of


def whole(of: dict[str, set[str]]) -> dict[str, float]:
    """The share of annotated actors that are one, and of those that share their actor with no other."""
    holders = Counter(id_ for ids in of.values() for id_ in ids)
    one = sum(len(ids) == 1 for ids in of.values())
    alone = sum(all(holders[id_] == 1 for id_ in ids) for ids in of.values())
    return {"one": one / max(1, len(of)), "alone": alone / max(1, len(of))}


def _wrong(answers: Iterable[Answer]) -> Iterator[str]:
    for left, right, said, same in answers:
        if said != same:
            yield f"  {'joined' if said else 'missed'}  {left} | {right}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="list the pairs that are answered wrongly")
    parser.add_argument("--held-back", action="store_true", help="the pairs held back from tuning, as numbers only")
    options = parser.parse_args()
    path = FOLDER / ("held-back.csv" if options.held_back else "development.csv")
    found = answered(path)
    for family, answers in found.items():
        print(f"{path.stem} {family:<16} {f1(answers):.3f} of {len(answers)}")
    print(f"{path.stem} {'all':<16} {pairs(path)['f1']:.3f}")
    if options.show and not options.held_back:
        print("\n".join(_wrong(answer for answers in found.values() for answer in answers)))
    militants = SHARED / "corpora" / "militants" / "iraq-syria.jsonl"
    if militants.exists():
        answers = groups(militants)
        print(f"militants {f1(answers):.3f} of {len(answers)} pairs, {sum(same for *_, same in answers)} the same")
        if options.show:
            print("\n".join(_wrong(answers)))
    text = SHARED / "seed" / "iran-sadr-2020.txt"
    if text.exists():
        _, of = seed(text)
        print(f"seed {whole(of)} of {len(of)} actors found")
        if options.show:
            print("\n".join(f"  {actor}: {sorted(ids)}" for actor, ids in of.items() if len(ids) > 1))


if __name__ == "__main__":
    main()
