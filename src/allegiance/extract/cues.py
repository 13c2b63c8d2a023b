"""Which words of a sentence are cues of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from allegiance.extract.lexicon import Frame, Lexicon, end_of_head
from allegiance.extract.mentions import base_of_prefix
from allegiance.language.tokens import HYPHENS

_REACH = 6
"""Words that may stand between a verb and the fixed words of its idiom."""


def find(doc: Doc, lexicon: Lexicon) -> Iterator[tuple[Token, list[Token], list[Frame]]]:
    """Cue words with the other words of the cue and its frames; of several cues on one word the longest come first."""
    for token in doc:
        if token.is_punct or token.is_space:
            continue
        for pos, word in [*_keys(token), *_nominalised(token, lexicon)]:
            groups: dict[tuple[str, ...], tuple[list[Token], list[Frame]]] = {}
            for frame in lexicon.frames.get((pos, word), ()):
                if frame.cue in groups:
                    groups[frame.cue][1].append(frame)
                    continue
                matched = [] if len(frame.cue) == 1 else _rest(token, frame)
                if matched is not None and not _of_another_verb(token, matched, frame):
                    groups[frame.cue] = (matched, [frame])
            for parts, frames in groups.values():
                yield token, parts, frames


def another_sense(token: Token, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether a word beside a cue gives it a meaning that says nothing of two actors: "fell in love", "shot a film".

    Beside it are the words that hang on it or on its nouns, and the noun that it hangs on with what hangs there.
    """
    words = lexicon.senses.get((frame.pos, frame.cue))
    if words is None:
        return False
    beside = [*token.children]
    beside += [below for other in token.children if other.pos_ in ("NOUN", "PROPN") for below in other.children]
    if token.dep_ in ("acl", "acl:relcl", "amod", "conj", "xcomp", "advcl"):
        beside += [token.head, *token.head.children]
    return any(
        other.lemma_.lower() in words and (other.pos_ in ("NOUN", "PROPN", "ADJ") or other.dep_ == "conj")
        for other in beside
    )


def _of_another_verb(token: Token, matched: list[Token], frame: Frame) -> bool:
    """Whether a particle makes the verb another one: "give up" is not "give", nor "call off" "call"."""
    return frame.pos == "verb" and any(
        other.dep_ == "compound:prt" and other not in matched and other.lower_ not in (*frame.source, *frame.target)
        for other in token.children
    )


def _keys(token: Token) -> Iterator[tuple[str, str]]:
    """Under which part of speech and word a token may be a cue."""
    lemma, pos = token.lemma_.lower(), token.pos_
    hyphened = token.i >= 2 and token.nbor(-1).text in HYPHENS and not token.nbor(-1).whitespace_
    if hyphened and pos in ("VERB", "ADJ", "NOUN"):
        yield "compound", token.lower_
        if pos != "NOUN":
            return
    base = base_of_prefix(token)
    if base is not None:
        yield "prefix", token.text[: base[0] - token.idx - 1].lower()
        return
    if pos == "VERB":
        yield "verb", lemma
        if token.tag_ in ("VBN", "VBG"):
            yield "adj", token.lower_
    elif pos == "ADJ":
        yield "adj", token.lower_
    elif pos in ("NOUN", "PROPN"):
        if token.ent_type_ in ("PERSON", "PLACE", "NORP"):
            return
        yield "noun", lemma
        if pos == "NOUN" or token.ent_iob_ == "O":
            yield "role", lemma


def _nominalised(token: Token, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """A noun made of a verb with -ing has the verb's frames: "his targeting of the minority"."""
    lower = token.lower_
    if token.pos_ == "NOUN" and lower.endswith("ing") and token.tag_ == "NN" and ("noun", lower) not in lexicon.frames:
        stem = lower[:-3]
        for verb in (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem):
            if ("verb", verb) in lexicon.frames:
                yield "verb", verb
                return


def _rest(token: Token, frame: Frame) -> list[Token] | None:
    """The tokens of a cue's other words, or ``None`` where one is missing."""
    found: list[Token] = []
    if frame.pos in ("noun", "role"):
        return _modifiers(token, frame)
    for word in frame.cue[1:]:
        part = _nearby(token, word, found)
        if part is None:
            return None
        found.append(part)
    return found


def _modifiers(token: Token, frame: Frame) -> list[Token] | None:
    words, place = frame.cue, end_of_head(frame.cue)
    before, after = words[: place - 1], words[place:]
    found: list[Token] = []
    at = token.i
    for word in reversed(before):
        at -= 1
        while at >= 0 and token.doc[at].text in HYPHENS:
            at -= 1
        if at < 0 or word not in (token.doc[at].lower_, token.doc[at].lemma_.lower()):
            return None
        found.append(token.doc[at])
    at = token.i
    for word in after:
        at += 1
        if at >= len(token.doc) or word not in (token.doc[at].lower_, token.doc[at].lemma_.lower()):
            return None
        found.append(token.doc[at])
    return found


def _nearby(token: Token, word: str, found: list[Token]) -> Token | None:
    """A word of a verb's idiom: a dependent of it, or of what was found before, not far off."""
    heads = [token, *found]
    for head in heads:
        for other in head.children:
            if word in (other.lemma_.lower(), other.lower_) and abs(other.i - token.i) <= _REACH and other not in found:
                return other
    if token.dep_ in ("acl", "acl:relcl", "amod") and word == token.head.lemma_.lower():
        return token.head
    following = token.i + 1 + len(found)
    if following < len(token.doc) and token.doc[following].lower_ == word and token.doc[following] not in found:
        return token.doc[following]
    return None
