"""Bring the name annotation of different corpora to one set of types.

Each word gets the set of tags its corpus allows it: a corpus that does not annotate dates says nothing about
them, so a word outside its names may be ``O`` or part of a date. Training sums the probability of the set.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import spacy

from allegiance.language.tokens import tokenizer

TYPES = ("PERSON", "ORG", "PLACE", "NORP", "FACILITY", "EVENT", "DATE")
TAGS = ("O", *(f"{part}-{kind}" for kind in TYPES for part in "BI"))
Tagged = tuple[tuple[str, ...], tuple[frozenset[str], ...]]

ANY = frozenset(TAGS)
TITLES = {
    "president", "mr.", "mrs.", "ms.", "dr.", "prof.", "professor", "sir", "lord", "king", "queen", "prince",
    "princess", "general", "gen.", "colonel", "col.", "captain", "senator", "sen.", "minister", "prime", "judge",
    "justice", "pope", "saint", "st.", "governor", "mayor", "secretary", "chancellor", "ambassador", "doctor",
    "rev.", "reverend", "father", "sister", "brother", "uncle", "aunt", "mr", "mrs", "ms", "dr", "lt.", "sgt.",
    "chairman", "chief", "director", "representative", "rep.", "sheriff", "emperor", "duke", "count", "bishop",
}  # fmt: skip
FACILITIES = {
    "airport", "bridge", "mosque", "church", "cathedral", "temple", "museum", "hospital", "palace", "castle", "station",
    "stadium", "tower", "library", "prison", "hotel", "base", "theatre", "theater", "hall", "building", "chapel",
}  # fmt: skip


def _or(types: tuple[str, ...], part: str) -> frozenset[str]:
    return frozenset(f"{part}-{kind}" for kind in types)


def outside(*unannotated: str) -> frozenset[str]:
    """What a word outside every annotated name may be, where the corpus leaves ``unannotated`` types out."""
    return frozenset({"O"}) | _or(unannotated, "B") | _or(unannotated, "I")


def _iob(path: Path, word: int, tag: int, separator: str) -> Iterator[tuple[list[str], list[str]]]:
    words: list[str] = []
    tags: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        columns = line.split(separator)
        if len(columns) > tag:
            words.append(columns[word])
            tags.append(columns[tag])
        elif words:
            yield words, tags
            words, tags = [], []
    if words:
        yield words, tags


def from_uner(path: Path) -> Iterator[Tagged]:
    """Universal NER: PER, ORG and LOC, where LOC covers facilities; nothing else is annotated."""
    types = {"PER": ("PERSON",), "ORG": ("ORG",), "LOC": ("PLACE", "FACILITY")}
    free = outside("NORP", "FACILITY", "EVENT", "DATE")
    for words, tags in _iob(path, 1, 2, "\t"):
        allowed = [
            free if tag == "O" or tag[2:] not in types else _or(types[tag[2:]], tag[0]) for tag in tags
        ]
        yield tuple(words), tuple(allowed)


def from_crossner(path: Path) -> Iterator[Tagged]:
    """CrossNER politics: everything but dates is annotated; ``misc`` may be any of our types or none."""
    types = {
        "politician": ("PERSON",), "person": ("PERSON",), "organisation": ("ORG",), "politicalparty": ("ORG",),
        "country": ("PLACE",), "location": ("PLACE", "FACILITY"), "election": ("EVENT",), "event": ("EVENT",),
    }  # fmt: skip
    free = outside("DATE")
    for words, tags in _iob(path, 0, 1, "\t"):
        allowed = []
        for tag in tags:
            if tag == "O":
                allowed.append(free)
            else:
                allowed.append(_or(types[tag[2:]], tag[0]) if tag[2:] in types else ANY)
        yield tuple(words), tuple(allowed)


_ENTITY = re.compile(r"\((\d+)-([a-z]+)-[^()]*|(\d+)\)")
_OPEN_ONLY = re.compile(r"\((\d+)-([a-z]+)")
_GLUE = {
    "of",
    "the",
    "and",
    "for",
    "&",
    "-",
    "'s",
    "’s",
    "de",
    "la",
    "del",
    "der",
    "van",
    "von",
    "in",
    "on",
    "to",
    "al",
}


def _gum_spans(rows: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    """``(first word, last word, type)`` of every entity of a GUM sentence, innermost first at equal ends."""
    still_open: dict[str, list[tuple[int, str]]] = {}
    for place, row in enumerate(rows):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for number, kind, closed in _ENTITY.findall(found[1]) if found else ():
            if number:
                still_open.setdefault(number, []).append((place, kind))
                opening = re.search(rf"\({number}-{kind}-[^()]*\)", found[1])
                if opening:
                    still_open[number].pop()
                    yield place, place, kind
            elif still_open.get(closed):
                start, kind = still_open[closed].pop()
                yield start, place, kind


def _name_inside(rows: list[list[str]], first: int, last: int, kind: str) -> tuple[int, int] | None:
    """The proper name that heads a GUM entity span, without titles, articles and modifiers; ``None`` if it has none."""
    inside = range(first, last + 1)
    head = next((i for i in inside if not first <= int(rows[i][6]) - 1 <= last), first)
    proper = {i for i in inside if rows[i][4] in ("NNP", "NNPS") or rows[i][3] == "PROPN"}
    if head not in proper:
        return None
    start = end = head
    glue = (
        _GLUE
        if kind != "person"
        else {"-", "al", "bin", "de", "la", "del", "der", "van", "von", "of"} - {"of"}
    )
    while start > first:
        step = next((n for n in (1, 2, 3) if start - n in proper and all(
            rows[start - m][1].lower() in glue for m in range(1, n))), 0)  # fmt: skip
        if not step or start - step < first:
            break
        start -= step
    while end < last:
        step = next((n for n in (1, 2, 3) if end + n in proper and all(
            rows[end + m][1].lower() in glue for m in range(1, n))), 0)  # fmt: skip
        if not step or end + step > last:
            break
        end += step
    if kind == "person":
        while start < end and rows[start][1].lower() in TITLES:
            start += 1
    return (start, end) if rows[end][1].lower() not in TITLES or kind != "person" else None


def from_gum(rows: list[list[str]]) -> tuple[frozenset[str], ...]:
    """GUM's last column: entities whose head is a proper noun, and its dates; adjectives of nation are not there."""
    types = {"person": ("PERSON", "NORP"), "organization": ("ORG",), "place": ("PLACE",), "event": ("EVENT",)}
    tags = [outside("NORP", "DATE")] * len(rows)
    taken: set[int] = set()
    for first, last, kind in sorted(_gum_spans(rows), key=lambda span: span[0] - span[1]):
        name = _name_inside(rows, first, last, kind) if kind in types else None
        if name is None or taken & set(range(name[0], name[1] + 1)):
            continue
        allowed = types[kind]
        if kind == "person" and rows[name[0]][4] != "NNPS" and name[1] > name[0]:
            allowed = ("PERSON",)
        if kind == "place" and rows[name[1]][1].lower() in FACILITIES:
            allowed = ("FACILITY",)
        for place in range(name[0], name[1] + 1):
            tags[place] = _or(allowed, "B" if place == name[0] else "I")
            taken.add(place)
    _gum_dates(rows, tags, taken)
    return tuple(tags)


def _gum_dates(rows: list[list[str]], tags: list[frozenset[str]], taken: set[int]) -> None:
    begun: int | None = None
    for place, row in enumerate(rows):
        if "XML=" not in row[9]:
            continue
        if "<date" in row[9]:
            begun = place
        if "</date>" in row[9] and begun is not None:
            if not taken & set(range(begun, place + 1)):
                for inside in range(begun, place + 1):
                    tags[inside] = _or(("DATE",), "B" if inside == begun else "I")
            begun = None


_NLP = spacy.blank("en")
_NLP.tokenizer = tokenizer(_NLP.vocab)


def from_marked(folder: Path) -> Iterator[Tagged]:
    """This project's own sentences, ``[TYPE name]`` inline; every type is annotated."""
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield _marked(line.strip())


def _marked(line: str) -> Tagged:
    text, spans = "", []
    for piece in re.split(r"(\[(?:" + "|".join(TYPES) + r") [^\[\]]+\])", line):
        if piece.startswith("[") and piece.endswith("]"):
            kind, _, name = piece[1:-1].partition(" ")
            spans.append((len(text), len(text) + len(name), kind))
            text += name
        else:
            text += piece
    return _spread(text, [(start, end, (kind,)) for start, end, kind in spans], outside())


def from_re3d(folder: Path) -> Iterator[Tagged]:
    """re3d: persons, organisations, locations and nationalities, names and descriptions alike.

    A span that ends in a capitalised word is a name; anything may stand inside the others.
    """
    types = {
        "Organisation": ("ORG",),
        "Person": ("PERSON",),
        "Location": ("PLACE", "FACILITY"),
        "Nationality": ("NORP",),
    }
    free = outside("DATE", "EVENT", "FACILITY", "NORP")
    for place in sorted(folder.iterdir()):
        documents = [json.loads(line) for line in _json_lines(place / "documents.json")]
        entities = [json.loads(line) for line in _json_lines(place / "entities.json")]
        for document in documents:
            text = document["text"]
            spans = []
            for entity in entities:
                if (
                    entity["documentId"] != document["_id"]
                    or entity["type"] not in types
                    or not entity["confidence"]
                ):
                    continue
                start, end = entity["begin"], entity["end"]
                if text[start:end].lower().startswith("the "):
                    start += 4
                last = text[start:end].split()[-1:] or [""]
                spans.append((start, end, types[entity["type"]] if last[0][:1].isupper() else TYPES))
            spans.sort(key=lambda span: span[0] - span[1])
            for start, end in _sentences(text):
                inside = [(a - start, b - start, kinds) for a, b, kinds in spans if start <= a and b <= end]
                if inside:
                    yield _spread(text[start:end], inside, free)


def _json_lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in re.finditer(r"(?<=[a-z)][.!?])\s+(?=[A-Z])|\n+", text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)


def _spread(text: str, spans: list[tuple[int, int, tuple[str, ...]]], free: frozenset[str]) -> Tagged:
    """Character spans to word tags; the first span that takes a word keeps it."""
    doc = [token for token in _NLP.make_doc(text) if not token.is_space]
    tags = [free] * len(doc)
    taken: set[int] = set()
    for start, end, kinds in spans:
        inside = [i for i, token in enumerate(doc) if token.idx < end and token.idx + len(token) > start]
        if not inside or taken & set(inside):
            continue
        taken |= set(inside)
        for i in inside:
            tags[i] = ANY if kinds is TYPES else _or(kinds, "B" if i == inside[0] else "I")
    return tuple(token.text for token in doc), tuple(tags)
