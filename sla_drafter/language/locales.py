"""Which locale spells a language. Nothing that a user typed ever reaches the locale library: only this list does.

| language | locale | 1234.5  | 99.9 % | 1 January 2027    |
|----------|--------|---------|--------|-------------------|
| en       | en_GB  | 1,234.5 | 99.9%  | 1 January 2027    |
| de       | de_DE  | 1.234,5 | 99,9 % | 1. Januar 2027    |
| fr       | fr_FR  | 1 234,5 | 99,9 % | 1 janvier 2027    |
| es       | es_ES  | 1.234,5 | 99,9 % | 1 de enero de 2027 |
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sla_drafter.errors import UnknownLanguage

if TYPE_CHECKING:
    from babel import Locale

LOCALES = {"en": "en_GB", "de": "de_DE", "fr": "fr_FR", "es": "es_ES"}


@cache
def locale(language: str) -> Locale:
    """The locale that spells a language; one that is not in the list raises `UnknownLanguage`."""
    if language not in LOCALES:
        raise UnknownLanguage(language, tuple(LOCALES))
    from babel import Locale

    return Locale.parse(LOCALES[language])


def plural_category(count: int | Decimal, language: str) -> str:
    """Which form of a noun goes with a count: "one", "other" (some languages have more)."""
    return _category(str(count), language)


@lru_cache(maxsize=1024)
def _category(count: str, language: str) -> str:
    """By the digits as they are written: in some languages 1 and 1.0 have different forms."""
    return str(locale(language).plural_form(Decimal(count)))


def language_name(language: str, spoken: str) -> str:
    """What a language is called in another one: German, Deutsch, allemand."""
    return str(locale(language).get_language_name(spoken))
