"""Letters that stand for words: which a paper uses, which of them it says in full, and which everybody knows.

They are said in full where they stand alone in brackets behind their words, or where words whose letters, in their
order, are the letters stand before them in brackets, or behind them in brackets, after a dash or after "means". Letters
before the form of a company are its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.typed import typed
from sla_drafter.lints.undefined import COMPANY_FORMS

_LETTERS = compiled(r"(?<![\w&/.\[-])(?<!\bI )(?P<letters>[A-ZÄÖÜ]{2,6})s?(?![\w&/-]|\.[\w])")
_COMPANY = compiled(rf",? (?:{COMPANY_FORMS})\b")
_CAPITALS = compiled("[A-ZÄÖÜ]{2}")
_SHOUTED = compiled(r"[A-ZÄÖÜ]{2,}[\W\d_]{1,3}[A-ZÄÖÜ]{2,}|[A-ZÄÖÜ]{7,}")
_BEFORE, _BEHIND, _SPARE = 120, 120, 4
_FEW = 4
_WORD = compiled(r"[^\W\d_]+")


def letters_in(words: str) -> Iterator[str]:
    """The letters that a line uses; a line in capitals, or of a few words like the name of a plan, has none."""
    if _CAPITALS.search(words) and len(words.split()) > _FEW and not _SHOUTED.search(words):
        yield from (found["letters"] for found in _LETTERS.finditer(words))


def known_to_all(paper: Paper) -> frozenset[str]:
    """The letters that need no words: those of the language, of the house, and the defined terms."""
    listed = wordlists.listed("acronyms")
    words = (word for one in (*paper.configuration.terms, *typed(paper).definitions) for word in _WORD.findall(one))
    return frozenset((*listed["all"], *listed.get(paper.language, ()), *(word.upper() for word in words)))


def said_in_full(lines: Iterable[str], asked: frozenset[str]) -> frozenset[str]:
    """Those of these letters whose words stand beside them somewhere."""
    found: set[str] = set()
    for words in lines:
        for one in _LETTERS.finditer(words) if asked else ():
            letters = one["letters"]
            if letters in asked and letters not in found and _has_words(words, one.start(), one.end(), letters):
                found.add(letters)
    return frozenset(found)


def _has_words(text: str, start: int, end: int, letters: str) -> bool:
    if _COMPANY.match(text, end):
        return True
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return True  # in whatever language the words before it are
    before = text[max(0, start - _BEFORE) : start].rstrip(" “\"'«„")
    behind = text[end : end + _BEHIND].lstrip(" ”\"'»“")
    if before.endswith("("):
        return _spell(_WORD.findall(before)[-len(letters) - _SPARE :], letters)
    if behind[:1] in ("(", "–", "—", ":", "=") or behind.startswith(("means", "stands for", "bezeichnet", "désigne")):
        return _spell(_WORD.findall(behind)[: len(letters) + _SPARE], letters)
    return False


def _spell(words: list[str], letters: str) -> bool:
    """Whether the letters, in their order, begin words or stand in them: Verfügbarkeit (VFK), Service Level (SL)."""
    signs = iter("".join(words).casefold())
    begins = bool(words) and any(word[:1].casefold() == letters[0].casefold() for word in words)
    return begins and all(letter in signs for letter in letters.casefold())
