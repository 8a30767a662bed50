"""Numbers that somebody typed before a paragraph, and what they are in full: (a) below 4.2 is 4.2(a)."""

from __future__ import annotations

import re
from functools import cache

from attrs import define

from sla_drafter.language.contracts import LANGUAGES, contract_words

_DECIMAL = r"\d{1,2}(?:\.\d{1,2})+[.)]?"
_TYPED = re.compile(
    rf"(?:§\s?)?(?P<label>{_DECIMAL}(?=\s+[“\"'(\[*]?[^\W\d_a-zß-ÿ])|\d{{1,3}}[.)](?=\s)|\([a-zA-Z]{{1,5}}\)(?=\s)"
    rf"|[a-z]\)(?=\s)|[ivx]{{1,5}}[.)](?=\s))\s+"
)
_NUMBER = r"\d{1,3}(?:\.\d{1,3})*"
_MOST_WORDS = 10
_ENDS = re.compile(r"[.;:,?!]\s*\Z")
_NUMERIC = re.compile(rf"(?:[^\W\d_]+\s+|§+\s*)?({_NUMBER})[.)]?")
_ROMAN = re.compile(r"[ivx]+")


def split(words: str, *, heading: bool) -> tuple[str, str]:
    """The number typed before a paragraph, and the words after it; without a number all the words."""
    found = (_of_heading() if heading else _TYPED).match(words) or _TYPED.match(words) or _named(words)
    return (found["label"].rstrip(), words[found.end() :]) if found else ("", words)


def _named(words: str) -> re.Match[str] | None:
    """A short line that begins with a part of the contract and its number is a heading: § 5 Laufzeit."""
    if len(words.split()) > _MOST_WORDS or _ENDS.search(words):
        return None
    return _before_a_title().match(words)


@cache
def _parts() -> str:
    """A pattern of the words that name a part of a contract, in all languages."""
    known = [contract_words(language) for language in LANGUAGES]
    names = {
        word for one in known for word in (*one.clauses, *(form for kind in one.attachments.values() for form in kind))
    }
    return "|".join(
        sorted(map(re.escape, (*names - {"§", "§§"}, "part", "teil", "partie", "parte")), key=len, reverse=True)
    )


@cache
def _of_heading() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<label>(?:(?:{_parts()})\s+(?:{_NUMBER}|[A-Z]|[IVXL]{{1,6}})|§\s?{_NUMBER}|{_NUMBER}|[IVXL]{{1,6}}\.|[A-Z]\.)"
        r"[.)]?)(?:\s*[:–—-])?(?:\s+|$)",
        re.IGNORECASE,
    )


@cache
def _before_a_title() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<label>(?:(?i:{_parts()})\s+(?:{_NUMBER}|[A-Z]|[IVXL]{{1,6}})|§\s?{_NUMBER})[.)]?)(?:\s*[:–—-])?"
        r"(?:\s+(?=[^\W\d_a-zß-ÿ])|$)"
    )


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
