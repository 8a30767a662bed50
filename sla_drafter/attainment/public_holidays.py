"""Closed days: the public holidays of a place by the name that an agreement gives it, or days written one by one.

The days come from the `holidays` package, which covers about 250 countries and their parts. Legal English names places
in its own way ("England and Wales", "Bavaria", "New York"); `places` holds those names, and some of others. Any
country and any part of one that the package knows is understood too, a country also by its German, French or Spanish
name. A name that is not known is refused with near ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache

from sla_drafter.attainment.one_country import holidays_of
from sla_drafter.attainment.places import AMBIGUOUS, FEDERATIONS, PLACES
from sla_drafter.errors import SlaDrafterError
from sla_drafter.language.distance import nearest
from sla_drafter.language.locales import LOCALES, locale
from sla_drafter.language.patterns import compiled
from sla_drafter.values import frozen

_DATE = compiled(r"\d{4}-\d{2}-\d{2}")
_PART_OF_WHOLE = compiled(r"(?P<part>.+), (?P<whole>[^,]+)")
_WHOLE_WITH_PART = compiled(r"(?P<whole>.+?) ?\((?P<part>.+)\)")
_CODE = compiled(r"(?P<whole>[a-z]{2})-(?P<part>[a-z0-9]{1,3})")
_LONGEST_CODE = 3


@frozen
class Place:
    """A country by its ISO code, and the part of it whose holidays are meant ("" for the whole country)."""

    country: str
    part: str = ""


class UnknownPlace(SlaDrafterError, LookupError):
    """A place whose public holidays nobody knows; it names those that are near."""

    def __init__(self, words: str, near: tuple[str, ...]) -> None:
        meant = f"Did you mean {' or '.join(near)}?" if near else "Write a country, a part of one, or dates."
        super().__init__(f'No public holidays are known for "{words}". {meant}')
        self.words, self.near = words, near


def closed_days(words: str, years: Iterable[int]) -> frozenset[date]:
    """The closed days that an agreement names, in some years: a place, dates, or several of both with commas between.

    Raises `UnknownPlace`.
    """
    wanted = frozenset(years)
    return frozenset().union(*(_days_of(part, wanted) for part in named(words)))


def named(words: str) -> tuple[date | Place, ...]:
    """The places and days that the words of an agreement name; raises `UnknownPlace`."""
    whole = _known(words)
    if whole:
        return (whole,)
    parts = (part.strip() for part in re.split(r"[,;]", words))
    return tuple(_day(part) or place(part) for part in parts if part)


def place(words: str) -> Place:
    """The place that a name means; raises `UnknownPlace` with the names that are near."""
    found = _known(words)
    if found:
        return found
    name = _plain(words)
    near = AMBIGUOUS.get(name) or tuple(map(_title, nearest(name, [*PLACES, *_countries(), *_parts_by_name()])))
    raise UnknownPlace(words, near)


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if _DATE.fullmatch(words) else None
    except ValueError:
        raise UnknownPlace(words, ()) from None


def _known(words: str) -> Place | None:
    """The place of a name: of the table, a country, a part of one, or both ("Bayern, Germany", "Germany (Bayern)")."""
    name = _plain(words)
    if name in AMBIGUOUS:
        return None
    code = PLACES.get(name) or _countries().get(name)
    if code:
        country, _, part = code.partition("-")
        return Place(country, part)
    for pattern in (_PART_OF_WHOLE, _WHOLE_WITH_PART, _CODE):
        if both := pattern.fullmatch(name):
            return _part(both["part"], both["whole"])
    return _parts_by_name().get(name) or _abroad().get(name)


def _part(name: str, whole: str) -> Place | None:
    """A part by its name and that of its country."""
    country = Place(whole.upper()) if whole.upper() in _countries().values() else _known(whole)
    if country is None or country.part:
        return None
    known = PLACES.get(name, "").partition("-")
    code = known[2] if known[0] == country.country else _parts(country.country).get(name)
    return Place(country.country, code) if code else None


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("_", " ").split()).removeprefix("the ")


def _title(name: str) -> str:
    return " ".join(word if word in ("and", "of") else word.capitalize() for word in name.split())


@cache
def _countries() -> Mapping[str, str]:
    """Every country that the package knows, by its name."""
    from holidays.registry import COUNTRIES

    return {_plain(name): codes[1] for name, codes in COUNTRIES.items()}


@cache
def _abroad() -> Mapping[str, Place]:
    """Every country by the names that the languages of the library give it: Schweden, Suède, Suecia."""
    known = set(_countries().values())
    names = [names for language in LOCALES for names in locale(language).territories.items()]
    return {_plain(name): Place(code) for code, name in names if code in known}


@lru_cache(maxsize=32)
def _parts(country: str) -> Mapping[str, str]:
    """The parts of a country, by name where the package has one and by code."""
    known = holidays_of(country)
    names = getattr(known, "subdivisions_aliases", {}).items()
    return {code.casefold(): code for code in known.subdivisions} | {_plain(name): code for name, code in names}


@cache
def _parts_by_name() -> Mapping[str, Place]:
    """The parts of federations whose names nobody shares; a name of three letters or fewer is a code."""
    found: dict[str, set[Place]] = {}
    for country in FEDERATIONS:
        for name, code in _parts(country).items():
            found.setdefault(name, set()).add(Place(country, code))
    return {name: places.pop() for name, places in found.items() if len(places) == 1 and len(name) > _LONGEST_CODE}


def _days_of(part: date | Place, years: frozenset[int]) -> frozenset[date]:
    return frozenset((part,)) if isinstance(part, date) else _holidays(part, years)


@lru_cache(maxsize=256)
def _holidays(where: Place, years: frozenset[int]) -> frozenset[date]:
    return frozenset(holidays_of(where.country, subdiv=where.part or None, years=sorted(years)))
