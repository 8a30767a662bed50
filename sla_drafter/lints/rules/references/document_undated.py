"""Another agreement is named without its date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.dates import dates_in
from sla_drafter.language.patterns import compiled
from sla_drafter.lints.masters import named
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="REF-08",
    name="document_undated",
    severity=Severity.WARNING,
    checks="A framework agreement that the paper names has a date or a version somewhere in the paper.",
    why="Two parties have had three framework agreements, and each of them had other limits of liability.",
    bad="the Master Services Agreement",
    good="the Master Services Agreement dated 2 March 2026",
    source="Own rule; the names of such agreements stand in the list of each language.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)

VERSION = compiled(r"\b(?:version|v\.|fassung|stand|n°|nr\.)\s?\d", re.IGNORECASE)


def find(paper: Paper) -> Iterator[Finding]:
    naming = list(named(paper))
    if any(VERSION.search(line.words) or any(dates_in(line.words, paper.language)) for line, _ in naming):
        return
    for line, words in naming[:1]:
        message = f"“{words}” has no date and no version."
        yield RULE.finding(message, clause=line.clause, quote=words, mend="name its date")
