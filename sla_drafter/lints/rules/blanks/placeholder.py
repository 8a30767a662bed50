"""Something is left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="FIL-01",
    name="placeholder",
    severity=Severity.ERROR,
    checks="No blank, bracket or “to be confirmed” is left to be filled in; lines to sign are no blanks.",
    why="What is signed with a blank in it is filled in by a court.",
    bad="within [•] days",
    good="within 10 days",
    source="Own list of signs; in a draft of this library an open point is CMP-33.",
    reads=Reads.FOREIGN,
    sure=Confidence.HIGH,
)

BLANK = re.compile(
    r"\[[\s•●■_.…–-]*\]|_{3,}|\{\{[^{}]{1,60}\}\}|<[A-Z][A-Z _-]{2,40}>|\bX{3,}\b|\?{3,}|\b(?:TBD|TBC|TBA)\b"
    r"|\[(?:insert|enter|add|name|date|amount|number|specify|describe|fill|your|jurisdiction|address|percentage|brief|city|country|e-?mail|phone|company|customer|client|provider)\b[^\[\]]{0,80}\]"
    r"|\bto be (?:determined|confirmed|completed|advised|specified)\b",
    re.IGNORECASE,
)
TO_SIGN = re.compile(r"\b(?:by|name|title|date|signature|signed|print|its|position|per)\W*_", re.IGNORECASE)


def find(paper: Paper) -> Iterator[Finding]:
    said: set[tuple[str, str]] = set()
    for line in paper.lines:
        if TO_SIGN.search(line.words):
            continue
        for found in BLANK.finditer(line.words):
            if (line.clause, found[0]) in said:
                continue
            said.add((line.clause, found[0]))
            message = f"“{found[0]}” is not filled in."
            yield RULE.finding(message, clause=line.clause, quote=found[0], mend="fill it in, or delete the sentence")
