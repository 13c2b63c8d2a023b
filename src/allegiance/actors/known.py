"""The actors that are there while names are resolved, and the ways to find them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from allegiance.actors.blocks import Blocks, keys, surname
from allegiance.actors.gazetteer import Entity, Gazetteer
from allegiance.actors.names import abbreviation, persons
from allegiance.actors.names.clean import clean
from allegiance.actors.names.lists import given_states
from allegiance.actors.names.offices import Office, office
from allegiance.actors.record import Joined, Name
from allegiance.geography import How, atlas
from allegiance.model import Kind

_GROUPS = frozenset({Kind.PARTY, Kind.ARMED_GROUP, Kind.MOVEMENT, Kind.ORGANISATION, Kind.INTERNATIONAL, Kind.MEDIA})


def family(kind: Kind) -> Kind:
    """The kind that stands for those which texts take for each other: a party, an armed group, a ministry."""
    return Kind.ORGANISATION if kind in _GROUPS or kind is Kind.GOVERNMENT else kind


@dataclass(slots=True)
class Standing:
    """An actor that is there: its names so far, and its entity; one of the gazetteer has no names at first."""

    entity: Entity | None = None
    state: str | None = None
    joined: list[Joined] = field(default_factory=list)
    groups: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Form:
    """A name that an actor is found by; ``root`` is the number of the form that it was first found to be like."""

    text: str
    family: Kind
    actor: int
    root: int
    bare: bool


class Known:
    """Actors by the forms of their names."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.actors: list[Standing] = []
        self.forms: list[Form] = []
        self._exact: dict[str, list[int]] = {}
        self._roots: dict[int, list[int]] = {}
        self._places: dict[str | Office, int] = {}
        self._blocks = Blocks()
        for entity in gazetteer.entities.values():
            number = self.begin(Standing(entity))
            if entity.kind is Kind.STATE:
                place = atlas().find(entity.name, cities=False)
                self._places[place.state if place else entity.name] = number
            for text in entity.names:
                self.add(text, entity.kind, number)

    def begin(self, actor: Standing) -> int:
        """Put in a new actor."""
        self.actors.append(actor)
        return len(self.actors) - 1

    def add(self, text: str, kind: Kind, actor: int, *, root: int | None = None) -> None:
        """Let an actor be found by a name, and by what the name stands for: a state, an office."""
        name, number = clean(text), len(self.forms)
        place = self._place(name, kind)
        if place is not None:
            self._places.setdefault(place, actor)
        same = self._exact.setdefault(_spelling(name), [])
        if any(self.forms[i].actor == actor and self.forms[i].family is family(kind) for i in same):
            return
        same.append(number)
        bare = kind is Kind.PERSON and persons.parse(name).bare
        root = number if root is None else root
        self.forms.append(Form(name, family(kind), actor, root, bare))
        self._roots.setdefault(root, []).append(number)
        if not (is_description(name) or isinstance(place, Office)):
            self._blocks.add(number, keys(name, family(kind)))
            if kind is Kind.PERSON and not bare:
                self._blocks.add(number, surname(name))

    def exactly(self, text: str) -> list[Form]:
        """The forms that are written like a name, but for capitals."""
        return [self.forms[i] for i in self._exact.get(_spelling(clean(text)), ())]

    def same_place(self, text: str, kind: Kind) -> int | None:
        """The actor for the state, or the office of a state, that a name stands for."""
        place = self._place(clean(text), kind)
        return None if place is None else self._places.get(place)

    def near(self, text: str, kind: Kind) -> Iterator[Form]:
        """The forms of the same family that are worth comparing with a name."""
        for number in self._blocks.near(keys(text, family(kind))):
            if self.forms[number].family is family(kind):
                yield self.forms[number]

    def bearers(self, text: str) -> list[Form]:
        """The whole names of persons that end like a mere surname."""
        return [self.forms[number] for number in self._blocks.near(surname(text))]

    def crowded(self, text: str) -> bool:
        """Whether a surname is so common that its bearers are no longer counted."""
        return self._blocks.full(surname(text))

    def witnesses(self, form: Form) -> list[Form]:
        """The names of the actor that were found to be like the same one."""
        return [self.forms[number] for number in self._roots[form.root]]

    def texts(self, actor: int) -> list[str]:
        """The names of an actor, from texts and from the gazetteer."""
        standing = self.actors[actor]
        return [*(joined.name.text for joined in standing.joined), *(standing.entity.names if standing.entity else ())]

    def _place(self, name: str, kind: Kind) -> str | Office | None:
        """What is known of a name by what it means: a state under any of its names, or the office of one."""
        if kind is Kind.STATE:
            place = atlas().find(name)
            return place.state if place is not None and place.acts else None
        if name.casefold() not in given_states():
            place = atlas().find(name, cities=False)
            if place is not None and place.how is How.NAME and not name.islower():
                return place.state
        return office(name) if kind in (Kind.PERSON, Kind.GOVERNMENT) else None


def _spelling(name: str) -> str:
    """The name in small letters, but for abbreviations: SADR is not Sadr."""
    return name if abbreviation.letters(name) else name.casefold()


@lru_cache(maxsize=100_000)
def is_description(name: str) -> bool:
    """Whether a name has no capital though its script has them: "the militia", "protesters"."""
    cased = [letter for letter in name if letter.isupper() or letter.islower()]
    return bool(cased) and not any(letter.isupper() for letter in cased)


def is_abbreviation(name: Name) -> bool:
    """Whether a name is an abbreviation."""
    return name.kind is not Kind.PERSON and abbreviation.letters(name.text) is not None
