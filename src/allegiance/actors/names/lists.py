"""The word lists of names: titles, given names, particles and the words of groups, read from ``data/``."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from allegiance.actors.names.clean import clean, latin, scripts


@dataclass(frozen=True, slots=True)
class Little:
    """Little words of names, in small letters; ``titles`` are tuples of words."""

    articles: frozenset[str]
    joining: frozenset[str]
    places: frozenset[str]
    kunya: frozenset[str]
    mother: frozenset[str]
    son: frozenset[str]
    servant: frozenset[str]
    suffixes: frozenset[str]
    doubles: frozenset[str]
    titles: frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of names of groups in one language, what it means, and whether it says what a group is."""

    lemma: str
    language: str
    concepts: frozenset[str]
    form: bool


@cache
def little() -> Little:
    """Titles, articles, particles."""
    data = tomllib.loads(_text("words.toml"))
    titles = frozenset(tuple(clean(row["title"]).casefold().replace("-", " ").split()) for row in _rows("titles.csv"))
    words = {name: frozenset(data[name]) for name in Little.__slots__ if name != "titles"}
    return Little(titles=titles, **words)


@cache
def given() -> dict[str, frozenset[str]]:
    """Every spelling of a given name, in small letters, to the names that it can be: "Hamed" is Hamid or Hamad."""
    found: dict[str, set[str]] = {}
    for row in _rows("given.csv"):
        for form in [row["name"], *row["forms"].split()]:
            for spelling in _spellings(form):
                found.setdefault(spelling, set()).add(row["name"])
    return {spelling: frozenset(names) for spelling, names in found.items()}


@cache
def terms() -> dict[str, Term]:
    """Every spelling of a word of groups, in small letters, to the word."""
    found: dict[str, Term] = {}
    for row in _rows("group-words.csv"):
        term = Term(row["lemma"], row["language"], frozenset(row["concepts"].split()), row["role"] == "form")
        for form in [row["lemma"], *row["forms"].split()]:
            for spelling in _spellings(form):
                found.setdefault(spelling, term)
    return found


@cache
def near() -> frozenset[frozenset[str]]:
    """Pairs of concepts that translators take for each other."""
    return frozenset(frozenset(pair) for pair in tomllib.loads(_text("words.toml"))["near"])


@cache
def regions() -> dict[str, str]:
    """Words for regions that groups are named after and that are no states."""
    return dict(tomllib.loads(_text("words.toml"))["regions"])


@cache
def given_states() -> frozenset[str]:
    """Names of states that people bear too, in small letters."""
    return frozenset(tomllib.loads(_text("words.toml"))["given_states"])


@cache
def optional() -> frozenset[str]:
    """Concepts that a name of a group can leave out."""
    return frozenset(tomllib.loads(_text("words.toml"))["optional"])


@cache
def offices() -> tuple[tuple[str, ...], ...]:
    """The words of offices of which a state has one holder at a time, the longest first."""
    found = [tuple(row["office"].split()) for row in _rows("offices.csv")]
    return tuple(sorted(found, key=lambda words: -len(words)))


@cache
def surnames() -> frozenset[str]:
    """Chinese surnames in pinyin and in the romanisation of Wade and Giles."""
    return frozenset(row["surname"] for row in _rows("chinese-surnames.csv"))


def _spellings(form: str) -> set[str]:
    """A form in small letters and, of scripts that write their vowels, in plain ones."""
    name = clean(form)
    bare = {latin(name)} if scripts(name) <= {"LATIN", "CYRILLIC"} else set()
    return {name.casefold(), *bare}


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(_text(name).splitlines()))


def _text(name: str) -> str:
    return (files("allegiance.actors.names") / "data" / name).read_text(encoding="utf-8")
