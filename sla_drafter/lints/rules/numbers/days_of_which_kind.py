"""A period of days does not say of which kind they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.values import frozen

RULE = Rule(
    code="NUM-05",
    name="days_of_which_kind",
    severity=Severity.WARNING,
    checks="Where a paper knows business days, every period of days says of which kind they are.",
    why="Ten days end on Monday or on Thursday: the deadline for a claim hangs on it.",
    bad=(
        "Claims are made within 10 Business Days. The Customer pays within 30 days.\n"
        "Ansprüche sind innerhalb von 10 Werktagen geltend zu machen. Der Kunde zahlt innerhalb von 30 Tagen.\n"
        "La demande est faite dans les 10 jours ouvrés. Le client paie dans les 30 jours.\n"
        "La solicitud se hace en 10 días hábiles. El cliente paga en un plazo de 30 días."
    ),
    good=(
        "within 10 Business Days\n"
        "innerhalb von 10 Arbeitstagen\ndans les 10 jours ouvrés\nen un plazo de 10 días hábiles"
    ),
    source="Own rule and lists (data/periods.yaml); a sentence such as “days are calendar days” settles it.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


NEAR = 30
"""Signs between a period and the word that says that something is kept for so long."""


@frozen
class Patterns:
    """How a language says that it knows business days, that all days are settled, a period of days, and keeping."""

    known: re.Pattern[str]
    settled: re.Pattern[str]
    days: re.Pattern[str]
    kept_before: re.Pattern[str]
    kept_after: re.Pattern[str]
    mend: str


def find(paper: Paper) -> Iterator[Finding]:
    patterns = patterns_of(paper.language)
    if not says(paper, patterns.known) or says(paper, patterns.settled):
        return
    for line, found in paper.matches(patterns.days):
        if is_kept(patterns, line.words, found):
            continue
        message = f"“{found['days']}”: business days or calendar days?"
        yield RULE.finding(message, clause=line.clause, quote=found["days"], mend=patterns.mend)


def says(paper: Paper, pattern: re.Pattern[str]) -> bool:
    """Whether a line of the paper says what a pattern holds."""
    return any(pattern.search(line.words) for line in paper.lines_holding(pattern))


def is_kept(patterns: Patterns, words: str, found: re.Match[str]) -> bool:
    """Whether something is kept for the period: that ends on no day of work."""
    before = words[max(0, found.start() - 2 * NEAR) : found.start()]
    return bool(patterns.kept_before.search(before) or patterns.kept_after.match(words, found.end()))


@cache
def patterns_of(language: str) -> Patterns:
    """The patterns of a language, from its list."""
    told = wordlists.listed("periods")[language]
    period = rf"(?P<days>(?:[^\W\d_][\w-]* (?=\())?\(?\d{{1,3}}\)?\s{told['days']})\b(?!\s(?:{told['kinds']}))"
    return Patterns(
        compiled(rf"\b{told['known']}\b", re.IGNORECASE),
        compiled(rf"\b(?:{told['settled']})\b", re.IGNORECASE),
        compiled(rf"\b(?:{told['leads']})\s{period}", re.IGNORECASE),
        compiled(rf"\b(?:{told['kept']})[^.;]{{0,{NEAR}}}\Z", re.IGNORECASE),
        compiled(rf"[^.;]{{0,{NEAR}}}\b(?:{told['kept']})", re.IGNORECASE),
        told["mend"],
    )
