"""Numbers that somebody typed before a paragraph, and what they are in full: (a) below 4.2 is 4.2(a)."""

from __future__ import annotations

import re

from attrs import define

_DECIMAL = r"\d{1,2}(?:\.\d{1,2})+[.)]?"
_TYPED = re.compile(
    rf"(?:§\s?)?(?P<label>{_DECIMAL}(?=\s+[“\"'(\[*]?[^\W\d_a-zß-ÿ])|\d{{1,3}}[.)](?=\s)|\([a-zA-Z]{{1,5}}\)(?=\s)"
    rf"|[a-z]\)(?=\s)|[ivx]{{1,5}}[.)](?=\s))\s+"
)
_OF_HEADING = re.compile(
    r"(?P<label>(?:(?:section|article|clause|schedule|annex|exhibit|appendix|attachment|part)\s+"
    r"(?:\d{1,3}(?:\.\d{1,3})*|[A-Z]|[IVXL]{1,6})|\d{1,3}(?:\.\d{1,3})*|[IVXL]{1,6}\.|[A-Z]\.)[.)]?)(?:\s*[:–—-])?(?:\s+|$)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?:[^\W\d_]+\s+)?(\d{1,3}(?:\.\d{1,3})*)[.)]?")
_ROMAN = re.compile(r"[ivx]+")


def split(words: str, *, heading: bool) -> tuple[str, str]:
    """The number typed before a paragraph, and the words after it; without a number all the words."""
    found = (_OF_HEADING if heading else _TYPED).match(words) or _TYPED.match(words)
    return (found["label"].rstrip(), words[found.end() :]) if found else ("", words)


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
