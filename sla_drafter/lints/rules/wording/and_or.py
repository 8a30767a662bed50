"""A sentence says two things at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity, Swap
from sla_drafter.language.patterns import compiled
from sla_drafter.lints.paper import Line, Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap

RULE = Rule(
    code="AMB-04",
    name="and_or",
    severity=Severity.WARNING,
    checks="Nobody writes “and/or”.",
    why="It says two things at once: whether both are needed is decided after the dispute.",
    bad="the Customer and/or its users",
    good="the Customer or its users, or both",
    source="Bryan A. Garner, Modern Legal Usage, on and/or.",
    reads=Reads.PAPER,
    sure=Confidence.EXACT,
)

BOTH = {"en": ", or both", "de": " oder beides", "fr": ", ou les deux", "es": ", o ambos"}
"""What says that both are meant too: “or” alone is read as one of the two as often as not."""
MEMBER = compiled(r"\s[\w’'-]+(?=[.,;:)]|\Z)")
"""The second of two, where it is one word and all that follows; else nobody knows where it ends."""
LISTED = compiled(r",[^.;:(]*\Z")
AND_OR = compiled(r"\b(?:and ?/ ?(?P<en>or)|und ?/ ?(?P<de>oder)|et ?/ ?(?P<fr>ou)|y ?/ ?(?P<es>o))\b", re.IGNORECASE)


def find(paper: Paper) -> Iterator[Finding]:
    for line in paper.lines:
        for found in AND_OR.finditer(line.words) if "/" in line.words else ():
            message = f"“{found[0]}” says two things at once."
            right = mend("“A or B, or both”, or the one that is meant", *swaps_of(paper, line, found))
            yield RULE.finding(message, clause=line.clause, quote=found[0], mend=right)


def swaps_of(paper: Paper, line: Line, found: re.Match[str]) -> Iterator[Swap]:
    """The words that say both, where it is seen which two are joined."""
    member = MEMBER.match(line.words, found.end())
    if member and not LISTED.search(line.words, 0, found.start()):
        language, alone = next((language, words) for language, words in found.groupdict().items() if words)
        yield swap(paper, line, found.start(), found[0] + member[0], alone + member[0] + BOTH[language])
