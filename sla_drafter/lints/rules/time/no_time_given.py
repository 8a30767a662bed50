"""A deadline leaves no time at all."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Allowance, Duration, Target

RULE = Rule(
    code="TIM-16",
    name="no_time_given",
    severity=Severity.WARNING,
    checks="No period is zero long: no deadline, notice, window or interval.",
    why="A right that ends when it begins is no right, and a duty that is due when it arises is always late.",
    bad="terms: {mode: on claim, claim_within: 0 days}",
    good="terms: {mode: on claim, claim_within: 30 days}",
    source="A period runs from an event to a later moment.",
)


def find(context: Context) -> Iterator[Finding]:
    for fact in context.facts:
        length = _length(fact.value)
        if length is not None and length.amount == 0 and not fact.path.startswith("private."):
            said = spelled.fact(fact.value, context.agreement)
            yield RULE.finding(
                f"{said} leaves no time.",
                fact.path,
                figures=(("time", said),),
                mend=f"a time above zero; or leave {fact.attribute.name} out if there is no such period",
            )


def _length(value: object) -> Duration | None:
    """The length of time in a value; a target of no time, such as an allowed downtime of zero, is a promise."""
    if isinstance(value, Allowance):
        return None
    return value if isinstance(value, Duration) and not isinstance(value, Target) else None
