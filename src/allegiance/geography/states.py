"""States by every name a text gives them: names, demonyms, capitals and the seats of their governments.

Names, demonyms and capitals come from the package ``countryinfo``; what newsrooms write beyond it (short forms,
irregular demonyms) is in ``states.csv``; seats such as the White House are in the lexicon.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from countryinfo import all_countries


@dataclass(frozen=True, slots=True)
class States:
    """Lower-cased words to the name of a state. A capital stands for its state only where it acts."""

    names: dict[str, str]
    demonyms: dict[str, str]
    capitals: dict[str, str]


@cache
def states() -> States:
    """All states of the world; about 30 ms, once."""
    found = States({}, {}, {})
    for country in all_countries():
        info = country.info()
        name = info["name"]
        found.names.setdefault(name.lower(), name)
        for spelling in info.get("altSpellings", []):
            if len(spelling) > 3:
                found.names.setdefault(spelling.lower(), name)
        for word in str(info.get("demonym") or "").replace("/", ",").split(","):
            if len(word.strip()) > 3:
                found.demonyms.setdefault(word.strip().lower(), name)
        if info.get("capital"):
            found.capitals.setdefault(str(info["capital"]).lower(), name)
    text = (files("allegiance.geography") / "states.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        getattr(found, row["kind"])[row["word"].lower()] = row["state"]
    for words in (found.names, found.demonyms):
        words.update({word.replace("’", "'"): state for word, state in words.items()})
    return found
