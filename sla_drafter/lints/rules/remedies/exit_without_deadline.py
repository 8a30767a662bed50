"""A right to end for chronic failure can be used for ever."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="REM-11",
    name="exit_without_deadline",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="The right to end for chronic failure says by when it is used.",
    why="Three misses of two years ago would still end the agreement today, or would not: the courts decide.",
    bad="chronic_failure: {misses: 3, of: availability, within: 6 months}",
    good="chronic_failure: {misses: 3, of: availability, within: 6 months, elect_within: 60 days}",
    source="Election periods of termination rights.",
)

ELECTION = Needed("elect_within", "Nothing says by when the right to end is used.", "60 days")


def find(context: Context) -> Iterator[Finding]:
    ending = context.agreement.termination
    if ending and ending.chronic_failure:
        yield from missing(RULE, ending.chronic_failure, "termination.chronic_failure", (ELECTION,))
