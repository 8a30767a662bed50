"""Capitalised words of a foreign paper that are no known term, no name and no beginning of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.language.sentences import sentence_spans
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Line, Paper, Part

_CAPITAL = re.compile(r"\b[A-Z][a-z]+(?:-[A-Za-z]+)*\b")
_BEGINS = re.compile(r"(?:[.:;!?–—•/]|\)|\b[a-z]\.)\s*\Z|[“\"‘'(\[]\s*\Z")
_NAME = re.compile(r"\s*(?:,? (?:Inc|Ltd|LLC|GmbH|Corp|plc|AG|SA|BV|Limited)\b|[’'&@/]|\d)")
_BEFORE = 6
_NO_TERM = (
    "The This These Each Any All If In Such Section Sections Clause Clauses Article Articles Exhibit Annex Appendix "
    "Agreement European Union United States Kingdom State Court Courts Law Laws Act Code Regulation Directive"
)
_NO_TERMS = frozenset(_NO_TERM.split())
_OFTEN, _OFTEN_ALONE = 2, 3


def undefined_terms(paper: Paper, known: PhraseIndex[None] | None) -> Mapping[str, tuple[str, ...]]:
    """Each undefined term with the paragraphs that use it; one use may be a name, so a term is used twice or more."""
    found: dict[str, list[str]] = {}
    if not wordlists.capitalised(paper.language):
        return {}  # a language in which other words are capitalised too
    ignored = _ignored(paper)
    for line in paper.prose:
        for term in _terms(line, known, paper.language):
            if not _plain(term) <= ignored:
                singular = term.removesuffix("s")
                found.setdefault(singular if singular in found else term, []).append(line.clause)
    return {term: tuple(clauses) for term, clauses in found.items() if len(clauses) >= _least(term)}


def _least(term: str) -> int:
    return _OFTEN if " " in term else _OFTEN_ALONE


def _ignored(paper: Paper) -> set[str]:
    """Words of titles and tables, which have capitals for other reasons, and words of the language."""
    known = {word for phrase in wordlists.capitalised(paper.language) for word in _plain(phrase)}
    for line in paper.lines:
        if line.part in (Part.TITLE, Part.TABLE):
            known |= _plain(line.words)
    return known | _NO_TERMS


def _plain(words: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", words))


def _terms(line: Line, known: PhraseIndex[None] | None, language: str) -> Iterator[str]:
    words = line.words
    masked = {at for found in (known.find(words) if known else ()) for at in range(found.start, found.end)}
    starts = {start for start, _ in sentence_spans(words, language)}
    term: list[str] = []
    end = -1
    for match in _CAPITAL.finditer(words):
        opens = match.start() in starts or bool(_BEGINS.search(words, max(0, match.start() - _BEFORE), match.start()))
        if term and match.start() != end + 1:
            yield " ".join(term)
            term = []
        if match.start() in masked or (opens and not term) or _NAME.match(words, match.end()):
            term = []
            continue
        term, end = [*term, match[0]], match.end()
    if term:
        yield " ".join(term)
