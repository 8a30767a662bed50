"""What the inflected forms of a word have in common, so that a term is found in any case and number.

| language | one stem | forms |
|----------|----------|-------|
| en | outage | outage, outages |
| de | vertrag | Vertrag, Vertrags, Verträge, Verträgen |
| fr | service mensuel | service mensuel, services mensuels, services mensuelles |
| es | interrupcion | interrupción, interrupciones |

A stem is no word: it is only compared. It tells more words apart than a dictionary of word families would, and a few
less than a grammar.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, partial

from sla_drafter.language.kept import ByWord

_SHORTEST = 3
_KEPT_STEMS = 65_536
_SHARP = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae"})


def stem(word: str, language: str) -> str:
    """The stem of one word, in small letters and without accents; a language without rules keeps the word."""
    return stems(language)[word]


@cache
def stems(language: str) -> Mapping[str, str]:
    """The stem of any word of a language, by the word."""
    return ByWord(partial(_stem, language=language), _KEPT_STEMS)


def _stem(word: str, language: str) -> str:
    folded = unicodedata.normalize("NFD", word.casefold().translate(_SHARP))
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return _STEMS.get(language, str)(plain) if plain.isalpha() else plain


def _english(word: str) -> str:
    if len(word) <= _SHORTEST or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > _SHORTEST + 1:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes", "zzes")) else word[:-1]


def _german(word: str) -> str:
    """Without the endings of cases and numbers, down to three letters: e, n, r, s, m in any order."""
    end = len(word)
    while end > _SHORTEST and word[end - 1] in "enrsm":
        end -= 1
    return word[: max(end, _SHORTEST)]


def _french(word: str) -> str:
    """Without the plural, then without the feminine: -s, -x, -aux, -e, -lle, -nne."""
    if len(word) > _SHORTEST and word.endswith("aux"):
        return f"{word[:-3]}al"
    one = word[:-1] if len(word) > _SHORTEST and word[-1] in "sx" else word
    one = one[:_SHORTEST] + one[_SHORTEST:].rstrip("e")
    return re.sub(r"([ln])\1\Z", r"\1", one)


def _spanish(word: str) -> str:
    """Without the plural: -ces of -z, -es after a consonant, -s."""
    if len(word) > _SHORTEST + 1 and word.endswith("ces"):
        return f"{word[:-3]}z"
    one = word[:-1] if len(word) > _SHORTEST and word.endswith("s") else word
    return one[:-1] if len(one) > _SHORTEST and one.endswith("e") else one


_STEMS: Mapping[str, Callable[[str], str]] = {"en": _english, "de": _german, "fr": _french, "es": _spanish}
