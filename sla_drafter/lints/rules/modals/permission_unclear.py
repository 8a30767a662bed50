"""A sentence forbids, or it only says what can happen."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="MOD-04",
    name="permission_unclear",
    severity=Severity.INFO,
    checks="No “may not” can be read as “perhaps not”, and “only” stands before what it limits.",
    why="“The Service may not be available” excuses an outage to one reader and forbids it to the other.",
    bad="The portal may not be available during the maintenance.",
    good="During the maintenance the portal is not available.",
    source=(
        "Own list (data/unclear_permissions.yaml); “the Customer may "
        "not assign” forbids and passes, and so does “may not be disclosed”."
    ),
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.MEDIUM,
)

MONTH = "May"


def find(paper: Paper) -> Iterator[Finding]:
    for line, found in paper.found(wordlists.phrases("unclear_permissions", paper.language)):
        if found.words.startswith(MONTH):
            continue
        message = f"“{found.words}” is read in two ways."
        yield RULE.finding(message, clause=line.clause, quote=found.words, mend=found.payload)
