"""Small lexicons for one test, and what Docs made by hand say by them."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from allegiance.extract import Extraction
from allegiance.extract.lexicon import Frame, Lexicon, anchor, shipped
from allegiance.model import Claim, Document


def lexicon(*rows: str) -> Lexicon:
    """The shipped lexicon with these frames, "cue,pos,source,target,relation", in place of its own."""
    frames: dict[tuple[str, str], tuple[Frame, ...]] = {}
    for row in rows:
        cue, pos, source, target, relation = row.split(",")
        frame = Frame(tuple(cue.split()), pos, tuple(source.split("|")), tuple(target.split("|")), relation, "")
        key = (pos, anchor(frame))
        frames[key] = tuple(sorted([*frames.get(key, ()), frame], key=lambda f: -len(f.cue)))
    return replace(shipped(), frames=frames, events=frozenset(word for pos, word in frames if pos == "noun"))


def reading(doc: Doc, *rows: str, date: str | None = None) -> Extraction:
    """A Doc on its way to claims."""
    return Extraction(Document(id="doc", text=doc.text, date=date), doc, lexicon(*rows))


def claims(doc: Doc, *rows: str, date: str | None = None) -> list[Claim]:
    return reading(doc, *rows, date=date).claims()


def claim(doc: Doc, *rows: str, date: str | None = None) -> Claim:
    """The one claim of a Doc."""
    (found,) = claims(doc, *rows, date=date)
    return found


def said(doc: Doc, *rows: str) -> list[str]:
    """What each cue finds, before anything is refused: "source > target", sorted."""
    found = reading(doc, *rows).candidates()
    pairs = [(c.source.found, c.target.found) for c in found]
    return sorted({f"{doc.text[s.start : s.end]} > {doc.text[t.start : t.end]}" for s, t in pairs})
