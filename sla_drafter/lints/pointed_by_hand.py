"""Where the user's own words point to by a number that somebody typed: to which clause or schedule, and whether it is.

A number that its words give to another document, a law or a standard is none of the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from sla_drafter.document.number import Number
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.patterns import compiled
from sla_drafter.language.words import words as fixed_words
from sla_drafter.lints import wordlists
from sla_drafter.lints.pointing import attachments_in, clauses_in
from sla_drafter.values import frozen

_BEFORE = 60
_FINER = r"(?: ?\(\w{1,4}\))*"
"""What may stand behind a number and belongs to it: 28(3)."""
_LONGER = compiled(r"[-–.]?\d|[a-z](?!\w)|\.[A-Z]|-\w")
"""What makes a number one of a law or a standard: 2-306, § 8a, A.12."""
_NAME = compiled(r"\b[A-Z]\w* \Z")
"""A word that may make a schedule one of another document: Service Schedule 3."""
_LETTERS = compiled(r"\b(?!SLA\b)[A-Z]{2,}\b")
_WORDED = ("clause", "section", "schedule")


@frozen
class Lost:
    """A reference that leads nowhere: its words, and the number that the paper does not have.

    `is_ours` says that it is worded as the paper itself points: then no other document can be meant.
    """

    words: str
    number: str
    is_ours: bool


def lost_in(words: str, language: str, numbers: Mapping[str, Number]) -> Iterator[Lost]:
    """Every reference of some words that leads nowhere in a paper with these numbers."""
    if language not in LANGUAGES:
        return
    kept = {number.words for number in numbers.values()}
    for group, pointed in (("numbers", clauses_in(words, language)), ("ids", attachments_in(words, language))):
        for number, found in pointed:
            if number.partition("(")[0] not in kept and not _is_of_another(found, language):
                yield Lost(found[0][: found.end(group) - found.start()], number, _is_ours(found, language))


def _is_ours(found: re.Match[str], language: str) -> bool:
    """Whether a reference begins as those of the paper do, and nothing before it may own its number."""
    ours = tuple(fixed_words(language).message(kind).casefold() for kind in _WORDED)
    before = found.string[: found.start()]
    is_named = _NAME.search(before) or _patterns(language).name.search(before) or _LETTERS.search(before)
    return found[0].casefold().startswith(ours) and not is_named


def _is_of_another(found: re.Match[str], language: str) -> bool:
    patterns, words = _patterns(language), found.string
    if patterns.owner.search(words[max(0, found.start() - _BEFORE) : found.start()]) or _LONGER.match(
        words, found.end()
    ):
        return True
    if found["after"]:
        return False  # it is of this paper: what is of another was left out before
    return bool(patterns.behind.match(words, found.end()) and not patterns.own.match(words, found.end()))


@frozen
class _Patterns:
    """How a language names other documents before a reference and behind it."""

    name: re.Pattern[str]
    owner: re.Pattern[str]
    behind: re.Pattern[str]
    own: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    listed = wordlists.listed("other_documents")[language]
    return _Patterns(
        compiled(listed["name"]),
        compiled(rf"(?:{listed['name']}),? \Z"),
        compiled(rf"{_FINER}(?:{listed['behind']})"),
        compiled(rf"{_FINER}(?:{listed['own']})", re.IGNORECASE),
    )
