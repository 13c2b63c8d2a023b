"""Score a model folder on the test files: what ships, as it runs, on gold tokens.

    python training/evaluate.py --corpora ../shared/corpora [--model FOLDER] [--sentences 200]

Tags and trees count punctuation; a tree is what the reader decodes. Names count PERSON, ORG and PLACE (a facility
counts as a place) as whole spans over UNER-test and GUM-test, where those corpora annotate them.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import corpora
from corpora import Sentence

from allegiance.language import names
from allegiance.language.network import Network, Reading

COUNTED = {"PERSON": "PERSON", "ORG": "ORG", "PLACE": "PLACE", "FACILITY": "PLACE"}


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares in percent; ``names`` holds F1 a type and over all under ``ALL``."""

    tags: float
    lemmas: float
    unlabelled: float
    labelled: float
    names: dict[str, float]


def read(network: Network, sentences: Sequence[Sentence]) -> list[Reading]:
    return network.read([sentence.words for sentence in sentences])


def score(network: Network, sentences: Sequence[Sentence]) -> Scores:
    readings = read(network, sentences)
    pairs = [(s.tree, r, len(s.words)) for s, r in zip(sentences, readings, strict=True) if s.tree]
    words = sum(count for _, _, count in pairs)

    def share(found: int) -> float:
        return 100 * found / max(1, words)

    return Scores(
        tags=share(sum(a == b for tree, r, _ in pairs for a, b in zip(tree.xpos, r.xpos, strict=True))),
        lemmas=share(sum(a == b for tree, r, _ in pairs for a, b in zip(tree.lemmas, r.lemmas, strict=True))),
        unlabelled=share(sum(int((r.heads == tree.heads).sum()) for tree, r, _ in pairs)),
        labelled=share(
            sum(
                head == given and label == said
                for tree, r, _ in pairs
                for head, given, label, said in zip(tree.heads, r.heads, tree.labels, r.labels, strict=True)
            )
        ),
        names=names_f1(network, sentences, readings),
    )


def names_f1(network: Network, sentences: Sequence[Sentence], readings: Sequence[Reading]) -> dict[str, float]:
    table = names.transitions(network.name_tags)
    right, given, said = (dict.fromkeys([*COUNTED.values(), "ALL"], 0) for _ in range(3))
    for sentence, reading in zip(sentences, readings, strict=True):
        if sentence.names is None:
            continue
        gold = set(gold_spans(sentence))
        found = {
            (a, b, COUNTED[kind])
            for a, b, kind in names.spans(reading.names, network.name_tags, table)
            if kind in COUNTED
        }
        for counts, spans in ((right, gold & found), (given, gold), (said, found)):
            for _, _, kind in spans:
                counts[kind] += 1
                counts["ALL"] += 1
    return {kind: 200 * right[kind] / max(1, given[kind] + said[kind]) for kind in right}


def gold_spans(sentence: Sentence) -> list[tuple[int, int, str]]:
    """The counted names of a sentence; where a corpus leaves two types open the first that counts is taken."""
    tags = []
    for allowed in sentence.names or ():
        kinds = [tag for tag in sorted(allowed - {"O"}) if tag[2:] in COUNTED]
        counted = kinds and all(tag[2:] in COUNTED for tag in allowed)
        tags.append(f"{kinds[0][0]}-{COUNTED[kinds[0][2:]]}" if counted else "O")
    spans, begun = [], None
    for place, tag in enumerate([*tags, "O"]):
        if begun is not None and tag[0] != "I":
            spans.append((begun, place, tags[begun][2:]))
            begun = None
        if tag[0] == "B":
            begun = place
    return spans


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--sentences", type=int)
    arguments = parser.parse_args()
    network = Network(arguments.model) if arguments.model else Network.shipped()
    tests = {key: found[: arguments.sentences] for key, found in corpora.tests(arguments.corpora).items()}
    for key, sentences in tests.items():
        made = score(network, sentences)
        shown = " ".join(f"{kind} {value:.1f}" for kind, value in made.names.items())
        attached = f"UAS {made.unlabelled:.2f} LAS {made.labelled:.2f}"
        print(f"{key}: tags {made.tags:.2f} lemmas {made.lemmas:.2f} {attached} {shown}")
    both = [*tests["ewt"], *tests["gum"]]
    print(
        "names:",
        " ".join(f"{kind} {value:.2f}" for kind, value in names_f1(network, both, read(network, both)).items()),
    )


if __name__ == "__main__":
    main()
