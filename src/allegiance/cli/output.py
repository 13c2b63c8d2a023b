"""Where results and messages go."""

from __future__ import annotations

import sys
from typing import BinaryIO


def complain(message: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(f"allegiance: {' '.join(message.split())}\n")


def results() -> BinaryIO:
    """Standard output as bytes: JSON is UTF-8 whatever the terminal's encoding is."""
    return sys.stdout.buffer
