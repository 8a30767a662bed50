"""A level of escalation comes no later than the one below it, or calls nobody new."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import certainly_longer
from sla_drafter.lints.rule import Rule
from sla_drafter.model.governance import EscalationLevel

RULE = Rule(
    code="GOV-03",
    name="escalation_out_of_order",
    severity=Severity.WARNING,
    checks="Each level of escalation comes later than the one before it and calls another role on some side.",
    why="A level that calls the same people, or calls them earlier, is a line in a table and no help.",
    bad="escalation: [{after: 2 hours, provider: duty_manager}, {after: 1 hour, provider: operations_director}]",
    good="escalation: [{after: 1 hour, provider: duty_manager}, {after: 2 hours, provider: operations_director}]",
    source="Lengths are compared so that the answer holds in every calendar.",
)


def find(context: Context) -> Iterator[Finding]:
    for place, (lower, upper) in enumerate(pairwise(context.agreement.escalation), 2):
        path = f"escalation[{place}]"
        if lower.after and upper.after and _is_no_later(lower, upper):
            before, after = (spelled.fact(level.after, context.agreement) for level in (lower, upper))
            yield RULE.finding(
                f"Level {place} of the escalation comes after {after}, level {place - 1} after {before}.",
                f"{path}.after",
                figures=((f"level {place - 1}", before), (f"level {place}", after)),
                also=(f"escalation[{place - 1}].after",),
                also_notes=("the level before",),
                mend=f"after: longer than {before}",
            )
        if (lower.provider, lower.customer) == (upper.provider, upper.customer) != (None, None):
            yield RULE.finding(
                f"Level {place} of the escalation calls the same roles as level {place - 1}.",
                f"{path}.provider",
                also=(f"escalation[{place - 1}].provider",),
                also_notes=("the level before",),
                mend="a role above them, on either side",
            )


def _is_no_later(lower: EscalationLevel, upper: EscalationLevel) -> bool:
    if lower.after is None or upper.after is None:
        return False
    return lower.after == upper.after or certainly_longer(lower.after, upper.after)
