"""Resolution: from names, in the order of the archive, and judgements to actors.

Names are taken one after another. Each joins one actor that is there, or begins a new one; two actors that are there
are never made one but by a judgement. So the names of a longer archive come to the same actors as far as the shorter
one went, and a new document changes no id: an actor has the id of its earliest name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from allegiance.actors.gazetteer import Gazetteer
from allegiance.actors.judgements import Decided, Judgement, decided
from allegiance.actors.known import Form, Known, Standing, family, is_description
from allegiance.actors.names import persons
from allegiance.actors.names.abbreviation import letters
from allegiance.actors.names.clean import clean, look_alikes, mixed
from allegiance.actors.names.compare import DOUBT, SAME, compare
from allegiance.actors.names.lists import given
from allegiance.actors.names.offices import office
from allegiance.actors.names.parts import similarity
from allegiance.actors.outcome import outcome
from allegiance.actors.record import Joined, Name, Pair, Resolution, Said
from allegiance.model import Kind

MARGIN = 0.02
"""How much better than any other the actor must fit that a name joins."""
WITNESSES = 12
"""Names of an actor that a new one is held against."""
DOUBTS = 3
"""Doubtful pairs that one name can make."""
_FALSE = ("look-alike letters",)


def resolve(
    names: Iterable[Name],
    *,
    said: Iterable[Said] = (),
    judgements: Iterable[Judgement] = (),
    gazetteer: Gazetteer | None = None,
) -> Resolution:
    """The actors that names stand for. A pure function: the same input gives the same actors with the same ids.

    ``said`` is what documents say of other names; ``judgements`` beat every rule.
    """
    run = _Run(decided(judgements), gazetteer or Gazetteer(), said)
    for name in sorted(names, key=lambda name: name.since):
        run.take(name)
    return run.result()


@dataclass(frozen=True, slots=True)
class _Match:
    """An actor that a name may join: how well it fits, on what grounds, and by which of its forms."""

    actor: int
    score: float
    grounds: tuple[str, ...]
    form: Form | None = None


class _Run:
    """One pass over the names."""

    def __init__(self, judged: Decided, gazetteer: Gazetteer, said: Iterable[Said]) -> None:
        self._known = Known(gazetteer)
        self._judged = judged
        self._taken: dict[str, int] = {}
        self._groups: dict[str, int] = {}
        self._doubts: list[Pair] = []
        self._said: dict[str, list[tuple[str, Said]]] = {}
        for what in sorted(said, key=lambda what: (what.since, what.one, what.other)):
            for one, other in ((what.one, what.other), (what.other, what.one)):
                self._said.setdefault(clean(one).casefold(), []).append((other, what))

    def take(self, name: Name) -> None:
        """Let a name join an actor, or begin one."""
        if name.id in self._taken:
            return
        group = self._judged.group(name.id)
        if group in self._groups:
            judgement = self._judged.by.get(name.id)
            by = f"judged by {judgement.by}" if judgement else "judged"
            self._join(name, _Match(self._groups[group], 1.0, (by,)))
            return
        matches = sorted(self._matches(name), key=lambda match: (-match.score, match.actor))
        best = next((match for match in matches if match.score >= SAME and self._fits(name, match)), None)
        if best is not None and self._clear(name, best, matches):
            self._join(name, best)
        else:
            place = self._known.begin(Standing())
            self._join(name, _Match(place, 1.0, ("the first name",)))
        own = self._taken[name.id]
        others = {match.actor: match for match in reversed(matches) if match.actor != own and match.score >= DOUBT}
        for match in sorted(others.values(), key=lambda match: -match.score)[:DOUBTS]:
            self._doubts.append(Pair(own, match.actor, match.score, match.grounds))

    def _join(self, name: Name, match: _Match) -> None:
        actor = self._known.actors[match.actor]
        with_name = match.form.text if match.form else None
        root = match.form.root if match.form else None
        actor.joined.append(Joined(name, round(match.score, 3), match.grounds, with_name))
        group = self._judged.group(name.id)
        actor.groups.add(group)
        self._taken[name.id] = match.actor
        self._groups.setdefault(group, match.actor)
        self._known.add(name.text, name.kind, match.actor, root=root)

    def _matches(self, name: Name) -> Iterator[_Match]:
        """The actors that a name may join, by one way after another."""
        exact = [form for form in self._known.exactly(name.text) if _compatible(form.family, name.kind)]
        for form in exact:
            yield _Match(form.actor, 1.0 if form.family is family(name.kind) else 0.95, ("the same name",), form)
        place = self._known.same_place(name.text, name.kind)
        if place is not None:
            yield _Match(place, 0.97, ("the same state or office",))
        yield from self._told(name)
        text = clean(name.text)
        if any(form.family is family(name.kind) for form in exact) or mixed(text) or is_description(text):
            return
        if office(text) is not None and name.kind in (Kind.PERSON, Kind.GOVERNMENT):
            return
        if name.kind is Kind.PERSON and persons.parse(text).bare:
            yield from self._surname(text)
            return
        forms = list(self._known.near(text, name.kind))
        false = any(look_alikes(text, form.text) for form in forms)
        for form in forms:
            found = compare(text, form.text, family(name.kind))
            if found.score >= DOUBT:
                yield _Match(form.actor, DOUBT if false else found.score, _FALSE if false else found.features, form)

    def _told(self, name: Name) -> Iterator[_Match]:
        """What documents that came no later than the name say that it stands for."""
        for other, what in self._said.get(clean(name.text).casefold(), ()):
            if what.since <= name.since:
                for form in self._known.exactly(other):
                    if _compatible(form.family, name.kind):
                        yield _Match(form.actor, 0.93, (_witnessed(other, what),))

    def _surname(self, text: str) -> Iterator[_Match]:
        """The only whole name that ends like a mere surname; of several, none is sure."""
        word = persons.parse(text).parts[0]
        if word.word in given() or len(word.word) < 4 or self._known.crowded(text):
            return
        forms = [f for f in self._known.bearers(text) if similarity(word, persons.parse(f.text).parts[-1]) >= 0.9]
        actors = {form.actor for form in forms}
        for form in forms:
            score = 0.82 if len(actors) == 1 else 0.5
            yield _Match(
                form.actor, score, ("the only one of this surname",) if len(actors) == 1 else ("surname",), form
            )

    def _fits(self, name: Name, match: _Match) -> bool:
        """Whether nothing speaks against a match: a judgement, another entity, a name the actor bears already."""
        actor = self._known.actors[match.actor]
        if self._judged.apart.get(self._judged.group(name.id), frozenset()) & actor.groups:
            return False
        if match.score == 1 or match.form is None or match.form.bare:
            return True
        if letters(match.form.text) and not letters(name.text):
            # What an abbreviation stands for is known already, and it was not found to be like this name.
            return all(letters(text) for text in self._known.texts(match.actor))
        witnesses = self._known.witnesses(match.form)[:WITNESSES]
        return all(
            compare(clean(name.text), form.text, family(name.kind)).score >= DOUBT
            for form in witnesses
            if not form.bare and form.family is family(name.kind)
        )

    def _clear(self, name: Name, best: _Match, matches: list[_Match]) -> bool:
        """Whether no other actor fits about as well."""
        if best.score == 1:
            return True
        rivals = (m for m in matches if m.actor != best.actor and m.score >= max(SAME, best.score - MARGIN))
        return not any(self._fits(name, rival) for rival in rivals)

    def result(self) -> Resolution:
        """The actors with their names, and what is doubtful."""
        for one, told in self._said.items():
            for other, what in told:
                pairs = product(self._known.exactly(one), self._known.exactly(other))
                grounds = (_witnessed(other, what),)
                self._doubts += [Pair(a.actor, b.actor, 0.85, grounds) for a, b in pairs if a.actor != b.actor]
        return outcome(self._known.actors, self._taken, self._doubts, self._judged)


def _witnessed(other: str, what: Said) -> str:
    return f"called {other} in {what.documents} document{'s' if what.documents > 1 else ''}"


def _compatible(one: Kind, other: Kind) -> bool:
    """Whether one name can be of actors of both kinds; a kind that texts did not tell is taken for an organisation."""
    if one is family(other):
        return True
    pair = {one, family(other)}
    return Kind.ORGANISATION in pair and Kind.STATE not in pair
