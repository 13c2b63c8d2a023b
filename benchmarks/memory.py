"""Whether memory stays flat: `python -m benchmarks.memory [--documents 10000]`.

Runs `allegiance extract` on a stream of short documents, made from the sentences of `examples/` with numbers put in
so that no two are the same, and prints the memory of the process (resident set, MiB) as the documents go by.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"


def documents(count: int) -> Iterator[str]:
    """JSON lines of three sentences each."""
    from allegiance import read_documents

    sentences = [s for document in read_documents([str(EXAMPLES)]) for s in document.text.split(". ") if len(s) > 40]
    taken = cycle(sentences)
    for number in range(count):
        text = ". ".join(f"{sentence.strip()} in district {number}" for sentence in islice(taken, 3)) + "."
        yield json.dumps({"id": str(number), "text": text})


def resident(pid: int) -> float:
    """The resident set of a process in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    count = parser.parse_args().documents
    command = [sys.executable, "-m", "allegiance", "extract", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        feeder = threading.Thread(target=_feed, args=(process, count))
        feeder.start()
        marks, seen, claims = _marks(count), -1, 0
        for line in process.stdout or ():
            claims += 1
            seen = int(json.loads(line)["document"])
            while marks and seen >= marks[0]:
                print(f"{marks.pop(0):>8} documents  {resident(process.pid):8.1f} MiB", flush=True)
        feeder.join()
    print(f"{count:>8} documents  {claims} claims, the last from document {seen}")


def _marks(count: int) -> list[int]:
    return [mark for mark in (10, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000) if mark < count] + [count - 50]


def _feed(process: subprocess.Popen[str], count: int) -> None:
    if process.stdin is not None:
        for line in documents(count):
            process.stdin.write(line + "\n")
        process.stdin.close()


if __name__ == "__main__":
    main()
