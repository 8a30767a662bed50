"""Places by the names that contracts use, where the `holidays` package has a local name or none: country, then part."""

from __future__ import annotations

from collections.abc import Mapping

PLACES: Mapping[str, str] = {
    "england and wales": "GB-ENG",
    "england": "GB-ENG",
    "wales": "GB-WLS",
    "scotland": "GB-SCT",
    "northern ireland": "GB-NIR",
    "uk": "GB",
    "great britain": "GB",
    "republic of ireland": "IE",
    "usa": "US",
    "us": "US",
    "united states of america": "US",
    "georgia (country)": "GE",
    "hong kong": "HK",
    "the netherlands": "NL",
    "holland": "NL",
    "czech republic": "CZ",
    "deutschland": "DE",
    "bavaria": "DE-BY",
    "hesse": "DE-HE",
    "lower saxony": "DE-NI",
    "mecklenburg-western pomerania": "DE-MV",
    "north rhine-westphalia": "DE-NW",
    "rhineland-palatinate": "DE-RP",
    "saxony": "DE-SN",
    "saxony-anhalt": "DE-ST",
    "thuringia": "DE-TH",
    "österreich": "AT",
    "carinthia": "AT-2",
    "lower austria": "AT-3",
    "upper austria": "AT-4",
    "styria": "AT-6",
    "tyrol": "AT-7",
    "vienna": "AT-9",
    "schweiz": "CH",
    "basel": "CH-BS",
    "geneva": "CH-GE",
    "grisons": "CH-GR",
    "lucerne": "CH-LU",
    "zurich": "CH-ZH",
    "españa": "ES",
    "andalusia": "ES-AN",
    "balearic islands": "ES-IB",
    "basque country": "ES-PV",
    "canary islands": "ES-CN",
    "catalonia": "ES-CT",
    "valencia": "ES-VC",
    "florence": "IT-FI",
    "milan": "IT-MI",
    "naples": "IT-NA",
    "rome": "IT-RM",
    "turin": "IT-TO",
    "venice": "IT-VE",
    "washington, d.c.": "US-DC",
    "washington dc": "US-DC",
    "state of new york": "US-NY",
    "state of washington": "US-WA",
}

# A name of two places far apart; each of the others says which is meant.
AMBIGUOUS: Mapping[str, tuple[str, ...]] = {
    "georgia": ("Georgia, United States", "Georgia (country)"),
}

# Where the name of a part alone says which country is meant.
FEDERATIONS = ("US", "CA", "AU", "DE", "CH", "AT", "ES", "BR", "IN", "NZ", "IT", "FR", "MX", "MY")
