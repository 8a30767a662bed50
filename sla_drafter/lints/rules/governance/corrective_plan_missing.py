"""A target is missed, and nobody has to say what will change."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="GOV-10",
    name="corrective_plan_missing",
    severity=Severity.WARNING,
    graded={"service_based": Severity.INFO, "vendor": Severity.INFO, "commitment": Severity.INFO},
    others=(Severity.ERROR,),
    checks="A miss is followed by a plan within a stated time.",
    why="A credit pays for the last month; only a plan changes the next one.",
    bad="credits: {…}   and no corrective_plan",
    good="corrective_plan: {root_cause_within: 5 business days, plan_within: 10 business days}",
    source="Corrective action of service management; agreements for many customers seldom have it.",
)


def find(context: Context) -> Iterator[Finding]:
    plan = context.agreement.corrective_plan
    if context.agreement.metrics and (plan is None or plan.plan_within is None):
        yield RULE.finding(
            "Nothing says by when a plan follows a miss.",
            "corrective_plan.plan_within",
            mend="plan_within: 10 business days",
        )
