"""Which terms a foreign paper defines and how often it uses them, by the words with which its language defines.

A term is defined by what follows it (“Begriff” bezeichnet …), by what stands before it (ci-après « Terme »), in
brackets of its own (en adelante, «Término»), or in a list under a heading that says so. It is used in any of its forms.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from sla_drafter.language.contracts import contract_words
from sla_drafter.language.patterns import compiled
from sla_drafter.language.phrases import Found, PhraseIndex
from sla_drafter.language.stems import stem
from sla_drafter.lints.paper import Line, Paper, Part
from sla_drafter.lints.pointing import any_of
from sla_drafter.values import frozen

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_WORD = r"[\w&/’'-]"
_BRACKET, _LEAD = 80, 40
_BETWEEN = r"(?:\s\([^()]{1,60}\)|,\s[^,.;“”\"]{1,40},|(?:\s\w+){1,8}?)"
"""What may stand between a term and the word that defines it: “You” (or “Your”) means, “Source” form means."""
_SMALL = compiled(r"\W{0,3}[“\"](?P<term>[A-Z][\w-]*(?: [a-z][\w-]*){1,5})[”\"]")
"""A term in quotation marks that begins its paragraph and has one capital: “Unavailable minutes” is the number of …"""
_QUOTE = compiled(r"[“„\"«»‘‚]")
"""A sign that may open a term in quotation marks; most paragraphs have none."""
_LETTERS = compiled(r"[\w-]+")


Uses: TypeAlias = Mapping[str, tuple[Found[str], ...]]
"""The uses of terms in a line, by the words of the line."""


@frozen
class Defined:
    """A place where a term is defined; `meaning` is the text after "means", empty for a term defined in passing."""

    clause: str
    meaning: str


@frozen
class _Patterns:
    """How a language defines a term."""

    quoted: re.Pattern[str]
    means: re.Pattern[str]
    means_first: re.Pattern[str]
    called: re.Pattern[str]
    pointed: re.Pattern[str]
    bare: re.Pattern[str]
    listed: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    known = contract_words(language)
    article = rf"(?:(?:{any_of(known.articles)})\s|[lL]['’]\s?)?"
    quoted, bare = _terms(language)
    in_quotes = (
        rf"[“„\"]\s?(?i:{article})(?P<double>{quoted})[,.]?\s?[”“\"]|«\s?(?i:{article})(?P<guillemets>{quoted})\s?»"
        rf"|»(?i:{article})(?P<turned>{quoted})«|[‘‚](?i:{article})(?P<single>{quoted})[’‘]"
    )
    first = rf"\s?[:–—=]\s|,?\s(?:{any_of(known.means_first)})\b" if known.means_first else r"\s?[:–—=]\s"
    leads = any_of(known.leads)
    return _Patterns(
        compiled(in_quotes),
        compiled(rf"{_BETWEEN}?,?\s(?:{any_of(known.means)})(?!\w)"),
        compiled(first),
        compiled(rf"\b(?:{any_of(known.called)})(?:[,:]?\s(?:{leads}))*[,:]?\s\Z", re.IGNORECASE),
        compiled(rf"(?<!\w)(?:{any_of(known.clauses)})\s?\d[\d.]*(?:\([a-z]\))*\s?\Z", re.IGNORECASE),
        compiled(rf"(?P<term>{bare})(?:\s\([^()]{{1,40}}\))?(?=\s(?:{any_of(known.means_bare)})(?!\w))"),
        compiled(rf"(?P<term>{bare})(?:\s\([^()]{{1,40}}\))?\s?[:–—]\s"),
    )


def _terms(language: str) -> tuple[str, str]:
    """What a term looks like in quotation marks, and without them at the beginning of a paragraph."""
    known = contract_words(language)
    if known.all_capitals:
        inside = "|".join(f"{word} " for word in known.inside)
        term = rf"[{_CAPITAL}][\w&/-]*(?: (?:{inside})?[{_CAPITAL}0-9][\w&/-]*){{0,5}}"
        return term, term
    return rf"[^\W\d_]{_WORD}*(?: {_WORD}+){{0,5}}", rf"[{_CAPITAL}]{_WORD}*(?: {_WORD}+){{0,5}}?"


def definitions_in(lines: tuple[Line, ...], language: str) -> dict[str, tuple[Defined, ...]]:
    """Each term with the places where it is defined, in the order of the paper."""
    patterns, titles = _patterns(language), contract_words(language).definitions
    found: dict[str, tuple[Defined, ...]] = {}
    in_list = False
    for line in lines:
        if line.part is Part.TITLE:
            in_list = any(title in line.words.lower() for title in titles)
        listed = patterns.listed.match(line.words) if in_list else None
        passing = [(listed["term"], "")] if listed and _is_term(listed["term"], language) else []
        for term, meaning in list(_defined(line.words, language)) or passing:
            if term not in contract_words(language).no_terms:
                found[term] = (*found.get(term, ()), Defined(line.clause, meaning))
    return found


def _defined(words: str, language: str) -> Iterator[tuple[str, str]]:
    """The terms that a line defines: “X” means, X means at its beginning, and in brackets (the “X”)."""
    patterns = _patterns(language)
    bare = patterns.bare.match(words)
    if bare and _is_term(bare["term"], language):
        yield bare["term"], _meaning(words, bare.end())
    small = _SMALL.match(words) if contract_words(language).all_capitals else None
    if small and (says := patterns.means.match(words, small.end()) or patterns.means_first.match(words, small.end())):
        yield small["term"], _meaning(words, says.end())
    for quoted in patterns.quoted.finditer(words) if _QUOTE.search(words) else ():
        term = next(filter(None, quoted.groups()))
        means = patterns.means.match(words, quoted.end())
        if means is None and quoted.start() < _BRACKET and len(words[: quoted.start()].split()) < 2:
            means = patterns.means_first.match(words, quoted.end())
        if means:
            yield term, _meaning(words, means.end())
        elif _in_brackets(words, quoted.start(), language) or patterns.called.search(words, *_before(quoted.start())):
            yield term, ""


def _is_term(words: str, language: str) -> bool:
    """Whether words without quotation marks are a term, and not the beginning of a sentence."""
    return contract_words(language).no_terms.isdisjoint(words.split())


def _before(place: int) -> tuple[int, int]:
    return max(0, place - _LEAD), place


def _in_brackets(words: str, place: int, language: str) -> bool:
    """Whether the last bracket shortly before a place is open, and what stands between them leads to a term."""
    start = max(0, place - _BRACKET)
    opened = words.rfind("(", start, place)
    if opened <= words.rfind(")", start, place):
        return False
    before = _LETTERS.findall(words[opened:place])
    if not before:  # Section 2 (“Support”) says how the clause is headed
        return not _patterns(language).pointed.search(words, *_before(opened))
    return before[-1].casefold() in contract_words(language).leads


def _meaning(words: str, start: int) -> str:
    return " ".join(words[start:].split()).rstrip(".;")


def known_terms(terms: Iterable[str], language: str) -> PhraseIndex[str] | None:
    """Finds the uses of terms in any of their forms; two terms of one stem are one. None where there are no terms."""
    by_stem: dict[str, str] = {}
    for term in terms:
        by_stem.setdefault(_stem(term, language), term)
    return PhraseIndex.of({term: key for key, term in by_stem.items()}, inflected=language) if by_stem else None


def _stem(term: str, language: str) -> str:
    return " ".join(stem(word, language) for word in _LETTERS.findall(term))


def uses_in(paper: Paper, index: PhraseIndex[str] | None) -> Uses:
    """The uses of terms in each line, by its words."""
    return {line.words: tuple(index.find(line.words)) for line in paper.lines_holding(index)} if index else {}


def uses_of(
    lines: tuple[Line, ...], used: Uses, definitions: Mapping[str, tuple[Defined, ...]], language: str
) -> Counter[str]:
    """How often each term stands beside its definitions, in capitals or not; a longer term uses no shorter one."""
    counted = Counter(found.payload for line in lines for found in used.get(line.words, ()))
    places = Counter({term: len(where) for term, where in definitions.items()})
    uses = Counter({term: counted[_stem(term, language)] - places[term] for term in definitions})
    if contract_words(language).has_compounds:
        _count_compounds(uses, lines, language)
    return uses


def _count_compounds(uses: Counter[str], lines: tuple[Line, ...], language: str) -> None:
    """A term of one word is used in a longer one too: Ausfallzeit in Ausfallzeitenliste."""
    missing = {term: stem(term, language) for term, count in uses.items() if count <= 0 and _LETTERS.fullmatch(term)}
    if not missing:
        return
    words = {stem(word, language) for line in lines for word in _LETTERS.findall(line.words)}
    for term, part in missing.items():
        uses[term] = sum(part in word and part != word for word in words)
