"""A worse value earns a smaller credit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import spelled
from sla_drafter.lints.credit_tables import credit_tables
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SLA-03",
    name="credit_table_falls",
    severity=Severity.ERROR,
    checks="In a table of credits a worse value never earns a smaller credit.",
    why="Two figures were exchanged, or it pays to fail more.",
    bad="| Monthly uptime | Service credit |\n|---|---|\n| below 99.9% | 25% |\n| below 99.0% | 10% |",
    good="| Monthly uptime | Service credit |\n|---|---|\n| below 99.9% | 10% |\n| below 99.0% | 25% |",
    source="Own reading of tables; a row of 0% beside the target passes. From data it is CRE-03.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


FEW = 2
"""How many rows may all fall by mistake."""


def find(paper: Paper) -> Iterator[Finding]:
    for table in credit_tables(paper):
        if len(table) > FEW and all(worse.credit < better.credit for better, worse in pairwise(table)):
            continue  # of what is measured here more is worse
        for better, worse in pairwise(table):
            if worse.credit < better.credit:
                yield RULE.finding(
                    f"“{worse.words}” earns {spelled.share(worse.credit)}, “{better.words}” earns "
                    f"{spelled.share(better.credit)}.",
                    clause=worse.clause,
                    quote=worse.words,
                    mend="the larger credit for the worse value",
                )
