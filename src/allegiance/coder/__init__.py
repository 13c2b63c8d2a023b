"""What one actor does to another in a sentence, from a small transformer that reads the sentence with both marked."""

from allegiance.coder.answers import NONE, Code
from allegiance.coder.network import Both, Coder, coder
from allegiance.coder.pairs import Pair, Sentence

__all__ = ["NONE", "Both", "Code", "Coder", "Pair", "Sentence", "coder"]
