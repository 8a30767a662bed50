"""Words of a foreign paper that are written as terms and are no known term, no name and no beginning of a sentence.

Where nouns have no capital, a term is a word with one, or several that stand together or are joined ("Temps de
Réponse"). German gives a capital to each noun: there only an adjective with one tells ("die Geplante Wartung").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from sla_drafter.language.contracts import contract_words
from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.language.sentences import sentence_spans
from sla_drafter.language.stems import stem
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Line, Paper, Part

CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿœ]+(?:-[A-Za-zÀ-ÖØ-öø-ÿ]+)*(?!\w)")
_BEGINS = re.compile(r"(?:[.:;!?–—•/]|\)|\b[a-z]\.)\s*\Z|(?:[“„«\"(\[]|(?<!\w)[‘'])\s*\Z")
_NAME = re.compile(r"\s*(?:,? (?:Inc|Ltd|LLC|GmbH|Corp|plc|AG|SA|BV|Limited|SARL|SAS|SL|KG|SE)\b|[’'&@/]|\d)")
_ENDS = re.compile(r"[.;:,!?…][”“\"’»)]*\s*\Z")
_BEFORE, _FEW = 6, 8
_OFTEN, _OFTEN_ALONE = 2, 3


def undefined_terms(paper: Paper, known: PhraseIndex[str] | None) -> Mapping[str, tuple[str, ...]]:
    """Each undefined term with the paragraphs that use it; one use may be a name, so a term is used twice or more."""
    found: dict[str, list[str]] = {}
    called: dict[str, str] = {}
    ignored = _ignored(paper)
    for line in paper.prose:
        if _is_title(line.words):
            continue
        for term in _written_as_terms(line, known, paper.language):
            if not _plain(term) <= ignored:
                name = called.setdefault(_stem(term, paper.language), term)
                found.setdefault(name, []).append(line.clause)
    return {term: tuple(clauses) for term, clauses in found.items() if len(clauses) >= _least(term)}


def _is_title(words: str) -> bool:
    """Whether a paragraph looks like a heading, a cell or a name: a few words without a mark at their end."""
    return len(words.split()) <= _FEW and not _ENDS.search(words)


def _stem(term: str, language: str) -> str:
    return " ".join(stem(word, language) for word in term.split())


def _least(term: str) -> int:
    return _OFTEN if " " in term else _OFTEN_ALONE


def _ignored(paper: Paper) -> set[str]:
    """Words of titles and tables, which have capitals for other reasons, and words of the language."""
    known = {word for phrase in wordlists.capitalised(paper.language) for word in _plain(phrase)}
    if not contract_words(paper.language).titled:
        for line in paper.lines:
            if line.part in (Part.TITLE, Part.TABLE):
                known |= _plain(line.words)
    known |= {word for term in paper.configuration.terms for word in _plain(term)}
    return known | contract_words(paper.language).no_terms


def _plain(words: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", words))


def _written_as_terms(line: Line, known: PhraseIndex[str] | None, language: str) -> Iterator[str]:
    """What a line writes as terms, without what the paper defines."""
    words = line.words
    masked = {at for found in (known.find(words) if known else ()) for at in range(found.start, found.end)}
    titled = _titled(language)
    if titled:
        found = (match for match in titled.finditer(words) if not _opens(match, _starts(words, language)))
        yield from (match[0] for match in found if match.start() not in masked)
    else:
        yield from _capitals(words, masked, language)


def _capitals(words: str, masked: set[int], language: str) -> Iterator[str]:
    """Capitalised words, neighbours together; known ones, names and beginnings of sentences are left out."""
    starts, joined = _starts(words, language), _joined(language)
    begun = end = -1
    for match in CAPITAL.finditer(words):
        follows = begun >= 0 and bool(joined.fullmatch(words, end, match.start()))
        if begun >= 0 and not follows:
            yield words[begun:end]
            begun = -1
        if match.start() in masked or (begun < 0 and _opens(match, starts)) or _NAME.match(words, match.end()):
            begun = -1
            continue
        begun, end = (begun if begun >= 0 else match.start()), match.end()
    if begun >= 0:
        yield words[begun:end]


def _starts(words: str, language: str) -> set[int]:
    return {start for start, _ in sentence_spans(words, language)}


def _opens(match: re.Match[str], starts: set[int]) -> bool:
    """Whether a word begins a sentence, or what is written like one."""
    before = max(0, match.start() - _BEFORE)
    return match.start() in starts or bool(_BEGINS.search(match.string, before, match.start()))


@cache
def _joined(language: str) -> re.Pattern[str]:
    """What stands between two words of one term."""
    return re.compile(f"\\s(?:{_any(contract_words(language).joins)})?")


def _any(joins: Iterable[str]) -> str:
    return "|".join(re.escape(word) + ("" if word.endswith(("’", "'")) else r"\s") for word in joins)


@cache
def _titled(language: str) -> re.Pattern[str] | None:
    pattern = contract_words(language).titled
    return re.compile(rf"(?<!\w)(?=[A-ZÄÖÜ])(?:{pattern})(?!\w)") if pattern else None
