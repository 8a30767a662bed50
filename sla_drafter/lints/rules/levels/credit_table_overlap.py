"""A table of credits has two rows for one value."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import spelled
from sla_drafter.lints.credit_tables import Band, credit_tables
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SLA-02",
    name="credit_table_overlap",
    severity=Severity.ERROR,
    checks="A table of credits has one row for each value.",
    why="At 99.0% the provider reads the one row and the customer the other.",
    bad="| Monthly uptime | Service credit |\n|---|---|\n| 99.0% – 99.9% | 10% |\n| 95.0% – 99.0% | 25% |",
    good=(
        "| Monthly uptime | Service credit |\n"
        "|---|---|\n"
        "| at least 99.0% and below 99.9% | 10% |\n"
        "| at least 95.0% and below 99.0% | 25% |"
    ),
    source="Own reading of tables; rows that only say “below”, one under the other, pass. From data it is CRE-02.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    for table in credit_tables(paper):
        for better, worse in pairwise(table):
            if overlap(better, worse):
                yield RULE.finding(
                    f"Two rows are for {spelled.share(worse.high)}: “{better.words}” and “{worse.words}”.",
                    clause=worse.clause,
                    quote=worse.words,
                    mend=f"“below {spelled.share(better.low)}” in the lower row",
                )


def overlap(better: Band, worse: Band) -> bool:
    """Whether a value is in both of two rows; a row without a lower end counts from the top of the one below it."""
    if better.low == 0:
        return False
    return worse.high > better.low or (worse.high == better.low and worse.with_high and better.with_low)
