"""How many syllables a word has.

German, French and Spanish words are counted by their vowels alone (`vowels`). In English,
vowel rules are right for 93 of 100 words of the CMU pronouncing dictionary; the others stand in a table of exceptions
(`data/en_syllables.txt`, how it was made: `data/README.md`). Some words are spoken in two ways; `fewest=True`
counts the shorter one, as some statutes ask.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from attrs import field

from sla_drafter.errors import UnknownLanguage
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.data_files import read_data
from sla_drafter.language.kept import LONGEST_WORD, kept
from sla_drafter.language.patterns import compiled
from sla_drafter.values import frozen

_VOWELS = compiled(r"[aeiouy]+")
_LONGEST_ABBREVIATION = 5
_LETTERS = compiled(r"[a-z]+")

# What a group of vowels hides or feigns in English: patterns, and the syllables to add for each place of one.
_SILENT = (
    r"(?<=[^aeiouy])e$",  # fee base
    r"(?<=[^aeiouydt])ed$",  # fixed, but started
    r"(?<=[^aeiouyscxzjg])es$",  # rates, but services
    r"ically$",  # automatically
    r"[gq]ues?$",  # catalogue
)
_SPOKEN_AT_THE_END = (
    r"(?<=[^aeiouyrwl])les?$",  # whole, but reason-a-ble, variables
    r"(?<=[bcdfgkptz])led$",  # enabled
    r"[cs]hes$",  # patches
    r"iers?$",  # suppli-er
    r"iest$",  # earli-est
    r"sms?$",  # mechanis-m
    r"[^e]ea$",  # are-a
)
_SPOKEN = (
    r"(?<=[^tcsgx])ia|ia$",  # li-a-ble, but partial
    r"(?<=[^tcsgxln])io|(?<=[ln])io$",  # pri-or, but action
    r"iu[ms]",  # premi-um
    r"(?<=[^qg])ua",  # manu-al, but quality
    r"(?<!her)eo[^u]",  # the-ory, but hereof
    r"(?<=[^c])ien[ct]",  # cli-ent, but efficient
    r"[aeiouy]ing",  # agree-ing
    r"uity|iet[yi]",  # continu-ity
    r"^mc",  # Mc-Donald
    r"[aeou]ye[rd]",  # pay-er
    r"[aou]y(?:[ao]|i(?!ng))",  # loy-al
)
_CORRECTIONS = tuple(
    (compiled(pattern), syllables)
    for pattern, syllables in (
        ("|".join(_SILENT), -1),
        (r"[^aeiouy]e(?=ly$|ment|ness|ful|less|man$)", -1),  # completely
        # A word has one end, so one of these at most is there.
        ("|".join(_SPOKEN_AT_THE_END), +1),
        *((pattern, +1) for pattern in _SPOKEN),
    )
)


@frozen
class Exceptions:
    """What to add to the rules' count of a word that they miscount, and the counts of words spoken shorter as well."""

    added: Mapping[str, int] = field(eq=False)
    shorter: Mapping[str, int] = field(eq=False)


def syllables(word: str, language: str, *, fewest: bool = False) -> int:
    """The syllables of one word, at least one. The parts of a hyphenated word are counted one by one.

    Numerals, signs and abbreviations in capitals count one syllable, as the readability statutes have it.
    """
    if language not in LANGUAGES:
        raise UnknownLanguage(language, LANGUAGES)
    return _counted(word, fewest) if language == "en" else _by_vowels(word, language)


@kept(8192, LONGEST_WORD)
def _counted(word: str, fewest: bool) -> int:
    if _is_one_syllable_by_statute(word):
        return 1
    return max(1, sum(_of_part(part, fewest) for part in re.split(r"[-‐‑–/]", word)))


@kept(8192, LONGEST_WORD)
def _by_vowels(word: str, language: str) -> int:
    from sla_drafter.language.vowels import COUNTED

    if _is_one_syllable_by_statute(word):
        return 1
    return max(1, sum(map(COUNTED[language], re.split(r"[-‐‑–/’']", word.lower()))))


def _is_one_syllable_by_statute(word: str) -> bool:
    """Whether a word is a numeral, a sign, or an abbreviation such as SLA; a long word in capitals is only loud."""
    return any(letter.isdigit() for letter in word) or (1 < len(word) <= _LONGEST_ABBREVIATION and word.isupper())


def _of_part(part: str, fewest: bool) -> int:
    letters = _plain_letters(part)
    if not letters:
        return 0
    table = _exceptions()
    if fewest and letters in table.shorter:
        return table.shorter[letters]
    return by_rule(letters) + table.added.get(letters, 0) + _spoken_not(part)


def _spoken_not(part: str) -> int:
    """Isn't and couldn't are spoken with one more syllable than they are written with; don't and can't are not."""
    return int(part.lower().replace("’", "'").endswith(("sn't", "dn't")))


def _plain_letters(part: str) -> str:
    """The word in lower case, without accents and apostrophes."""
    decomposed = unicodedata.normalize("NFKD", part.lower())
    return "".join(_LETTERS.findall(decomposed))


def by_rule(letters: str) -> int:
    """The count by vowel rules alone, for a word in plain small letters."""
    if len(letters) <= 2:
        return 1
    count = len(_VOWELS.findall(letters))
    return max(1, count + sum(added * len(pattern.findall(letters)) for pattern, added in _CORRECTIONS))


@cache
def _exceptions() -> Exceptions:
    return read_exceptions(read_data("sla_drafter.language", "en_syllables.txt").decode("ascii"))


def read_exceptions(text: str) -> Exceptions:
    """The table of exceptions from its text.

    A line is a key and the words it is meant for: "+1 …" is added to the rules' count, "=3 …" is the shorter count,
    "#" is a remark.
    """
    added: dict[str, int] = {}
    shorter: dict[str, int] = {}
    for line in text.splitlines():
        key, *words = line.split(" ")
        if key == "#":
            continue
        table, value = (shorter, int(key[1:])) if key[0] == "=" else (added, int(key))
        table.update(dict.fromkeys(words, value))
    return Exceptions(added, shorter)
