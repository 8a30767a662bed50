"""A percentage is judged to decimals, and nobody says how it is rounded."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.notation import fine_percentages
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="NUM-10",
    name="percent_without_rounding",
    severity=Severity.INFO,
    checks="A paper that judges by percentages with two or more decimals says how a measured value is rounded.",
    why="A month of 99.946% is a miss, or 99.95% and none: the credit hangs on a rule that nobody wrote.",
    bad="Availability is at least 99.95%. (and nothing about rounding)",
    good="A measured value is cut after two decimals.",
    source="Own lists (data/measures.yaml). In a draft of this library it is MEA-10.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    rounding = wordlists.pattern("measures", paper.language, "rounding")
    if any(rounding.search(line.words) for line in paper.lines_holding(rounding)):
        return
    for line in paper.lines:
        for words in fine_percentages(line.words):
            message = f"“{words}” is judged to its decimals, and the paper says nothing about rounding."
            yield RULE.finding(message, clause=line.clause, quote=words, mend="say how a measured value is rounded")
            return
