"""How many pairs a second the coder codes on one core: `python -m benchmarks.coder [PAIRS.tsv]`.

Codes the marked sentences of ``../shared/corpora/relations/plover-pairs-train.tsv`` from words to codes, and beside it
runs the bare forward passes of the same batches, turn and turn about in one run. Reading the sentences and asking the
lexicon, which `allegiance code` does too, is measured apart.
"""

from __future__ import annotations

import csv
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from allegiance.coder import Coder, Pair, Sentence
from allegiance.extract.coding import code
from allegiance.extract.marked import Marked
from allegiance.language import Reader
from allegiance.language.network import Network

TIMES = 5
DATA = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "relations" / "plover-pairs-train.tsv"


def read(path: Path) -> list[Marked]:
    """The marked texts of a file in the form of Hu et al. (2024)."""
    csv.field_size_limit(10**9)
    found = []
    with path.open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream, delimiter="\t")):
            text, begun = "", 0
            spans: dict[str, tuple[int, int]] = {}
            for piece in re.split(r"(</?[st]>)", row["marked_sentence"]):
                if re.fullmatch(r"<[st]>", piece):
                    begun = len(text)
                elif re.fullmatch(r"</[st]>", piece):
                    spans.setdefault(piece[2], (begun, len(text)))
                else:
                    text += piece
            if spans.keys() == {"s", "t"}:
                found.append(Marked(str(number), text, spans["s"], spans["t"]))
    return found


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def run(coder: Coder, feeds: list[dict[str, Any]]) -> None:
    for given in feeds:
        coder.forward(given)


def main(path: Path) -> None:
    marked = read(path)
    coder = Coder.shipped(threads=1)
    sentences = [Sentence.of_text(one.text, [Pair(one.source, one.target)]) for one in marked]
    feeds = [given for _, given in coder.batches(sentences)]
    coder.code(sentences)
    coded, bare = [], []
    for _ in range(TIMES):
        coded.append(seconds(lambda: coder.code(sentences)))
        bare.append(seconds(lambda: run(coder, feeds)))
    language = Reader(Network.shipped(threads=1))
    whole = seconds(lambda: list(code(marked, language=language, network=coder)))
    best, least = min(coded), min(bare)
    print(f"pairs                            {len(marked)}")
    print(f"coded a second, one core         {len(marked) / best:.0f}")
    print(f"the bare forward passes          {len(marked) / least:.0f}  ({best / least:.2f} times their time)")
    print(f"with reading and the lexicon     {len(marked) / whole:.0f}")


if __name__ == "__main__":
    given = Path(sys.argv[1]) if sys.argv[1:] else DATA
    if not given.exists():
        sys.exit(f"{given} is not there")
    main(given)
