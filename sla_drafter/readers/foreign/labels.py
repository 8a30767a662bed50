"""Numbers that somebody typed before a paragraph, and what they are in full: (a) below 4.2 is 4.2(a)."""

from __future__ import annotations

import re
from functools import cache

from sla_drafter.language.contracts import LANGUAGES, contract_words
from sla_drafter.language.patterns import compiled
from sla_drafter.values import define

_DECIMAL = r"\d{1,2}(?:\.\d{1,2})+[.)]?"
_TYPED = compiled(
    rf"(?:§\s?)?(?P<label>{_DECIMAL}(?=\s+(?:§|[“„«»‚\"'(\[*¿¡]?\s?[^\W\d_a-zß-ÿ]))|\d{{1,3}}[.)](?=\s)|\([a-zA-Z]{{1,5}}\)(?=\s)"
    rf"|[a-z]\)(?=\s)|[ivx]{{1,5}}[.)](?=\s))\s+"
)
_NUMBER = r"\d{1,3}(?:\.\d{1,3})*"
_MOST_WORDS = 10
_ENDS = compiled(r"[.;:,?!]\s*\Z")
_NUMERIC = compiled(rf"(?:[^\W\d_]+\s+|§+\s*)?({_NUMBER})[.)]?")
_ROMAN = compiled(r"[ivx]+")
_PART = r"(?P<part>[^\W\d_]+\.?(?: [^\W\d_]+)??)"
_HEADING = compiled(
    rf"(?P<label>(?:§\s?{_NUMBER}|{_NUMBER}|[IVXL]{{1,6}}\.|[A-Z]\.|{_PART}\s+(?:{_NUMBER}|[A-Z]|[IVXL]{{1,6}}))[.)]?)"
    r"(?:\s*[:–—-])?(?:\s+|$)",
    re.IGNORECASE,
)
_BEFORE_A_TITLE = compiled(
    rf"(?P<label>(?:{_PART}\s+(?:{_NUMBER}|[A-Z]|[IVXL]{{1,6}})|§\s?{_NUMBER})[.)]?)(?:\s*[:–—-])?"
    r"(?:\s+(?=[^\W\d_a-zß-ÿ])|$)"
)


def split(words: str, *, heading: bool) -> tuple[str, str]:
    """The number typed before a paragraph, and the words after it; without a number all the words."""
    found = (_of_part(_HEADING, words) if heading else _TYPED.match(words)) or _TYPED.match(words) or _named(words)
    return (found["label"].rstrip(), words[found.end() :]) if found else ("", words)


def _named(words: str) -> re.Match[str] | None:
    """A short line that begins with a part of the contract and its number is a heading: § 5 Laufzeit."""
    if len(words.split()) > _MOST_WORDS or _ENDS.search(words):
        return None
    return _of_part(_BEFORE_A_TITLE, words)


def _of_part(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """What a pattern matches, unless the words before the number name no part of a contract."""
    found = pattern.match(words)
    return found if found and (found["part"] is None or found["part"].casefold() in _parts()) else None


@cache
def _parts() -> frozenset[str]:
    """The words that name a part of a contract, in all languages."""
    known = [contract_words(language) for language in LANGUAGES]
    names = {
        word for one in known for word in (*one.clauses, *(form for kind in one.attachments.values() for form in kind))
    }
    return frozenset(map(str.casefold, names | {"part", "teil", "partie", "parte"}))


@define
class Counter:
    """Says numbers in full while a file is read from its beginning."""

    decimal: str = ""
    letter: str = ""

    def in_full(self, label: str) -> str:
        """The number in full of the next paragraph with this label."""
        numeric = _NUMERIC.fullmatch(label)
        if numeric:
            self.decimal, self.letter = numeric[1], ""
            return label.rstrip(".)")
        bare = label.strip("().")
        if len(bare) > 5 or not bare.isalpha():
            return label if re.search(r"\w", label) else ""
        if self._is_below_letter(bare):
            return f"{self.decimal}({self.letter})({bare})"
        self.letter = bare
        return f"{self.decimal}({bare})"

    def _is_below_letter(self, bare: str) -> bool:
        """Whether a small Roman number counts below a letter: (i) after (a), but not (i) after (h)."""
        if not self.letter or _ROMAN.fullmatch(self.letter) or not _ROMAN.fullmatch(bare):
            return False
        return len(self.letter) > 1 or len(bare) > 1 or ord(bare) != ord(self.letter) + 1
