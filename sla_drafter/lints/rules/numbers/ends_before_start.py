"""A period ends before it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.dates import Date, dates_in
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.promised import Passage, passages
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="NUM-13",
    name="ends_before_start",
    severity=Severity.ERROR,
    checks="No period ends before the day on which it begins, where both days are said.",
    why="A term that is over before it begins binds nobody, and each side will put another year right.",
    bad=(
        "This Agreement starts on 1 January 2027 and ends on 31 December 2026.\n"
        "Der Vertrag beginnt am 1. Januar 2027 und endet am 31. Dezember 2026.\n"
        "Le contrat commence le 1er janvier 2027 et prend fin le 31 décembre 2026.\n"
        "El contrato comienza el 1 de enero de 2027 y termina el 31 de diciembre de 2026."
    ),
    good="This Agreement starts on 1 January 2027 and ends on 31 December 2027.",
    source="Own lists (data/terms_of_time.yaml). Of a date that can be read in two ways, each must be too early.",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)

BEFORE, LABEL = 32, 60
"""How many signs are read before the first day of a period, and stand before the day of a label at most."""
DAY = "<day>"


def find(paper: Paper) -> Iterator[Finding]:
    if not paper.dated:
        return
    dated = [(passage, found) for passage in passages(paper) if (found := dates_in(passage.words, paper.language))]
    for passage, dates in dated:
        for first, last in pairwise(sorted(dates, key=lambda date: date.start)):
            if is_before(last, first) and _is_period(passage.words, first, last, paper.language):
                yield _found(passage, first, last)
    begun, ended = (_labelled(dated, paper.language, label) for label in ("first", "last"))
    if begun and ended and is_before(ended[1], begun[1]):
        yield _found(ended[0], begun[1], ended[1])


def is_before(one: Date, other: Date) -> bool:
    """Whether a day lies before another, however each of them is read."""
    return bool(one.days and other.days) and max(one.days) < min(other.days)


def _is_period(words: str, first: Date, last: Date, language: str) -> bool:
    """Whether the words say that something lasts from the one day to the other."""
    before = words[max(0, first.start - BEFORE) : first.start]
    return bool(_period(language).search(f"{before}{DAY}{words[first.end : last.start]}"))


@cache
def _period(language: str) -> re.Pattern[str]:
    return compiled(rf"(?:{wordlists.listed('terms_of_time')[language]['period']})\Z", re.IGNORECASE)


def _labelled(dated: list[tuple[Passage, tuple[Date, ...]]], language: str, label: str) -> tuple[Passage, Date] | None:
    """The passage that begins with the name of a day, and the day; none where several passages name different ones."""
    name = wordlists.pattern("terms_of_time", language, label)
    found = [
        (passage, dates[0])
        for passage, dates in dated
        if len(dates) == 1 and dates[0].start <= LABEL and name.match(passage.words)
    ]
    return found[0] if len({date.days for _, date in found}) == 1 else None


def _found(passage: Passage, first: Date, last: Date) -> Finding:
    return RULE.finding(
        f"What begins on {first.words} ends on {last.words}, before it begins.",
        clause=passage.clause,
        quote=last.words,
        mend="put right the day that is wrong",
    )
