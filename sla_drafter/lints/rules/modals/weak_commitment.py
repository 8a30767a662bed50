"""A sentence promises to try."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="MOD-03",
    name="weak_commitment",
    severity=Severity.WARNING,
    checks="No duty is worded as an attempt or an intention.",
    why="Whoever only tries has kept the promise when the service is down.",
    bad="The Provider will endeavour to answer in time.",
    good="The Provider answers within 4 hours.",
    source="Own list (data/weak_commitments.yaml).",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line in paper.prose:
        for found in wordlists.phrases("weak_commitments", paper.language).find(line.words):
            message = f"“{found.words}” promises to try; no result is owed."
            yield RULE.finding(message, clause=line.clause, quote=found.words, mend=found.payload)
