"""What Docs cost beside the bare forward passes of the same batches, on one thread.

    python benchmarks/speed.py [TEXT ...] [--rounds 7] [--model FOLDER]

Reads the texts (by default ``examples/``, and ``../shared/seed`` where it is there) as Docs, and puts the batches that
this made through the network alone, in turns and in one process, so that what else the machine does troubles both.
The design asks for a ratio of at most 1.5.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from allegiance.documents import read
from allegiance.language import Network, Reader
from allegiance.language.network import Reading

ROOT = Path(__file__).parents[1]
USUAL = (ROOT / "examples", ROOT.parent / "shared" / "seed")
ENOUGH = 6_000
"""Words to read in a round at the least; a shorter text is read several times."""


class Recording(Network):
    """A network that keeps what it is asked to read."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        super().__init__(folder, threads)
        self.asked: list[Sequence[Sequence[str]]] = []

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Reading]:
        self.asked.append(sentences)
        return super().read(sentences)

    def feeds(self) -> list[dict[str, Any]]:
        return [feed for sentences in self.asked for _, feed in self.batches(sentences)]


def seconds(what: Callable[[], object]) -> float:
    begun = perf_counter()
    what()
    return perf_counter() - begun


def texts(paths: Sequence[Path]) -> list[str]:
    """The texts of documents, as the command line reads them."""
    found = [path for place in paths for path in (sorted(place.glob("*")) if place.is_dir() else [place])]
    kept = [str(path) for path in found if path.suffix in {".txt", ".html"}]
    return [document.text for document in read(kept)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--model", type=Path, help="a folder with a model; the shipped one by default")
    arguments = parser.parse_args()
    network = Recording(arguments.model, threads=1) if arguments.model else Recording.shipped(threads=1)
    reader = Reader(network)
    read = texts(arguments.texts or [path for path in USUAL if path.exists()])
    words = sum(not token.is_space for text in read for token in reader.split(text))
    if not words:
        raise SystemExit("there are no words in these texts")
    times = -(-ENOUGH // words)
    read, words = read * times, words * times

    network.asked.clear()
    for _ in reader.pipe(read):
        pass
    feeds = network.feeds()
    docs, bare = [], []
    for number in range(arguments.rounds):
        docs.append(seconds(lambda: list(reader.pipe(read))))
        bare.append(seconds(lambda: [network.forward(feed) for feed in feeds]))
        network.asked.clear()
        print(f"round {number + 1}: Docs {docs[-1]:.2f} s, forward passes {bare[-1]:.2f} s: {docs[-1] / bare[-1]:.2f}")
    ratio = median(a / b for a, b in zip(docs, bare, strict=True))
    print(f"{words} words in {len(feeds)} batches, one thread, medians of {arguments.rounds} rounds")
    print(f"Docs            {words / median(docs):8,.0f} words a second, {1e6 * median(docs) / words:.1f} µs a word")
    print(f"forward passes  {words / median(bare):8,.0f} words a second, {1e6 * median(bare) / words:.1f} µs a word")
    print(f"ratio           {ratio:8.2f}")


if __name__ == "__main__":
    main()
