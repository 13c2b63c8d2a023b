"""On whose word, and how sure: attribution, negation, intention and condition around a cue.

Reads upwards from the cue: every word above that reports, alleges, denies, plans or doubts what stands below it
leaves its mark. The status that says least wins; of several voices the innermost is kept. What a relative clause tells
is taken for granted: neither denying nor planning what it hangs on touches it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from allegiance.extract.grammar import NEGATIONS, ancestors, case, child, is_passive, logical_subjects, phrases
from allegiance.extract.lexicon import Lexicon
from allegiance.model import Status

_RANK = [Status.STATED, Status.REPORTED, Status.ALLEGED, Status.PLANNED, Status.POSSIBLE, Status.DENIED]
_OF_CLASS = {"report": Status.REPORTED, "allege": Status.ALLEGED, "deny": Status.DENIED, "plan": Status.PLANNED,
             "possible": Status.POSSIBLE, "fail": Status.DENIED}  # fmt: skip
_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})


@dataclass(slots=True)
class Voice:
    """Who vouches for a claim and how far; ``speaker`` is the word that names the voice; ``ended`` that it is over."""

    status: Status = Status.STATED
    speaker: Token | None = None
    ended: bool = False
    marks: list[str] = field(default_factory=list)

    def lower(self, status: Status, mark: Token) -> None:
        self.marks.append(f"{mark.text}: {status}")
        if _RANK.index(status) > _RANK.index(self.status):
            self.status = status

    def speak(self, speakers: list[Token]) -> None:
        if self.speaker is None and speakers:
            self.speaker = speakers[0]


def of(cue: Token, lexicon: Lexicon) -> Voice:
    """The voice of what a cue says."""
    voice = Voice()
    _around(cue, lexicon, voice)
    granted = False
    for above, below in ancestors(cue):
        granted = granted or below.dep_ == "acl:relcl"
        if below.dep_ in ("acl:relcl", "appos") or (below.dep_ in ("nsubj", "nsubj:pass") and above.pos_ != "VERB"):
            _attributed(above, lexicon, voice)
            continue
        if granted:
            if "report" in _classes(above, lexicon):
                _governed(above, below, lexicon, voice)
            continue
        _governed(above, below, lexicon, voice)
        if below.dep_ in ("advcl", "conj", "acl", "obl", "nmod") and below.pos_ in ("VERB", "AUX"):
            _condition(below, lexicon, voice)
        if above.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and below.dep_ in ("obj", "xcomp", "nsubj:pass", "obl"):
            _modality(above, lexicon, voice)
    return voice


def _around(cue: Token, lexicon: Lexicon, voice: Voice) -> None:
    """What stands on the cue itself, or on the verb it shares its auxiliaries with."""
    _modality(cue, lexicon, voice)
    _condition(cue, lexicon, voice)
    _attributed(cue, lexicon, voice)
    if cue.dep_ == "conj" and cue.pos_ == "VERB" and child(cue, "nsubj", "nsubj:pass", "aux") is None:
        _modality(cue.head, lexicon, voice)
    for other in cue.children:
        if other.dep_ == "amod":
            _say(other, "adj", lexicon, voice)


def _modality(word: Token, lexicon: Lexicon, voice: Voice) -> None:
    """Negation, auxiliaries and adverbs on a word."""
    for other in word.children:
        lower = other.lower_
        if other.dep_ in ("advmod", "det", "cc:preconj", "cc") and lower in NEGATIONS:
            if not _not_only(other):
                voice.lower(Status.DENIED, other)
        elif lower == "longer" and any(c.lower_ == "no" for c in other.children):
            voice.lower(Status.DENIED, other)
            voice.ended = True
        elif other.dep_ in ("nsubj", "nsubj:pass") and _is_nobody(other):
            voice.lower(Status.DENIED, other)
        elif other.dep_ in ("aux", "aux:pass"):
            _say(other, "aux", lexicon, voice)
        elif other.dep_ == "advmod":
            _say(other, "adv", lexicon, voice)


def _is_nobody(subject: Token) -> bool:
    """Whether a subject denies its predicate: "no government has", "neither A nor B", "none of them"."""
    own = [c.lower_ for c in subject.children if c.dep_ in ("det", "cc:preconj", "advmod", "cc")]
    return subject.lower_ in ("none", "neither", "nobody") or any(word in ("no", "neither") for word in own)


_WHOLE = {"wo": "will", "ca": "can", "’ll": "'ll"}
"""Auxiliaries cut short before "n't" and after a typographic apostrophe."""


def _say(word: Token, pos: str, lexicon: Lexicon, voice: Voice) -> None:
    """What one word of the voice lexicon makes of what it stands on."""
    for rest, kind in lexicon.voices.get((pos, _WHOLE.get(word.lower_, word.lower_)), ()):
        if rest:
            continue
        if kind == "cease":
            voice.ended = True
        elif kind in _OF_CLASS:
            voice.lower(_OF_CLASS[kind], word)


def _not_only(word: Token) -> bool:
    following = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
    return following in ("only", "just", "merely", "least")


def _condition(word: Token, lexicon: Lexicon, voice: Voice) -> None:
    """A clause's own conjunction: "if", "whether"; what is warned against may be."""
    marker = child(word, "mark")
    if marker is None:
        return
    _say(marker, "conj", lexicon, voice)
    if marker.lower_ == "against" and word.tag_ == "VBG":
        voice.lower(Status.POSSIBLE, marker)


def _attributed(word: Token, lexicon: Lexicon, voice: Voice) -> None:
    """A phrase of attribution on a clause, and a reporting clause beside it: "according to X", "..., X said"."""
    for phrase in word.children:
        if phrase.dep_ in ("obl", "nmod") and _attributes(case(phrase), lexicon):
            voice.lower(Status.REPORTED, phrase)
            voice.speak([phrase])
    for other in word.children:
        beside = other.dep_ == "parataxis" and other.pos_ == "VERB" and other.i > word.i
        if beside and "report" in _classes(other, lexicon) and child(other, "ccomp", "obj") is None:
            speakers = logical_subjects(other)
            if speakers:
                voice.lower(Status.REPORTED, other)
                voice.speak(speakers)


def _attributes(preposition: str, lexicon: Lexicon) -> bool:
    first, *rest = preposition.split() or [""]
    return (tuple(rest), "report") in lexicon.voices.get(("prep", first), ())


def _governed(above: Token, below: Token, lexicon: Lexicon, voice: Voice) -> None:
    """What a word says of the clause or the noun below it."""
    clause = below.dep_ in _CLAUSES or (below.dep_ in ("advcl", "acl", "obl", "nmod") and _as_content(above, below))
    thing = below.dep_ in ("obj", "nsubj:pass") and below.pos_ == "NOUN"
    if not (clause or thing):
        return
    if below.dep_ in ("xcomp", "ccomp") and above.pos_ == "VERB" and _asks(above, lexicon):
        voice.lower(Status.PLANNED, above)
    for kind in _classes(above, lexicon):
        if kind == "cease":
            voice.ended = voice.ended or thing or below.dep_ == "xcomp"
        elif kind in _OF_CLASS and _reaches(kind, below, thing=thing):
            disbelieved = kind == "allege" and any(c.lower_ in NEGATIONS for c in above.children)
            voice.lower(Status.DENIED if disbelieved else _OF_CLASS[kind], above)
            voice.speak(_speakers(above, kind))


def _reaches(kind: str, below: Token, *, thing: bool) -> bool:
    """Whether a word of this class speaks of what stands there: a report of a clause, a plan of an infinitive."""
    if kind in ("report", "allege") and thing:
        return False
    if kind == "plan":
        return below.dep_ in ("xcomp", "acl", "obj", "ccomp")
    return kind != "report" or below.dep_ != "xcomp"


def _speakers(above: Token, kind: str) -> list[Token]:
    """Who says what a word of attribution reports."""
    if kind not in ("report", "allege", "deny"):
        return []
    if above.pos_ == "NOUN" and kind != "deny":
        return [*phrases(above, "by", "from"), *(c for c in above.children if c.dep_ == "nmod:poss")]
    if above.pos_ != "VERB" or (kind != "deny" and is_passive(above) and not _by_agent(above)):
        return []
    return [s for s in logical_subjects(above) if s.lower_ not in ("it", "there")]


def _asks(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb asks for what stands below it: what is ordered or demanded has not happened yet."""
    return any(frame.relation == "REQUEST" for frame in lexicon.frames.get(("verb", verb.lemma_.lower()), ()))


def _by_agent(verb: Token) -> bool:
    return any(c.dep_ == "obl:agent" or (c.dep_ == "obl" and case(c) == "by") for c in verb.children)


def _as_content(above: Token, below: Token) -> bool:
    """Whether a clause is what a word is about: "accused of attacking", "allegations of", "plan to"."""
    marker = child(below, "mark", "case")
    word = marker.lower_ if marker is not None else ""
    if below.dep_ == "acl" and above.pos_ == "NOUN":
        return word in ("to", "that", "of", "")
    if below.dep_ == "nmod" and above.pos_ == "NOUN":
        return word in ("of", "that")
    return above.pos_ == "VERB" and word in ("of", "for", "with", "from", "over") and below.tag_ in ("VBG", "NN", "NNS")


def _classes(word: Token, lexicon: Lexicon) -> Iterator[str]:
    pos = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "AUX": "verb"}.get(word.pos_)
    if pos is None:
        return
    for rest, kind in lexicon.voices.get((pos, word.lemma_.lower()), ()):
        if all(any(c.lower_ == part or c.lemma_.lower() == part for c in word.children) for part in rest):
            yield kind
            return
