"""No way out, or a way out without a period."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import all_but
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-22",
    name="termination_incomplete",
    severity=Severity.ERROR,
    checks="There is a right to end the agreement, and a period of notice or of cure.",
    why="Without a written right the general law decides whether a breach is grave enough, after the fact.",
    bad="termination: {exit: {period: 90 days}}",
    good="termination: {cure: 30 days, chronic_failure: {misses: 3, of: availability, within: 6 months}}",
    source="Required clause of every two-sided kind.",
    kinds=all_but("commitment"),
)


def find(context: Context) -> Iterator[Finding]:
    if context.settled & {"termination_general"}:
        return
    agreement = context.agreement
    termination = agreement.termination
    periods = (
        termination and termination.cure,
        termination and termination.convenience_notice,
        agreement.term and agreement.term.non_renewal_notice,
    )
    if termination is None or not any((termination.chronic_failure, *periods[:2])):
        yield RULE.finding("Nobody may end the agreement.", "termination", mend="termination: {cure: 30 days}")
    elif not any(periods):
        yield RULE.finding("No period of notice or of cure is stated.", "termination.cure", mend="cure: 30 days")
