"""Targets, and nothing follows when they are missed."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment.earning import credited
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import TWO_SIDED
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-11",
    name="miss_without_consequence",
    severity=Severity.ERROR,
    checks=(
        "At least one thing follows a miss: credits, a corrective plan, remedies between teams, or a right to end."
    ),
    why="A target without a consequence is a wish; the customer pays for it and cannot use it.",
    bad="metrics with targets, and neither credits nor a corrective plan nor a right to end",
    good="corrective_plan: {plan_within: 10 business days, root_cause_within: 5 business days}",
    source="Credits, corrective action or a right to end stand in public agreements between companies.",
    kinds=TWO_SIDED,
    graded={
        "multi_level": Severity.WARNING,
        "internal": Severity.INFO,
        "sales_marketing": Severity.INFO,
    },
)


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    ending = agreement.termination and agreement.termination.chronic_failure
    follows = (
        credited(agreement),
        agreement.corrective_plan,
        agreement.team_remedies and agreement.team_remedies.steps,
        ending and (ending.misses or ending.triggers),
    )
    if agreement.metrics and not any(follows):
        yield RULE.finding(
            f"Nothing follows when one of {spelled.counted(len(agreement.metrics), 'target')} is missed.",
            "metrics",
            mend="corrective_plan: {plan_within: 10 business days}   (or credits, or termination.chronic_failure)",
        )
