"""Where results and messages go."""

from __future__ import annotations

import sys
from typing import BinaryIO


def complain(message: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(f"allegiance: {' '.join(message.split())}\n")


def counted(number: int, noun: str) -> str:
    """The number with its noun: `1 claim`, `2,000 claims`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def results() -> BinaryIO:
    """Standard output as bytes: JSON is UTF-8 whatever the terminal's encoding is."""
    return sys.stdout.buffer
