"""Where a foreign paper points to: clauses by their numbers, attachments by their names, as its language has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sla_drafter.language.contracts import ContractWords, contract_words
from sla_drafter.language.patterns import compiled
from sla_drafter.lints.masters import masters
from sla_drafter.lints.paper import Line, Paper, Part
from sla_drafter.values import frozen

_NUMBER = r"\d{1,3}(?:\.\d{1,4})*(?: ?\([a-zA-Z]{1,4}\))*(?![\d.]*\d)"
_ONE = compiled(rf"(?<![\d(.]){_NUMBER}")
_FINE = r"(?:\(\d{1,2}\)(?:\([a-z]{1,4}\))*|\.?[a-z]\)?(?!\w))?"
"""What a law has behind its number and a contract seldom: 28(3), 89b, 5.1.f)."""
_EUROPEAN = compiled(
    r"\((?:EU|EC|EEC|EG|EWG|UE|CE|CEE)\)(?: (?:No\.?|Nr\.|n[°ºo]\.?))? ?\d|\b\d{2,4}/\d{1,4}/(?:EU|EC|EG|UE|CE)\b"
    r"|\b(?:GDPR|DS-?GVO|RGPD|DORA|NIS ?2)\b"
)
"""A law of the European Union: the articles named behind it in its paragraph are its own."""
_ID = r"(?:[A-Z]|\d{1,2}|[IVX]{1,5})(?!\w)"
_ONE_ID = compiled(_ID)
_BEFORE, _IN_VIEW = 40, 400
_TITLE = 10
"""The most words of a line that is the title of an attachment."""


@frozen
class Pointing:
    """A reference as typed: in which paragraph, its words, and the number or name that it points to."""

    clause: str
    words: str
    number: str


@frozen
class _Patterns:
    """How a language points: to clauses, to attachments, and what says that a number is of another document."""

    clause: re.Pattern[str]
    attachment: re.Pattern[str]
    own: re.Pattern[str]
    law: re.Pattern[str]
    master: re.Pattern[str]
    kinds: dict[str, str]

    def other_document(self, text: str) -> int:
        """Where a paragraph has named another agreement for the first time; behind its end where it names none."""
        found = self.master.search(text)
        return found.end() if found else len(text) + 1

    def is_elsewhere(self, found: re.Match[str], other: int) -> bool:
        """Whether a number is one of a law or of another document, as one that its paragraph names before it."""
        after = found["after"]
        if after and not self.own.search(after):
            return True
        if self.law.search(found.string, max(0, found.start() - _BEFORE), found.start()):
            return True
        if not after and found[0][:3].casefold() == "art" and self._follows_law(found):
            return True
        return not after and other <= found.start()

    @staticmethod
    def _follows_law(found: re.Match[str]) -> bool:
        """Whether a law of the Union is named in the same paragraph, not far before an article."""
        return bool(_EUROPEAN.search(found.string, max(0, found.start() - _IN_VIEW), found.start()))


@cache
def _patterns(language: str) -> _Patterns:
    known = contract_words(language)
    kinds = {form.casefold(): kind for kind, forms in known.attachments.items() for form in forms}
    join = rf"(?:,? (?:{'|'.join(known.joiners)})|,) "
    finer = f"(?:(?:,? (?:{'|'.join(known.finer)}))+,?)?"
    after = rf"(?P<after>(?: \([^()]{{1,80}}\))?{finer} (?:{known.elsewhere}))?"
    one = f"{_NUMBER}{_FINE}"
    return _Patterns(
        compiled(rf"(?<!\w)(?i:{any_of(known.clauses)})\s?(?P<numbers>{one}(?:(?:{join}|[–-]){one})*){after}"),
        compiled(rf"(?<!\w)(?P<kind>(?i:{any_of(kinds)})) (?P<ids>{_ID}(?:{join}{_ID})*){after}"),
        compiled(known.own),
        compiled(_law(known)),
        masters(language),
        kinds,
    )


def _law(known: ContractWords) -> str:
    """What stands before a number of a law or a standard: "Regulation (EU) 2016/679, ", "RFC 2119 ", "ICC Rules, "."""
    named = rf"(?:{'|'.join(known.laws)})(?: \([A-Z]{{2,3}}\))?(?: (?:No\.?|Nr\.|n[°º]))?(?: ?\d[\d/.-]*(?:/[A-Z]+)?)?"
    return rf"\b(?:[A-Z]{{2,}}[\w/-]*(?: \d[\d.:/-]*)?,? |{named},? \(?)\Z"


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first; a space stands for any white space.

    It is the same in each process, in whatever order a set gives its words.
    """
    longest_first = sorted(sorted(words), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first)


def references(paper: Paper) -> Iterator[Pointing]:
    """Every number of a clause that a paper points to, those of laws and of other documents left out."""
    patterns = _patterns(paper.language)
    for at, line, other in _pointing(paper, patterns.clause):
        # A paragraph of a PDF may be cut in two; then the other agreement is named in the first half.
        before = paper.lines[at - 1].words if at else ""
        is_cut = _is_printed(paper, line) and bool(patterns.master.search(before))
        for found in patterns.clause.finditer(line.words):
            if not patterns.is_elsewhere(found, other) and not (is_cut and not found["after"]):
                words = found[0][: found.end("numbers") - found.start()]
                for number in _ONE.findall(found["numbers"]):
                    yield Pointing(line.clause, words, number.replace(" ", ""))


def _pointing(paper: Paper, pattern: re.Pattern[str]) -> Iterator[tuple[int, Line, int]]:
    """The lines that may point somewhere: their place, and where in them another agreement is named first."""
    patterns = _patterns(paper.language)
    naming = frozenset(paper.places_holding(patterns.master))
    for at in paper.places_holding(pattern):
        words = paper.lines[at].words
        yield at, paper.lines[at], patterns.other_document(words) if at in naming else len(words) + 1


def clauses_in(words: str, language: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Every number of a clause in some words, with the place at which it is pointed to."""
    patterns = _patterns(language)
    other = patterns.other_document(words)
    for found in patterns.clause.finditer(words):
        if not patterns.is_elsewhere(found, other):
            yield from ((number.replace(" ", ""), found) for number in _ONE.findall(found["numbers"]))


def attachments_in(words: str, language: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Every name of an attachment in some words, with the place at which it is pointed to."""
    patterns = _patterns(language)
    other = patterns.other_document(words)
    for found in patterns.attachment.finditer(words):
        if not patterns.is_elsewhere(found, other):
            yield from ((name, found) for name in _names(found, patterns))


def _is_printed(paper: Paper, line: Line) -> bool:
    """Whether a line stands on a page of a file that has pages and no paragraphs."""
    mark = paper.marks.get(line.clause)
    return mark is not None and mark.page is not None


def attachments(paper: Paper) -> Iterator[Pointing]:
    """Every attachment that a paper names, each with the name that its title would have."""
    patterns = _patterns(paper.language)
    for _, line, other in _pointing(paper, patterns.attachment):
        for found in patterns.attachment.finditer(line.words):
            if not patterns.is_elsewhere(found, other):
                words = found[0][: found.end("ids") - found.start()]
                yield from (Pointing(line.clause, words, name) for name in _names(found, patterns))


def attached(paper: Paper) -> Iterator[str]:
    """The attachments that begin in the paper: a heading, or a line that holds nothing but the name and a title."""
    patterns = _patterns(paper.language)
    short = (line for line in paper.lines if line.part is not Part.PROSE or len(line.words.split()) <= _TITLE)
    for title in (*(mark.number for mark in paper.marks.values()), *(line.words for line in short)):
        if found := patterns.attachment.match(title):
            yield from _names(found, patterns)


def _names(found: re.Match[str], patterns: _Patterns) -> Iterator[str]:
    kind = patterns.kinds[" ".join(found["kind"].casefold().split())]
    return (f"{kind} {one}" for one in _ONE_ID.findall(found["ids"]))
