"""How resolution grows: `python -m benchmarks.actors_speed [--most 1000000]`.

Makes mentions of names, a tenth as many names as mentions, from the parts that names are made of: given names in all
their spellings, surnames made of syllables, words of groups with such a name after them. A few names have most of the
mentions, as in news (Zipf). Prints, for each number of mentions, the seconds of the processor, the peak of memory of
a process of its own, and the seconds per n log n, which must not grow.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator

from allegiance.actors import Name, resolve, shipped
from allegiance.actors.names.lists import given, terms
from allegiance.model import Kind

SYLLABLES = (
    "ba da fa ga ha ja ka la ma na qa ra sa ta wa za bi di fi ri mi ni si ti zi bu du mu nu ru su tu khal shar".split()
)
PLACES = "Iraq,Syria,Libya,Yemen,Kurdistan,Lebanon,Basra,Aleppo,Sinai,Darfur".split(",")


def names(count: int, seed: int = 7) -> Iterator[tuple[str, Kind]]:
    """``count`` different names: four in five of persons, some of them spelt in two ways, the others of groups."""
    draw = random.Random(seed)
    first = sorted(form.title() for form in given() if form.isascii() and len(form) > 2)
    words = sorted(form.title() for form, term in terms().items() if form.isascii() and len(form) > 3)
    endings = ["", "i", "n", "d", "dh", "ai", "ee", "awi"]
    surnames = [
        "".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))) + draw.choice(endings)
        for _ in range(max(200, count // 50))
    ]
    seen: set[str] = set()
    while len(seen) < count:
        if draw.random() < 0.8:
            middle = [draw.choice(first)] if draw.random() < 0.3 else []
            article = draw.choice(["al-", "Al ", ""])
            name, kind = " ".join([draw.choice(first), *middle, article + draw.choice(surnames).title()]), Kind.PERSON
        else:
            place = [f"in {draw.choice(PLACES)}"] if draw.random() < 0.3 else []
            name, kind = " ".join([draw.choice(words), draw.choice(surnames).title(), *place]), Kind.ARMED_GROUP
        if name not in seen:
            seen.add(name)
            yield name, kind


def mentions(count: int) -> Iterator[tuple[str, Kind]]:
    """A stream of mentions in which the name of rank r comes with a weight of 1/r."""
    draw = random.Random(11)
    known = list(names(count // 10))
    yield from known
    weights = [1 / rank for rank in range(1, len(known) + 1)]
    yield from draw.choices(known, weights=weights, k=count - len(known))


def measure(count: int) -> None:
    """Resolve a number of mentions in this process and print what it took."""
    stream = list(mentions(count))
    begun = time.process_time()
    counted = Counter(stream)
    found = resolve(
        [
            Name(f"{kind}/{text}", text, kind, place, claims)
            for place, ((text, kind), claims) in enumerate(counted.items())
        ],
        gazetteer=shipped(),
    )
    taken = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    share = 1e6 * taken / (count * math.log(count))
    print(
        f"{count:>9} {len(counted):>8} {len(found.actors):>8} {taken:>9.1f} {memory:>8.0f} {share:>12.3f}", flush=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("--only", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        measure(options.only)
        return
    print(f"{'mentions':>9} {'names':>8} {'actors':>8} {'seconds':>9} {'MiB':>8} {'µs/n log n':>12}", flush=True)
    size = 10_000
    while size <= options.most:
        subprocess.run([sys.executable, "-m", "benchmarks.actors_speed", "--only", str(size)], check=True)
        size = (
            round(size * math.sqrt(10) / 1000) * 1000
            if size % 10**4 == 0 and str(size)[0] == "1"
            else 10 ** len(str(size))
        )


if __name__ == "__main__":
    main()
