"""How many syllables a word has.

German, French and Spanish words are counted by their vowels alone (`vowels`). In English,
vowel rules are right for 93 of 100 words of the CMU pronouncing dictionary; the others stand in a table of exceptions
(`data/en_syllables.txt.gz`, how it was made: `data/README.md`). Some words are spoken in two ways; `fewest=True`
counts the shorter one, as some statutes ask.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable, Mapping
from functools import cache

from attrs import field, frozen

from sla_drafter.errors import UnknownLanguage
from sla_drafter.language.data_files import read_data
from sla_drafter.language.kept import LONGEST_WORD, kept
from sla_drafter.language.vowels import COUNTED

LANGUAGES = ("en", *COUNTED)
"""The languages whose syllables can be counted."""

_VOWELS = re.compile(r"[aeiouy]+")
_LONGEST_ABBREVIATION = 5
_LETTERS = re.compile(r"[a-z]+")

# What a group of vowels hides or feigns in English: a pattern and the syllables to add for each place it is found.
_CORRECTIONS = tuple(
    (re.compile(pattern), syllables)
    for pattern, syllables in (
        (r"(?<=[^aeiouy])e$", -1),  # fee base: silent
        (r"(?<=[^aeiouyrwl])le$", +1),  # whole, but reason-a-ble
        (r"(?<=[^aeiouydt])ed$", -1),  # fixed, but started
        (r"(?<=[bcdfgkptz])led$", +1),  # enabled
        (r"(?<=[^aeiouyscxzjg])es$", -1),  # rates, but services
        (r"[cs]hes$", +1),  # patches
        (r"(?<=[^aeiouyrwl])les$", +1),  # variables
        (r"(?<=[^tcsgx])ia|ia$", +1),  # li-a-ble, but partial
        (r"(?<=[^tcsgxln])io|(?<=[ln])io$", +1),  # pri-or, but action
        (r"iu[ms]", +1),  # premi-um
        (r"(?<=[^qg])ua", +1),  # manu-al, but quality
        (r"(?<!her)eo[^u]", +1),  # the-ory, but hereof
        (r"(?<=[^c])ien[ct]", +1),  # cli-ent, but efficient
        (r"iers?$", +1),  # suppli-er
        (r"iest$", +1),  # earli-est
        (r"[aeiouy]ing", +1),  # agree-ing
        (r"sms?$", +1),  # mechanis-m
        (r"[^aeiouy]e(?=ly$|ment|ness|ful|less|man$)", -1),  # completely
        (r"uity|iet[yi]", +1),  # continu-ity
        (r"^mc", +1),  # Mc-Donald
        (r"[aeou]ye[rd]", +1),  # pay-er
        (r"[aou]y(?:[ao]|i(?!ng))", +1),  # loy-al
        (r"[^e]ea$", +1),  # are-a
        (r"ically$", -1),  # automatically
        (r"[gq]ues?$", -1),  # catalogue
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
    packed = read_data("sla_drafter.language", "en_syllables.txt.gz")
    return read_exceptions(zlib.decompress(packed, zlib.MAX_WBITS | 16).decode("ascii"))  # of a gzip file


def read_exceptions(text: str) -> Exceptions:
    """The table of exceptions from its text.

    A line is a key and the words it is meant for: "+1 …" is added to the rules' count, "=3 …" is the shorter count,
    "#" is a remark. Each word is spelled as the letters it shares with the word before it, then the rest: "4ly".
    """
    added: dict[str, int] = {}
    shorter: dict[str, int] = {}
    for line in text.splitlines():
        key, *coded = line.split(" ")
        if key == "#":
            continue
        table, value = (shorter, int(key[1:])) if key[0] == "=" else (added, int(key))
        table.update(dict.fromkeys(_front_decoded(coded), value))
    return Exceptions(added, shorter)


def _front_decoded(coded: Iterable[str]) -> Iterable[str]:
    word = ""
    for entry in coded:
        rest = entry.lstrip("0123456789")
        word = word[: int(entry[: len(entry) - len(rest)])] + rest
        yield word
