"""Who the actors of a data set are: their names, what they are, and the ids they have in every text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

import polars as pl

from allegiance.model import Kind

_GOVERNMENT = re.compile(r"^(?:the )?government of (?P<state>[^(]+?)(?: \(.*\))?$", re.IGNORECASE)
_LOUD = re.compile(r"[A-Z]{3,}")
_REMEMBERED = 1 << 17


def lookup(column: pl.Series, function: Callable[[str], tuple[str | None, ...]], *names: str) -> list[pl.Series]:
    """What ``function`` says of every text of a column, as so many columns; it is asked once for each different text.

    Null stays null.
    """
    texts = column.drop_nulls().unique()
    said = pl.DataFrame([function(text) for text in texts], schema=dict.fromkeys(names, pl.String), orient="row")
    places = column.replace_strict(texts, range(len(texts)), default=None, return_dtype=pl.UInt32)
    return [said[name].gather(places) for name in names]


def each(column: pl.Series, function: Callable[[str], str | None]) -> pl.Series:
    """The same where there is one thing to say."""
    return lookup(column, lambda text: (function(text),), "said")[0]


def together(*columns: pl.Expr) -> pl.Expr:
    """Several columns as one text, for `each`; `apart` takes it apart."""
    return pl.concat_str([column.fill_null("") for column in columns], separator="\x1f")


def apart(text: str) -> list[str | None]:
    """The columns that `together` put together."""
    return [part or None for part in text.split("\x1f")]


def named(claims: pl.DataFrame) -> pl.DataFrame:
    """The claims with the name, the kind and the id of both actors: ``source``, the words until now, is the id.

    What a row does not call anything is a state if it has the name of one, or else an organisation.
    """
    for side in ("source", "target"):
        who = claims.select(together(pl.col(f"{side}_kind"), _called(side))).to_series()
        claims = claims.with_columns(lookup(who, _party, f"{side}_name", f"{side}_kind", side))
    return claims


def _called(side: str) -> pl.Expr:
    """The name of an actor, with the country in brackets where there is one and the name does not tell."""
    name, of = pl.coalesce(f"{side}_name", side), pl.col(f"{side}_of")
    return pl.when(name.str.contains(of, literal=True)).then(name).otherwise(pl.coalesce(name + " (" + of + ")", name))


@lru_cache(maxsize=_REMEMBERED)
def _party(text: str) -> tuple[str, str, str]:
    """The usual name of an actor, its kind, and the id that extraction gives to one of that name and kind."""
    from allegiance.extract.identity import identifier

    given, called = text.split("\x1f", 1)
    kind = Kind(given) if given else Kind.STATE if is_state(called) else Kind.ORGANISATION
    name = usual_name(called, kind)
    return name, kind.value, identifier(name, kind)


def usual_name(name: str, kind: Kind) -> str:
    """The name an actor goes by: of a state, or the government that acts for it, the state's usual name."""
    from allegiance.geography import states

    name = " ".join(name.split())
    if kind is not Kind.STATE:
        return name
    found = _GOVERNMENT.match(name)
    bare = found["state"] if found else name
    return states().names.get(bare.lower(), bare)


def country(code: str) -> str | None:
    """The usual name of the state with an ISO 3166 alpha-3 code, such as CAMEO uses for nearly all of them."""
    return _by_code().get(code.upper())


@cache
def _by_code() -> dict[str, str]:
    from countryinfo import all_countries

    found = [one.info() for one in all_countries()]
    return {info["ISO"]["alpha3"]: info["name"] for info in found if "alpha3" in info.get("ISO", ())}


@cache
def two_letters() -> dict[str, str]:
    """The ISO 3166 alpha-2 codes of states by their usual names, in small letters."""
    from countryinfo import all_countries

    found = [one.info() for one in all_countries()]
    return {info["name"]: info["ISO"]["alpha2"].lower() for info in found if "alpha2" in info.get("ISO", ())}


def is_state(name: str) -> bool:
    """Whether a name is that of a state."""
    from allegiance.geography import states

    return name.lower() in states().names


def spoken(name: str) -> str:
    """A name written in capitals, as in GDELT, written as names are.

    >>> spoken("UNITED NATIONS")
    'United Nations'
    """
    return _LOUD.sub(lambda word: word[0].capitalize(), name)
