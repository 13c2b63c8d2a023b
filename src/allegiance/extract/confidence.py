"""How likely a claim is right, from how it was found: a logistic regression over a handful of features.

The weights are data, ``lexicon/confidence.toml``, fitted by ``training/confidence.py`` on the project's own
development annotations; ``benchmarks/annotations.py --reliability`` shows how they hold on the rest.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from allegiance.extract.arguments import Actor
from allegiance.extract.candidate import Candidate
from allegiance.model import Kind, Status

LEAST, MOST = 0.02, 0.98


@cache
def weights() -> dict[str, float]:
    """The fitted weights by feature; ``bias`` is always on."""
    text = (files("allegiance.extract.lexicon") / "confidence.toml").read_text(encoding="utf-8")
    return {name: float(value) for name, value in tomllib.loads(text)["weights"].items()}


def estimate(candidate: Candidate, status: Status) -> float:
    """A probability, rounded to two places."""
    known = weights()
    score = sum(known.get(name, 0.0) * value for name, value in features(candidate, status).items())
    return round(min(MOST, max(LEAST, 1 / (1 + math.exp(-score)))), 2)


def features(candidate: Candidate, status: Status) -> Mapping[str, float]:
    """What is known of how a claim was found; each value between 0 and about 3."""
    cue, frame = candidate.cue, candidate.frame
    found = {"bias": 1.0, f"cue.{frame.pos}": 1.0, f"status.{status.value}": 1.0, "long cue": float(len(frame.cue) > 1)}
    for side, actor in (("source", candidate.source), ("target", candidate.target)):
        found |= {f"{side}.{name}": value for name, value in _of(actor).items()}
        found[f"{side}.away"] = math.log1p(abs(actor.found.head - cue.i)) / 2
    found["sentence"] = math.log1p(cue.sent.end - cue.sent.start) / 2
    return found


def _of(actor: Actor) -> dict[str, float]:
    mention = actor.found
    return {
        "far": float(min(actor.far, 2)),
        "described": float(not mention.named),
        "pronoun": float(mention.text.islower() and mention.named),
        "plural": float(mention.plural),
        "person": float(mention.kind is Kind.PERSON),
        "place": float(mention.place),
    }
