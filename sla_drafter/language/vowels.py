"""How many syllables a German, French or Spanish word has, from its vowels: these languages are spelled as they sound.

| language | one sound each | what is not spoken |
|----------|----------------|--------------------|
| de       | ei, ai, au, eu, äu, ie, double vowels | the u of qu |
| fr       | a run of vowels, but é-a, and i-e after a consonant with l or r | e and es at the end |
| es       | i and u beside another vowel, unless they have an accent | the u of que, qui, gue, gui |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from sla_drafter.language.patterns import compiled

_GERMAN = compiled(r"ei|ai|au|eu|äu|ie|aa|ee|oo|[aeiouyäöü]")
_FRENCH = compiled(
    r"[éèêë](?=[aoéiu])|(?<=[bcdfgptv][lr])i(?=[eéao])|[aeiouyàâäéèêëîïôöùûüœæ](?:[aeiouyàâèêîôùûœæ]|(?<=[ou])é|(?<=i)é|(?<=i)ë)*"
)
_SILENT = compiled(r"(?<=[^aeiouyàâäéèêëîïôöùûüœæ])(?:e|es)$|(?<=[iué])es?$")
_SPANISH = compiled(r"[iuüy]?[aeoáéó][iuy]?|[íú]|[iuüy]+")


def _german(word: str) -> int:
    return len(_GERMAN.findall(word.replace("qu", "q")))


def _french(word: str) -> int:
    spoken = re.sub(r"qu|gu(?=[eéèêi])", "q", word)
    shortened = _SILENT.sub("", spoken)
    return len(_FRENCH.findall(shortened if _FRENCH.search(shortened) else spoken))


def _spanish(word: str) -> int:
    return len(_SPANISH.findall(re.sub(r"([qg])u(?=[eéií])", r"\1", word)))


COUNTED: Mapping[str, Callable[[str], int]] = {"de": _german, "fr": _french, "es": _spanish}
"""The count of a word in small letters, by language."""
