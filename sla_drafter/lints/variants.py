"""Words that are written as terms and are nearly a defined one: Available for Availability, Down-Time for Downtime.

Each word of a variant has the letters of the word of the term, or one of them has another ending on the same root; or
the words of a long term stand in another order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from sla_drafter.language.patterns import compiled
from sla_drafter.language.stems import stem
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Line

_WORD = compiled(r"[^\W\d_]+")
_SHORTEST_ROOT = 5
_LONG = 3
"""So many words of a term are the term in whatever order: two of them may be another thing."""
_QUOTED = compiled(r"[“\"«]\s?(?P<words>[^\W\d_][\w-]*(?: [\w-]+){2,6})[.,]?\s?[”\"»]")


def variants_of(
    written: Mapping[str, tuple[str, ...]], terms: Iterable[str], language: str
) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Each such variant with the term that it is near and the paragraphs that write it."""
    if language not in wordlists.listed("word_endings"):
        return {}
    by_form: dict[object, str] = {}
    for term in terms:
        if any(map(str.isupper, term)):
            for form in _forms(term, language):
                by_form.setdefault(form, term)
    near = {name: next(filter(None, map(by_form.get, _forms(name, language))), "") for name in written}
    return {name: (term, written[name]) for name, term in near.items() if term}


def reordered(lines: Iterable[Line], terms: Iterable[str], language: str) -> Iterator[tuple[Line, str, str]]:
    """What stands in quotation marks with the words of a long term in another order: the line, the words, the term."""
    known = {tuple(sorted(key)): term for term in terms if len(key := _stems(term, language)) >= _LONG}
    for line in lines if known else ():
        for found in _QUOTED.finditer(line.words):
            key = _stems(found["words"], language)
            term = known.get(tuple(sorted(key)), "")
            if term and key != _stems(term, language):
                yield line, found["words"], term


def _stems(term: str, language: str) -> tuple[str, ...]:
    return tuple(stem(word, language) for word in _WORD.findall(term))


def _forms(term: str, language: str) -> tuple[object, ...]:
    """What two variants have in common: all letters together, or the roots of the words."""
    words = [stem(word, language) for word in _WORD.findall(term)]
    roots = tuple(_root(word, language) for word in words)
    return ("".join(words), roots) if all(len(root) >= _SHORTEST_ROOT for root in roots) else ("".join(words),)


def _root(word: str, language: str) -> str:
    ending = _ending(language).search(word)
    root = word[: ending.start()] if ending else word
    return root if len(root) >= _SHORTEST_ROOT else word


@cache
def _ending(language: str) -> re.Pattern[str]:
    return compiled(rf"{wordlists.listed('word_endings')[language]}\Z")
