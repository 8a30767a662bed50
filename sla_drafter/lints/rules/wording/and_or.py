"""A sentence says two things at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap

RULE = Rule(
    code="AMB-04",
    name="and_or",
    severity=Severity.WARNING,
    checks="Nobody writes “and/or”.",
    why="It says two things at once: whether both are needed is decided after the dispute.",
    bad="the Customer and/or its users",
    good="the Customer, its users or both",
    source="Bryan A. Garner, Modern Legal Usage, on and/or.",
    reads=Reads.PAPER,
    sure=Confidence.EXACT,
)

AND_OR = re.compile(r"\b(?:and ?/ ?(?P<en>or)|und ?/ ?(?P<de>oder)|et ?/ ?(?P<fr>ou)|y ?/ ?(?P<es>o))\b", re.IGNORECASE)


def find(paper: Paper) -> Iterator[Finding]:
    for line in paper.lines:
        for found in AND_OR.finditer(line.words) if "/" in line.words else ():
            message = f"“{found[0]}” says two things at once."
            alone = next(filter(None, found.groups()))
            right = mend("“A, B or both”, or the one that is meant", swap(paper, line, found.start(), found[0], alone))
            yield RULE.finding(message, clause=line.clause, quote=found[0], mend=right)
