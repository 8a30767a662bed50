"""One index over the words of a foreign paper: its numbers, references, attachments, definitions and uses, as typed.

Rules on terms and references are set algebra over it. It is made once for each paper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import frozen

from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.lints.paper import Line, Paper, Part
from sla_drafter.lints.undefined import undefined_terms

_NUMBER = r"\d{1,3}(?:\.\d{1,4})*(?: ?\([a-zA-Z]{1,4}\))*(?![\d.]*\d)"
_REFERENCE = re.compile(
    r"\b(?:[Ss]ections?|[Cc]lauses?|[Pp]aragraphs?|[Aa]rticles?) "
    rf"(?P<numbers>{_NUMBER}(?:(?:, | and | or | to |, and |, or ){_NUMBER})*)"
    r"(?P<after>(?: \([^()]{1,80}\))? (?:of|to|in) (?:the |that |its |each |any |this )?[A-Z]\S*| [A-Z]{2,})?"
)
_ONE = re.compile(_NUMBER)
_ATTACHMENT = re.compile(
    r"\b(?P<kind>Schedule|Exhibit|Annex|Appendix|Attachment) (?P<id>[A-Z]|\d{1,2}|[IVX]{1,5})\b(?! (?:of|to) the [A-Z])"
)
_LAW = re.compile(r"\b(?:[A-Z]{2,}|Code|Act|Directive|Regulation|U\.S\.C\.?|C\.F\.R\.?),? \Z")
_BEFORE = 16
_OWN = re.compile(r"(?:of|to|in) (?:the |this )?(?:Agreement|Contract|SLA|Schedule|Terms|Exhibit|Annex)\b")
_TERM = r"[A-Z][\w&/-]*(?: (?:of |and |for |the )?[A-Z0-9][\w&/-]*){0,5}"
_QUOTED = re.compile(rf"[“\"](?P<term>{_TERM})[,.]?[”\"]")
_CALLED = re.compile(
    r"\b(?:referred to|known|defined|designated) as (?:the |an? )?\Z|\b(?:hereinafter|called),? (?:the |an? )?\Z"
)
_MEANS = re.compile(r",? (?:shall )?(?:means?|refers? to|has the meaning|have the meaning|is defined as)\b")
_BARE = re.compile(rf"(?P<term>{_TERM})(?= (?:means|shall mean|refers to|has the meaning)\b)")
_LISTED = re.compile(rf"(?P<term>{_TERM}) ?[:–—] ")
_WORD = re.compile(r"\w")


@frozen
class Pointing:
    """A reference as typed: in which paragraph, its words, and the number or name that it points to."""

    clause: str
    words: str
    number: str


@frozen
class Defined:
    """A place where a term is defined; `meaning` is the text after "means", empty for a term defined in passing."""

    clause: str
    meaning: str


@frozen
class Typed:
    """What a paper defines, names and points to."""

    numbers: frozenset[str]
    inside: Mapping[str, str]
    references: tuple[Pointing, ...]
    attachments: tuple[Pointing, ...]
    attached: frozenset[str]
    definitions: Mapping[str, tuple[Defined, ...]]
    uses: Counter[str]
    undefined: Mapping[str, tuple[str, ...]]

    def leads_somewhere(self, number: str) -> bool:
        """Whether a number is one of the paper, the beginning of one, or a letter inside of a paragraph."""
        base, bracket, rest = number.partition("(")
        return number in self.numbers or bool(bracket and f"({rest}" in self.inside.get(base, ""))


@lru_cache(maxsize=4)
def typed(paper: Paper) -> Typed:
    """The index of a paper, made in one pass over its lines for each of its parts."""
    definitions = _definitions(paper.lines)
    terms = [form for term in definitions for form in (term, f"{term}s")]
    known = PhraseIndex.of(dict.fromkeys(terms)) if terms else None
    return Typed(
        frozenset(_numbers(paper)),
        _inside(paper),
        tuple(_references(paper.lines)),
        tuple(_attachments(paper.lines)),
        frozenset(_attached(paper)),
        definitions,
        _uses(paper.lines, definitions),
        undefined_terms(paper, known),
    )


def _numbers(paper: Paper) -> Iterator[str]:
    """Every number of the paper, and what it is a part of: 4.2(a) makes 4.2 and 4 numbers too."""
    for mark in paper.marks.values():
        number = mark.number.rpartition(" ")[2].replace(" ", "")
        number = number.removesuffix(".0")
        while number:
            yield number
            number = number.rpartition("(" if number.endswith(")") else ".")[0]


def _inside(paper: Paper) -> Mapping[str, str]:
    """The words of each numbered paragraph, in which (a) and (b) may stand."""
    words = {line.clause: line.words for line in paper.lines if _WORD.search(line.words)}
    return {mark.number: words.get(name, "") for name, mark in paper.marks.items() if mark.number}


def _references(lines: tuple[Line, ...]) -> Iterator[Pointing]:
    for line in lines:
        for found in _REFERENCE.finditer(line.words):
            if (found["after"] and not _OWN.search(found["after"])) or _LAW.search(
                line.words, max(0, found.start() - _BEFORE), found.start()
            ):
                continue  # a section of a law or of another agreement
            for number in _ONE.findall(found["numbers"]):
                yield Pointing(line.clause, found[0][: found.end("numbers") - found.start()], number.replace(" ", ""))


def _attachments(lines: tuple[Line, ...]) -> Iterator[Pointing]:
    for line in lines:
        for found in _ATTACHMENT.finditer(line.words):
            yield Pointing(line.clause, found[0], f"{found['kind']} {found['id']}")


def _attached(paper: Paper) -> Iterator[str]:
    """The attachments that begin in the paper: a heading, or a line that holds nothing but the name and a title."""
    for mark in paper.marks.values():
        yield " ".join(mark.number.split()).title() if " " in mark.number else mark.number
    for line in paper.lines:
        found = _ATTACHMENT.match(line.words.title() if line.words.isupper() else line.words)
        if found and (line.part is not Part.PROSE or len(line.words.split()) <= _TITLE):
            yield f"{found['kind']} {found['id']}"


_TITLE = 10


def _definitions(lines: tuple[Line, ...]) -> dict[str, tuple[Defined, ...]]:
    found: dict[str, tuple[Defined, ...]] = {}
    title = ""
    for line in lines:
        title = line.words if line.part is Part.TITLE else title
        listed = _LISTED.match(line.words) if "definition" in title.lower() else None
        passing = [(listed["term"], "")] if listed else []
        for term, meaning in list(_defined(line.words)) or passing:
            found[term] = (*found.get(term, ()), Defined(line.clause, meaning))
    return found


def _defined(words: str) -> Iterator[tuple[str, str]]:
    """The terms that a line defines: “X” means, X means at its beginning, and in brackets (the “X”)."""
    bare = _BARE.match(words)
    if bare:
        yield bare["term"], _meaning(words, bare.end())
    for quoted in _QUOTED.finditer(words):
        means = _MEANS.match(words, quoted.end())
        if means:
            yield quoted["term"], _meaning(words, means.end())
        elif _is_in_brackets(words, quoted.start()) or _CALLED.search(words, *_before(quoted.start())):
            yield quoted["term"], ""


_BRACKET, _LEAD = 80, 40


def _before(place: int) -> tuple[int, int]:
    return max(0, place - _LEAD), place


def _is_in_brackets(words: str, place: int) -> bool:
    """Whether the last bracket shortly before a place is an open one."""
    start = max(0, place - _BRACKET)
    return words.rfind("(", start, place) > words.rfind(")", start, place)


def _meaning(words: str, start: int) -> str:
    return " ".join(words[start:].split()).rstrip(".;")


def _uses(lines: tuple[Line, ...], definitions: Mapping[str, tuple[Defined, ...]]) -> Counter[str]:
    """How often each term stands beside its definitions, in capitals or not; a longer term uses no shorter one."""
    plural = {f"{term}s": term for term in definitions} | {term: term for term in definitions}
    counted: Counter[str] = Counter()
    if plural:
        index = PhraseIndex.of(plural, ignore_case=True)
        for line in lines:
            counted.update(found.payload for found in index.find(line.words))
    for term, places in definitions.items():
        counted[term] -= len(places)
    return counted
