"""The agreements above a paper, by their names; a paper may be one of them itself: this Framework Agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.language.contracts import contract_words
from sla_drafter.language.patterns import compiled
from sla_drafter.lints.paper import Line, Paper


@cache
def masters(language: str) -> re.Pattern[str]:
    """The names of an agreement above another one."""
    return compiled(rf"\b(?:{'|'.join(contract_words(language).masters)})")


def named(paper: Paper) -> Iterator[tuple[Line, str]]:
    """Each line that names such an agreement, and the first name in it; none that is the paper itself."""
    names = masters(paper.language)
    naming = [(line, found[0]) for line in paper.holding(names) if (found := names.search(line.words))]
    selves = {words.casefold() for line, words in naming if _is_self(words, line.words, paper.language)}
    yield from ((line, words) for line, words in naming if words.casefold() not in selves)


def _is_self(name: str, words: str, language: str) -> bool:
    """Whether a line calls the paper itself so."""
    selves = "|".join(map(re.escape, contract_words(language).selves))
    return bool(re.search(rf"\b(?:{selves})\s?{re.escape(name)}", words, re.IGNORECASE))
