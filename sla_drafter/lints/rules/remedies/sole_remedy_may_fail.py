"""A remedy that is the only one may fail, and nothing stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="REM-20",
    name="sole_remedy_may_fail",
    severity=Severity.WARNING,
    checks=(
        "Under a law that lets an exclusive remedy fail, an exclusive credit has carve-outs, or an end for chronic "
        "failure, beside it."
    ),
    why="A remedy that fails of its essential purpose opens every other one, also those that were excluded.",
    bad="law: new_york   credits: {exclusive: yes}   without carve_outs and chronic_failure",
    good="law: new_york   credits: {exclusive: yes, carve_outs: [gross negligence, …]}   with chronic_failure",
    source="Uniform Commercial Code 2-719(2), by analogy; for a lawyer to decide.",
)


def find(context: Context) -> Iterator[Finding]:
    agreement, promised, ending = context.agreement, context.agreement.credits, context.agreement.termination
    law = context.draft.library.laws.get(agreement.law.id) if agreement.law else None
    if law is None or RULE.code not in law.rules or promised is None or not promised.exclusive:
        return
    if not promised.carve_outs and (ending is None or ending.chronic_failure is None):
        yield RULE.finding(
            "Credits are the only remedy, and nothing stands behind them if they fail.",
            "credits.exclusive",
            also=("law",),
            also_notes=("the law",),
            mend="carve_outs, or termination: {chronic_failure: …}",
        )
