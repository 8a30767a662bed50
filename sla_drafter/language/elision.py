"""How French joins "de" to a word: the vowel goes before another (d’Alter, de Corvane, de la haute disponibilité).

An h counts as a vowel unless the word is listed in `data/fr_aspirated.txt`. A name that begins with a digit or a sign,
and one of capitals that is read letter by letter (UPS, HTTP), keep "de".
"""

from __future__ import annotations

import unicodedata
from functools import cache

from sla_drafter.language.data_files import read_data
from sla_drafter.language.patterns import compiled

_FIRST = compiled(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = "aeiou"
_Y_IS_A_VOWEL = compiled(r"y[^aeiou]")


def after_de(words: str) -> str:
    """The words with "de" before them: d’une sonde, de MariaDB."""
    return f"d’{words}" if _elides(words) else f"de {words}"


def _elides(words: str) -> bool:
    found = _FIRST.match(words)
    if not found or (len(found[0]) > 1 and found[0].isupper()):
        return False
    plain = "".join(sign for sign in unicodedata.normalize("NFD", found[0].lower()) if not unicodedata.combining(sign))
    plain = plain.replace("œ", "oe").replace("æ", "ae")
    if plain[0] == "h":
        return not any(plain.startswith(stem) for stem in _aspirated())
    return (plain[0] in _VOWELS and plain not in ("onze", "onzieme", "oui")) or bool(_Y_IS_A_VOWEL.match(plain))


@cache
def _aspirated() -> tuple[str, ...]:
    """Beginnings of French words whose h is a consonant."""
    text = read_data("sla_drafter.language", "fr_aspirated.txt").decode("utf-8")
    return tuple(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
