from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.lexicon import Outcome, outcomes

HEADERS = {
    "verbs-cooperation": "cue,pos,source,target,relation,example",
    "verbs-conflict": "cue,pos,source,target,relation,example",
    "nouns": "cue,pos,source,target,relation,example",
    "adjectives": "cue,pos,source,target,relation,example",
    "roles": "cue,pos,source,target,relation,example",
    "light": "verb,example",
    "voice": "cue,pos,class,example",
}


def voices(folder: Path, *rows: str) -> list[Outcome]:
    for name, header in HEADERS.items():
        lines = [header, *(rows if name == "voice" else [])]
        (folder / f"{name}.csv").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return outcomes(folder)


@pytest.mark.parametrize(
    "row",
    [
        "deny,verb,deny,The king denied the charge.",
        "according to,prep,report,According to the ministry Iran attacked Iraq.",
        "if,conj,possible,The party will quit if Iran attacks Iraq.",
    ],
)
def test_a_cue_of_a_voice_fires_where_it_is_read(row: str, tmp_path: Path) -> None:
    (outcome,) = voices(tmp_path, row)
    assert (outcome.fired, outcome.own) == (True, True)


@pytest.mark.parametrize(
    "row",
    [
        "deny,verb,deny,The king refused.",
        "according to,prep,report,According to the weather it rained.",
        "on,prep,report,Iran attacked Iraq on Monday.",
        "unless,conj,possible,The party will quit if Iran attacks Iraq.",
    ],
    ids=["not there", "no claim", "only stated claims", "another cue"],
)
def test_a_cue_of_a_voice_does_not_fire_because_it_is_there(row: str, tmp_path: Path) -> None:
    (outcome,) = voices(tmp_path, row)
    assert not outcome.fired
