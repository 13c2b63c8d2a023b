"""Claims of one document: every cue, its frames' actors, and what the text says of when and on whose word."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from allegiance.extract import both, confidence, coreference, cues, frames, generic, kinds, mentions, times, voice
from allegiance.extract.arguments import Actor, Arguments
from allegiance.extract.candidate import Candidate
from allegiance.extract.frames.nouns import is_ended
from allegiance.extract.identity import Identity
from allegiance.extract.lexicon import Frame, Lexicon
from allegiance.extract.lexicon.classes import members
from allegiance.extract.mentions import Found
from allegiance.extract.reasons import Reason
from allegiance.model import Claim, Document, Kind, Status
from allegiance.vocabulary import Relation, relations

LONGEST_QUOTE = 600


_TOLD = frozenset({Status.STATED, Status.REPORTED, Status.ALLEGED})
_THREATS = frozenset({"THREATEN", "REJECT"})
_LED = frozenset({Kind.ARMED_GROUP, Kind.MOVEMENT, Kind.ORGANISATION})
_OWNED = Frame(("group",), "possessive", ("owner",), ("group",), "leads", "")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A candidate with the claim that it makes, or why it makes none."""

    candidate: Candidate
    outcome: Claim | Reason


class Extraction:
    """One document on its way from a Doc to claims; its parts stay there to be asked why."""

    def __init__(self, document: Document, doc: Doc, lexicon: Lexicon) -> None:
        self.document, self.doc, self.lexicon = document, doc, lexicon
        self.found = mentions.find(doc, lexicon)
        self.links = coreference.resolve(doc, self.found)
        self.times = times.find(doc, document.date)
        self.frames = times.carried(doc, self.times)
        self.arguments = Arguments(self.found, self.links, both.resolve(doc, self.found, self.links), lexicon.events)
        self.identity = Identity(document.text, doc, self.found, self.links, lexicon)

    def claims(self) -> list[Claim]:
        """The claims in the order of the text; what an epithet says ("pro-Iran militias") counts once a document."""
        made = [verdict.outcome for verdict in self.verdicts() if isinstance(verdict.outcome, Claim)]
        return sorted(made, key=lambda claim: (claim.start, claim.source.mention.start, claim.target.mention.start))

    def verdicts(self) -> list[Verdict]:
        """What becomes of every candidate. What a threat threatens or a promise promises is said by the threat."""
        found = list(self.candidates())
        outer = {
            (c.cue.i, c.source.found.head, c.target.found.head)
            for c in found
            if "comp" in c.frame.target and c.frame.relation in _THREATS
        }
        return _once([Verdict(c, Reason.GOVERNED if self._inside(c, outer) else self._claim(c)) for c in found])

    def candidates(self) -> Iterator[Candidate]:
        """What every cue finds, also what is refused later; a shorter cue speaks where a longer one found nobody."""
        said: set[tuple[int, str]] = set()
        for cue, parts, fitting in cues.find(self.doc, self.lexicon):
            if (cue.i, fitting[0].pos) in said:
                continue
            for frame in fitting:
                for source, target in frames.pairs(cue, parts, frame, self.arguments, self.lexicon):
                    said.add((cue.i, frame.pos))
                    yield Candidate(cue, frame, source, target)
        yield from self._owned_groups()

    def _owned_groups(self) -> Iterator[Candidate]:
        """A person's group is led by that person: "Sadr's Mahdi Army", "his militia"."""
        for place, mention in self.found.items():
            if mention.kind not in _LED or mention.plural:
                continue
            token = self.doc[place]
            if ("role", token.lemma_.lower()) in self.lexicon.frames or not self._is_group(token, mention):
                continue
            for owner in token.children:
                if owner.dep_ == "nmod:poss":
                    for actor in self.arguments.at(owner):
                        if actor.found.kind is Kind.PERSON and not actor.found.plural and actor.found.named:
                            yield Candidate(token, _OWNED, actor, Actor(mention, 1))

    def _is_group(self, token: Token, mention: Found) -> bool:
        """Whether a group is one that follows a person: "his militia", "his organisation", but not "his school"."""
        return mention.kind is not Kind.ORGANISATION or token.lemma_.lower() in members("following")

    @staticmethod
    def _inside(candidate: Candidate, outer: set[tuple[int, int, int]]) -> bool:
        above = candidate.cue.head
        key = (above.i, candidate.source.found.head, candidate.target.found.head)
        return candidate.cue.dep_ in ("xcomp", "ccomp") and above != candidate.cue and key in outer

    def _claim(self, candidate: Candidate) -> Claim | Reason:
        cue, frame = candidate.cue, candidate.frame
        source, target = candidate.source.found, candidate.target.found
        relation = self._relation(candidate)
        words = relation.medium == "words" or relation.kind == "tie"
        source_party, target_party = self.identity.party(source, speaks=True), self.identity.party(target, speaks=words)
        if source_party.id == target_party.id:
            return Reason.ONE_ACTOR
        if cues.another_sense(cue, frame, self.lexicon):
            return Reason.SENSE
        if generic.is_generic(cue, source, target):
            return Reason.GENERIC
        if not kinds.fit(relation, frame.pos, self._main(source), self._main(target)):
            return Reason.KINDS
        places = frozenset({source.head, target.head})
        said = voice.of(cue, self.lexicon)
        time = times.choose(cue, self.times, places, frame.pos)
        if time is None and relation.kind == "act" and said.status in _TOLD:
            time = times.in_frame(cue, self.frames, frame.pos)
        since, until = (time.since, time.until) if time else (None, None)
        if said.ended and relation.kind == "tie":
            since, until = None, since
        elif relation.kind == "tie" and since == until:
            until = None
        start, end = self._quote(cue, source.start, target.start, max(source.end, target.end))
        speaker = self._speaker(said)
        return Claim(
            id=_hash(self.document.id, start, end, source.start, target.start, frame.relation, frame.rule),
            document=self.document.id,
            quote=self.document.text[start:end],
            start=start,
            end=end,
            source=source_party,
            target=target_party,
            relation=relation.name,
            sign=relation.sign,
            weight=relation.weight,
            plover="AGREE" if said.status is Status.PLANNED and relation.sign > 0 else relation.plover,
            since=since,
            until=until,
            status=said.status,
            according_to=speaker,
            confidence=confidence.estimate(candidate, said.status),
            rule=frame.rule,
        )

    def _relation(self, candidate: Candidate) -> Relation:
        """What the cue says; ended cooperation is a sanction, an ended conflict a concession."""
        relation = relations()[candidate.frame.relation]
        if candidate.frame.pos == "noun" and relation.kind == "act" and is_ended(candidate.cue, self.lexicon):
            return relations()["SANCTION" if relation.sign > 0 else "CONCEDE"]
        return relation

    def _main(self, mention: Found) -> Found:
        return self.found[self.links.get(mention.head, mention.head)]

    def _speaker(self, said: voice.Voice) -> str | None:
        if said.speaker is None or said.status is Status.STATED:
            return None
        actors = self.arguments.at(said.speaker)
        if actors:
            return self.identity.party(actors[0].found).actor
        subtree = sorted(said.speaker.subtree, key=lambda token: token.i)
        words = [t for t in subtree if t.i <= said.speaker.i and t.dep_ not in ("case", "punct", "det")]
        return " ".join(t.text for t in words) or None

    def _quote(self, cue: Token, *places: int) -> tuple[int, int]:
        """The sentence of the cue, without the white space around it; of a very long one the part that matters."""
        sentence = cue.sent
        text = self.document.text
        start, end = sentence.start_char, sentence.end_char
        low, high = min(cue.idx, *places), max(cue.idx + len(cue), *places)
        start, end = min(start, low), max(end, high)
        if end - start > LONGEST_QUOTE:
            start, end = low, high
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return start, end


def _once(verdicts: list[Verdict]) -> list[Verdict]:
    """With what is said twice said once: in one sentence by the surest, of an epithet by the first in the document."""
    kept = list(verdicts)
    said: dict[tuple[str, str, str, int], tuple[int, float]] = {}
    for place, verdict in enumerate(verdicts):
        claim = verdict.outcome
        if isinstance(claim, Reason):
            continue
        epithet = verdict.candidate.frame.pos in ("prefix", "compound", "possessive")
        key = (claim.source.id, claim.target.id, claim.relation, -1 if epithet else claim.start)
        twice = place
        if key not in said and not (relations()[claim.relation].symmetric and (key[1], key[0], *key[2:]) in said):
            said[key] = place, claim.confidence
            continue
        if key in said and not epithet and said[key][1] < claim.confidence:
            twice, said[key] = said[key][0], (place, claim.confidence)
        kept[twice] = Verdict(verdicts[twice].candidate, Reason.REPEATED)
    return kept


def _hash(*parts: object) -> str:
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]
