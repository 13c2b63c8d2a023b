"""The words of identity: names, what documents say of them, what was decided, and the actors that come out."""

from __future__ import annotations

from dataclasses import dataclass, field

from allegiance.model import Kind


@dataclass(frozen=True, slots=True)
class Name:
    """An actor as claims name it. ``since`` is the place in the archive of the first document that does."""

    id: str
    text: str
    kind: Kind
    since: int = 0
    claims: int = 1


@dataclass(frozen=True, slots=True)
class Said:
    """Documents say that one name stands for another: "Popular Mobilization Forces (PMF)", "also known as".

    ``since`` is the place of the first of these documents, ``documents`` how many there are.
    """

    one: str
    other: str
    since: int = 0
    documents: int = 1


@dataclass(frozen=True, slots=True)
class Joined:
    """A name of an actor: how sure it is that it is one, on what grounds, and with which name that was found."""

    name: Name
    score: float
    grounds: tuple[str, ...]
    with_name: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor under the id of its earliest name. ``entity`` is its id in the gazetteer, if it stands there."""

    id: str
    name: str
    kind: Kind
    names: tuple[Joined, ...]
    entity: str | None = None

    @property
    def claims(self) -> int:
        return sum(joined.name.claims for joined in self.names)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two actors that may be one; ``claims`` is how many claims would come to the other if they were."""

    left: str
    right: str
    score: float
    grounds: tuple[str, ...]
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors, by their numbers while names are resolved, that may be one."""

    left: int
    right: int
    score: float
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who: the actors in the order of their earliest names, the actor of every name, and what is doubtful."""

    actors: tuple[Actor, ...]
    of: dict[str, str] = field(repr=False)
    doubts: tuple[Doubt, ...] = ()
    ignored: tuple[str, ...] = ()
    """The ids of judgements that later ones contradict."""

    def actor(self, name: str) -> Actor:
        """The actor of the name with this id; ``KeyError`` if there is none."""
        wanted = self.of[name]
        return next(actor for actor in self.actors if actor.id == wanted)
