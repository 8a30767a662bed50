"""Words of a foreign paper that are written as terms and are no known term, no name and no beginning of a sentence.

Where nouns have no capital, a term is a word with one, or several that stand together or are joined ("Temps de
Réponse"). German gives a capital to each noun: there only an adjective with one tells ("die Geplante Wartung").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from sla_drafter.language.contracts import contract_words
from sla_drafter.language.patterns import compiled
from sla_drafter.language.sentences import sentence_spans
from sla_drafter.language.stems import stems
from sla_drafter.lints import wordlists
from sla_drafter.lints.defining import Uses
from sla_drafter.lints.paper import Paper, Part
from sla_drafter.lints.run_in import heading_end
from sla_drafter.values import frozen

CAPITAL = compiled(r"[A-ZÀ-ÖØ-Þ](?<!\w.)[a-zß-öø-ÿœ]+(?:-[A-Za-zÀ-ÖØ-öø-ÿ]+)*(?!\w)", re.DOTALL)
"""A word with a capital; what stands before it is looked at behind its capital, which is found faster."""
_BEGINS = compiled(r"(?:[.:;!?–—•/]|\)|\b[a-z]\.)\s*\Z|(?:[“„«\"(\[]|(?<!\w)[‘'])\s*\Z")
COMPANY_FORMS = "Inc|Ltd|LLC|GmbH|Corp|plc|AG|SA|BV|Limited|SARL|SAS|SL|KG|SE"
_NAME = compiled(rf"\s*(?:,? (?:{COMPANY_FORMS})\b|[’'&@/]|\d)")
_NAMED = compiled(r"(?:&|\b[A-Za-z]*[a-z][A-Z]\w*|\b[A-ZÀ-Þ]{7,})\s\Z")
"""What stands before a part of a name: an ampersand, or a word with a capital inside or of capitals alone."""
_FORM = compiled(rf"(?:{COMPANY_FORMS})\b")
_HEADING_OF = compiled(r"\d\)?\s(?P<heading>\([^()]{1,80}\))")
_PHRASE = rf"{CAPITAL.pattern}(?:\s{CAPITAL.pattern}){{0,4}}"
_BRACKETS = compiled(
    rf"(?<!\d\s)(?<!\d\.\s)\((?:[a-z]+\s)?(?P<one>{_PHRASE})(?:\s(?:or|ou|o)\s(?P<other>(?:[Tt]he\s)?{_PHRASE}))?\)"
)
"""A term in brackets of its own, without quotation marks: of the devices (Units), (Framework Agreement or Contract)."""
_ENDS = compiled(r"[.;:,!?…][”“\"’»)]*\s*\Z")
_BEFORE, _FEW, _LONGEST_NAME = 6, 8, 30
_OFTEN, _OFTEN_ALONE = 2, 3


@frozen
class _Written:
    """Words that are written as a term; the same with the word before them, where that one opens the sentence."""

    words: str
    with_opening: str = ""


def written_as_terms(paper: Paper, used: Uses) -> Mapping[str, tuple[str, ...]]:
    """Each word that is written as a term and is none, with the paragraphs that write it."""
    found: dict[str, list[str]] = {}
    called: dict[str, str] = {}
    ignored, language = _ignored(paper), paper.language
    lines = (line for line in paper.prose if not _is_title(line.words))
    uses = [(term, line.clause) for line in lines for term in _written_as_terms(line.words, used, language)]
    uses = [(term, clause) for term, clause in uses if not _are_known(term.words, ignored)]
    passing = set(_in_passing(paper))
    whole = {_stem(term.words, language) for term, _ in uses if not term.with_opening}
    for term, clause in uses:
        is_rest = _stem(term.with_opening, language) in whole  # then the rest of another term is none
        if not is_rest and _stem(term.words, language) not in passing:
            found.setdefault(called.setdefault(_stem(term.words, language), term.words), []).append(clause)
    return {term: tuple(clauses) for term, clauses in found.items()}


def _are_known(words: str, ignored: set[str]) -> bool:
    """Whether these words, or each of them or its plural, are among those."""
    return words in ignored or all(word in ignored or word.removesuffix("s") in ignored for word in _plain(words))


def _in_passing(paper: Paper) -> Iterator[str]:
    """The stems of what a bracket of its own, or "referred to as", says without quotation marks."""
    for pattern in (_BRACKETS, _called(paper.language)):
        for line in paper.lines_holding(pattern):
            for found in pattern.finditer(line.words):
                yield from (_stem(words, paper.language) for words in found.groups() if words)


@cache
def _called(language: str) -> re.Pattern[str]:
    """A capitalised phrase right behind the words with which a language gives a name in passing."""
    known = contract_words(language)
    return compiled(rf"\b(?i:{'|'.join(known.called)})\s(?:(?:{'|'.join(known.articles)})\s)?({_PHRASE})")


def undefined_terms(written: Mapping[str, tuple[str, ...]], language: str) -> Mapping[str, tuple[str, ...]]:
    """Those of them that are undefined terms: one use may be a name, so most terms are used twice or more."""
    return {term: clauses for term, clauses in written.items() if len(clauses) >= _least(term, language)}


def _is_title(words: str) -> bool:
    """Whether a paragraph looks like a heading, a cell or a name: a few words without a mark at their end."""
    return len(words.split()) <= _FEW and not _ENDS.search(words)


def _stem(term: str, language: str) -> str:
    return " ".join(map(stems(language).__getitem__, term.split()))


def _least(term: str, language: str) -> int:
    """How often a term is used at least; once, where its head is a thing that such papers define."""
    first, *rest = term.split()
    if not rest:
        return _OFTEN_ALONE
    heads = wordlists.listed("heads_of_terms")[language]["heads"]
    return 1 if (rest[-1] if language == "en" else first) in heads else _OFTEN


def _ignored(paper: Paper) -> set[str]:
    """Words of titles and tables, which have capitals for other reasons, and words of the language."""
    known = set(_no_terms(paper.language))
    if not contract_words(paper.language).titled:
        for line in paper.lines:
            if line.part in (Part.TITLE, Part.TABLE):
                known |= _plain(line.words)
    plan = _plan(paper.language)
    known |= {found["name"] for line in paper.lines_holding(plan) for found in plan.finditer(line.words)}
    known |= {word for term in paper.configuration.terms for word in _plain(term)}
    return known


@cache
def _no_terms(language: str) -> frozenset[str]:
    """The words of a language that have a capital and are no terms, and the names that are none as a whole."""
    capitalised = (_plain(phrase) for phrase in wordlists.capitalised(language))
    return contract_words(language).no_terms.union(wordlists.listed("heads_of_terms")[language]["names"], *capitalised)


@cache
def _plan(language: str) -> re.Pattern[str]:
    return compiled(rf"\b(?i:{'|'.join(contract_words(language).plans)})\s(?P<name>[A-ZÀ-Þ]\w+)(?=\W)")


def _plain(words: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", words))


def _written_as_terms(words: str, used: Uses, language: str) -> Iterator[_Written]:
    """What a line writes as terms, without what the paper defines and what is a heading."""
    masked = set(range(heading_end(words, language)))
    masked.update(*(range(found.start, found.end) for found in used.get(words, ())))
    if "(" in words:
        masked.update(*(range(*found.span("heading")) for found in _HEADING_OF.finditer(words)))
    titled = _titled(language)
    if titled:
        starts = _starts(words, language)
        found = (match for match in titled.finditer(words) if not _opens(match, starts))
        yield from (_Written(match[0]) for match in found if match.start() not in masked)
    else:
        yield from _capitals(words, masked, language)


def _capitals(words: str, masked: set[int], language: str) -> Iterator[_Written]:
    """Capitalised words, neighbours together; known ones, names and beginnings of sentences are left out."""
    starts = _starts(words, language)
    opening = begun = end = -1
    for match in CAPITAL.finditer(words):
        if end < 0 or not _are_joined(words[end : match.start()], language):
            if begun >= 0:
                yield _written(words, opening, begun, end)
            opening = begun = end = -1
        if match.start() in masked or _NAME.match(words, match.end()) or (end < 0 and _is_name(match, language)):
            opening = begun = end = -1
        elif end < 0 and _opens(match, starts):
            opening, end = match.start(), match.end()
        else:
            begun, end = (begun if begun >= 0 else match.start()), match.end()
    if begun >= 0:
        yield _written(words, opening, begun, end)


def _are_joined(between: str, language: str) -> bool:
    """Whether what stands between two words makes them one term; mostly it is a space, or far more."""
    return between == " " or (len(between) < _BEFORE and bool(_joined(language).fullmatch(between)))


def _written(words: str, opening: int, begun: int, end: int) -> _Written:
    return _Written(words[begun:end], words[opening:end] if opening >= 0 else "")


def _starts(words: str, language: str) -> set[int]:
    return {start for start, _ in sentence_spans(words, language)}


def _opens(match: re.Match[str], starts: set[int]) -> bool:
    """Whether a word begins a sentence, or what is written like one."""
    before = max(0, match.start() - _BEFORE)
    return match.start() in starts or bool(_BEGINS.search(match.string, before, match.start()))


def _is_name(match: re.Match[str], language: str) -> bool:
    """Whether a word goes on with a name, is the form of a company, or what the paper calls itself ("this Policy")."""
    if _FORM.match(match.string, match.start()):
        return True
    before = match.string[max(0, match.start() - _LONGEST_NAME) : match.start()]
    if not before:
        return False
    word = before.rstrip().rpartition(" ")[2]
    may_be_named = "&" in word or not word.islower()
    return bool(may_be_named and _NAMED.search(before)) or _is_self(before, language)


def _is_self(before: str, language: str) -> bool:
    """Whether the words before a word say that it is what the paper calls itself; mostly they cannot."""
    words, pattern = _self(language)
    return before.rstrip().casefold().endswith(words) and bool(pattern.search(before))


@cache
def _self(language: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    selves = contract_words(language).selves
    return tuple(map(str.casefold, selves)), compiled(rf"\b(?i:{_any(selves)})\Z")


@cache
def _joined(language: str) -> re.Pattern[str]:
    """What stands between two words of one term."""
    return compiled(f"\\s(?:{_any(contract_words(language).joins)})?")


def _any(joins: Iterable[str]) -> str:
    return "|".join(re.escape(word) + ("" if word.endswith(("’", "'")) else r"\s") for word in joins)


@cache
def _titled(language: str) -> re.Pattern[str] | None:
    pattern = contract_words(language).titled
    return compiled(rf"(?<!\w)(?=[A-ZÄÖÜ])(?:{pattern})(?!\w)") if pattern else None
