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
TITLES = frozenset(
    "president mr. mrs. ms. mr mrs ms dr. dr prof. professor sir lord lady dame king queen prince princess "
    "general gen. colonel col. captain capt. lieutenant lt. sergeant sgt. major maj. admiral adm. commander "
    "senator sen. minister prime premier judge justice pope saint st. governor gov. mayor secretary chancellor "
    "ambassador doctor rev. reverend father mother sister brother uncle aunt chairman chairwoman chief director "
    "representative rep. sheriff emperor duke count countess baron bishop archbishop cardinal rabbi imam sheikh "
    "ayatollah sultan emir shah administrator attorney commissioner congressman congresswoman spokesman "
    "spokeswoman coach officer vice deputy honor author actor actress singer philosopher".split()
)
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
        plain = _without_article(words, tags)
        allowed = [free if tag == "O" or tag[2:] not in types else _or(types[tag[2:]], tag[0]) for tag in plain]
        yield tuple(words), tuple(allowed)


def _without_article(words: list[str], tags: list[str]) -> list[str]:
    """The same tags with "the" left out of the names it begins: "The New York Times" is New York Times here."""
    made = list(tags)
    for place, (word, tag) in enumerate(zip(words, tags, strict=True)):
        if word.lower() == "the" and tag[0] == "B" and place + 1 < len(tags) and tags[place + 1] == f"I{tag[1:]}":
            made[place], made[place + 1] = "O", tag
    return made


def from_crossner(path: Path) -> Iterator[Tagged]:
    """CrossNER politics: everything but dates is annotated; ``misc`` may be any of our types or none."""
    types = {
        "politician": ("PERSON",), "person": ("PERSON",), "organisation": ("ORG",), "politicalparty": ("ORG",),
        "country": ("PLACE",), "location": ("PLACE", "FACILITY"), "election": ("EVENT",), "event": ("EVENT",),
    }  # fmt: skip
    free = outside("DATE")
    for words, tags in _iob(path, 0, 1, "\t"):
        allowed = []
        for tag in _without_article(words, tags):
            if tag == "O":
                allowed.append(free)
            else:
                allowed.append(_or(types[tag[2:]], tag[0]) if tag[2:] in types else ANY)
        yield tuple(words), tuple(allowed)


_ENTITY = re.compile(r"\((\d+)-([a-z]+)-[^()]*|(\d+)\)")
_OPEN_ONLY = re.compile(r"\((\d+)-([a-z]+)")
_GLUE = frozenset("of the and for & - 's ’s de la del der van von al".split())


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
                start, opened = still_open[closed].pop()
                yield start, place, opened


def _name_inside(rows: list[list[str]], span: tuple[int, int, str], nested: list[tuple[int, int, str]]) -> range | None:
    """The words of the proper name that heads an entity span, without titles, articles and modifiers, if it has one."""
    first, last, kind = span
    proper = {i for i in range(first, last + 1) if rows[i][4] in ("NNP", "NNPS") or rows[i][3] == "PROPN"}
    head = next((i for i in range(first, last + 1) if not first <= int(rows[i][6]) - 1 <= last), first)
    if head not in proper and kind == "person":
        head = next((i for i in proper if int(rows[i][6]) - 1 == head and rows[i][7] == "flat"), head)
    if head not in proper:
        return None
    glue = _GLUE - {"person": {"of", "the", "and", "for", "&"}, "place": {"and", "for"}}.get(kind, set())
    start = end = head
    while (step := _step(rows, start, -1, proper, glue)) and start - step >= first:
        start -= step
    while (step := _step(rows, end, 1, proper, glue)) and end + step <= last:
        end += step
    if kind == "person":
        inner = [b for a, b, other in nested if other != "person" and a == start and b < end]
        start = max([start, *(b + 1 for b in inner)])
        while start < end and rows[start][1].lower() in TITLES:
            start += 1
        if rows[end][1].lower() in TITLES:
            return None
    return range(start, end + 1)


def _step(rows: list[list[str]], place: int, way: int, proper: set[int], glue: frozenset[str]) -> int:
    """How far the next word of a name is, over at most two words that join names; 0 where the name ends."""
    for step in (1, 2, 3):
        between = (rows[place + way * n][1].lower() for n in range(1, step) if 0 <= place + way * n < len(rows))
        if place + way * step in proper and all(word in glue for word in between):
            return step
    return 0


def from_gum(rows: list[list[str]]) -> tuple[frozenset[str], ...]:
    """GUM's last column: entities whose head is a proper noun, and its dates; adjectives of nation are not there."""
    types = {"person": ("PERSON", "NORP"), "organization": ("ORG",), "place": ("PLACE",), "event": ("EVENT",)}
    tags = [outside("NORP", "DATE")] * len(rows)
    taken: set[int] = set()
    spans = sorted(_gum_spans(rows), key=lambda span: span[0] - span[1])
    for span in spans:
        kind = span[2]
        name = _name_inside(rows, span, spans) if kind in types else None
        if name is None or taken & set(name):
            continue
        allowed = types[kind]
        if kind == "person" and (rows[name[0]][4] != "NNPS" or len(name) > 1):
            allowed = ("PERSON",)
        if kind == "place" and rows[name[-1]][1].lower() in FACILITIES:
            allowed = ("FACILITY",)
        for place in name:
            tags[place] = _or(allowed, "B" if place == name[0] else "I")
        taken.update(name)
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
    """Sentences of this project's own, ``[TYPE name]`` inline; every type is annotated."""
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
                if entity["documentId"] != document["_id"] or entity["type"] not in types or not entity["confidence"]:
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
