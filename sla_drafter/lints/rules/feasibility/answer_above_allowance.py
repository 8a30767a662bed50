"""Before anybody answers, the downtime that the target allows is used up."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.allowance import Allowance, allowances, most_urgent, seconds_of
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.paths import referent

RULE = Rule(
    code="FEA-12",
    name="answer_above_allowance",
    severity=Severity.WARNING,
    checks=(
        "The time between two measurements and the response time of the most urgent severity together are within the "
        "downtime that an availability allows."
    ),
    why="The first outage of a window misses the target while its answer is still in time.",
    bad="response: 15 minutes   with 99.99% in a calendar month (4 min 27.8 s in 31 days)",
    good="response: 2 minutes, automatic fail-over, or 99.9%",
    source="Detection and acknowledgement come before any repair.",
)


def find(context: Context) -> Iterator[Finding]:
    urgent = most_urgent(context)
    response = seconds_of(urgent.response) if urgent else None
    for allowance in allowances(context):
        if urgent is None or response is None:
            return
        waited = response + _interval(context, allowance)
        if waited > allowance.seconds:
            yield RULE.finding(
                f"An outage of {context.called(allowance.metric)} is found and answered in time after "
                f"{spelled.seconds(waited)}; {allowance.words()}.",
                f"severities.{urgent.id}.response",
                also=(f"metrics.{allowance.metric.id}.target",),
                also_notes=("the target is here",),
                mend="a shorter response time, or a lower target",
            )


def _interval(context: Context, allowance: Allowance) -> Fraction:
    """How long an outage lasts at most before it is measured, as far as that is known."""
    source = referent(context.agreement, "sources", allowance.metric.source) if allowance.metric.source else None
    return (seconds_of(source.interval) if source else None) or Fraction(0)
