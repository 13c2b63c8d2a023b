"""Whether two names can be of one actor: a score from 0 to 1, with what it rests on."""

from __future__ import annotations

from functools import lru_cache

from allegiance.actors.names import abbreviation, chinese, groups, persons
from allegiance.actors.names.clean import clean, latin, look_alikes, mixed
from allegiance.actors.names.parts import Part, similarity
from allegiance.actors.names.persons import Found
from allegiance.actors.names.sound import alike
from allegiance.geography import atlas
from allegiance.model import Kind

SAME = 0.8
"""From this score on, two names are taken to be of one actor."""
DOUBT = 0.5
"""From this score on, a person should look."""

_GROUPS = frozenset(
    {Kind.PARTY, Kind.ARMED_GROUP, Kind.MOVEMENT, Kind.ORGANISATION, Kind.INTERNATIONAL, Kind.MEDIA, Kind.GOVERNMENT}
)


@lru_cache(maxsize=100_000)
def compare(left: str, right: str, kind: Kind) -> Found:
    """How far two names can be of one actor of a kind."""
    one, other = clean(left), clean(right)
    if not one or not other:
        return Found(0.0)
    if one == other:
        return Found(1.0, ("the same name",))
    if mixed(one) or mixed(other):
        return Found(0.5 if look_alikes(one, other) else 0.0, ("letters of several scripts in a word",))
    if look_alikes(one, other):
        return Found(0.5, ("look-alike letters",))
    if latin(one) == latin(other) and one.isascii() == other.isascii():
        return Found(0.99, ("the same but for capitals",))
    if kind is Kind.PERSON:
        return _persons(one, other)
    if kind is Kind.STATE:
        return _states(one, other)
    return _groups(one, other)


def _persons(one: str, other: str) -> Found:
    if chinese.in_characters(one) or chinese.in_characters(other):
        common = chinese.readings(one) & chinese.readings(other)
        return Found(0.95, ("the same in pinyin",)) if common else Found(0.0)
    found = persons.compare(persons.parse(one), persons.parse(other))
    if found.score >= SAME:
        return found
    if chinese.readings(one) & chinese.readings(other):
        return Found(0.9, ("the same in pinyin",))
    return max(found, _run_together(one, other), key=lambda result: result.score)


def _run_together(one: str, other: str) -> Found:
    """Names whose parts are written in one word on one side: Ahmadi-Nejad, محمدجواد."""
    left, right = persons.parse(one).parts, persons.parse(other).parts
    if len(left) == len(right) or min(len(left), len(right)) < 1:
        return Found(0.0)
    for part_one, part_other in ((left, right), (right, left)):
        if len(part_one) == len(part_other) + 1 and not any(part.initial for part in part_one):
            score = _joined(part_one, part_other)
            if score:
                return Found(score, ("parts written in one word",))
    return Found(0.0)


def _joined(longer: tuple[Part, ...], shorter: tuple[Part, ...]) -> float:
    for place in range(len(shorter)):
        joined = longer[place].text.replace(" ", "") + longer[place + 1].text.replace(" ", "")
        rest = [*longer[:place], *longer[place + 2 :]]
        others = [*shorter[:place], *shorter[place + 1 :]]
        scores = [similarity(a, b) for a, b in zip(rest, others, strict=True)]
        scores.append(0.97 * alike(joined, shorter[place].text.replace(" ", "")))
        if min(scores) >= persons.LEAST:
            return min(scores)
    return 0.0


def _states(one: str, other: str) -> Found:
    left, right = atlas().find(one), atlas().find(other)
    if left is not None and right is not None:
        if left.state == right.state and left.acts and right.acts:
            return Found(0.95, (f"{left.how} and {right.how} of {left.state}",))
        return Found(0.0, (f"{left.how} of {left.state}, {right.how} of {right.state}",))
    return Found(0.0)


def _groups(one: str, other: str) -> Found:
    short, long = abbreviation.letters(one), abbreviation.letters(other)
    if short and long:
        return Found(0.99 if short == long else 0.0, ("abbreviations",))
    if groups.bare(one).replace(" ", "") == groups.bare(other).replace(" ", ""):
        return Found(0.97, ("the same but for spaces",))
    if short or long:
        score = abbreviation.stands_for(short or long or "", other if short else one)
        return Found(0.9 * score, ("an abbreviation of the other",)) if score else Found(0.0)
    return groups.compare(groups.parse(one), groups.parse(other))
