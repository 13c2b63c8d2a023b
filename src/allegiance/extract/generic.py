"""Sentences about kinds, which speak of nobody: "citizens elect representatives", "a ruler who arms rebels"."""

from __future__ import annotations

from spacy.tokens import Token

from allegiance.extract.lexicon.classes import members
from allegiance.extract.mentions import Found
from allegiance.extract.times.tense import of_clause


def is_generic(cue: Token, source: Found, target: Found) -> bool:
    """Whether a cue says of a kind, in the present, what it does to a kind."""
    if cue.pos_ != "VERB" or source.named or target.named or of_clause(cue) not in ("present", "modal"):
        return False
    doer, other = cue.doc[source.head], cue.doc[target.head]
    owned = any(c.dep_ == "nmod:poss" and c.pos_ != "PRON" for c in doer.children)
    return not owned and _is_indefinite(doer) and _is_indefinite(other)


def _is_indefinite(noun: Token) -> bool:
    """Whether a noun has nothing that tells one from others: no "the", no number, no adjective, no name.

    One without any article, "parliament", is spoken of as if by name.
    """
    bare = noun.tag_ not in ("NNS", "NNPS") and all(c.dep_ != "det" for c in noun.children)
    return not bare and not any(
        c.dep_ == "nummod" or c.ent_type_ or (c.dep_ in ("det", "amod") and c.lower_ not in members("any of a kind"))
        for c in noun.children
    )
