"""Time zones by the names of the IANA database; an abbreviation is refused with the zones that it may mean."""

from __future__ import annotations

from functools import cache
from importlib import resources

from sla_drafter.language.distance import nearest
from sla_drafter.model.scalars import Zone
from sla_drafter.readers.agreement_file.refused import Refused

_MEANINGS = {
    "EST": ("America/New_York", "America/Panama", "Australia/Sydney"),
    "EDT": ("America/New_York", "Australia/Sydney"),
    "CST": ("America/Chicago", "Asia/Shanghai", "America/Havana"),
    "CDT": ("America/Chicago", "America/Havana"),
    "MST": ("America/Denver", "America/Phoenix"),
    "MDT": ("America/Denver",),
    "PST": ("America/Los_Angeles", "Asia/Manila"),
    "PDT": ("America/Los_Angeles",),
    "GMT": ("Europe/London", "UTC", "Africa/Abidjan"),
    "BST": ("Europe/London", "Asia/Dhaka"),
    "WET": ("Europe/Lisbon", "Atlantic/Canary"),
    "CET": ("Europe/Berlin", "Europe/Paris", "Europe/Madrid"),
    "CEST": ("Europe/Berlin", "Europe/Paris", "Europe/Madrid"),
    "MET": ("Europe/Berlin",),
    "EET": ("Europe/Athens", "Europe/Helsinki", "Africa/Cairo"),
    "MSK": ("Europe/Moscow",),
    "IST": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "JST": ("Asia/Tokyo",),
    "HST": ("Pacific/Honolulu",),
    "AEST": ("Australia/Sydney", "Australia/Brisbane"),
    "NZST": ("Pacific/Auckland",),
    "SGT": ("Asia/Singapore",),
}
_BARE = "UTC"


@cache
def known_zones() -> frozenset[str]:
    """The names of all zones with a region, and UTC; older nicknames such as GB or EST5EDT are not among them."""
    names = (resources.files("tzdata") / "zones").read_text(encoding="ascii").split()
    return frozenset(name for name in names if "/" in name or name == _BARE)


def zone(words: str) -> Zone:
    """`Europe/London`."""
    if words in known_zones():
        return Zone(words)
    meanings = _MEANINGS.get(words.upper())
    if meanings:
        *others, last = meanings
        may_mean = f"{', '.join(others)} or {last}" if others else last
        raise Refused(f'"{words}" is an abbreviation of several zones or of half a year. Write {may_mean}.')
    near = [name for name in known_zones() if name.rpartition("/")[2].casefold() == words.replace(" ", "_").casefold()]
    near = sorted(near) or list(nearest(words, sorted(known_zones()), limit=1))
    if near:
        raise Refused(f'There is no time zone "{words}". Did you mean {near[0]}?', near[0])
    raise Refused(f'There is no time zone "{words}". Write its IANA name: Europe/London, America/New_York, UTC.')


def zone_words(value: Zone) -> str:
    """`Europe/London`."""
    return value.name
