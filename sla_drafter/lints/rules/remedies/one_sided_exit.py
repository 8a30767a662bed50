"""Only one side may end for a failure of the other."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import only
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="REM-14",
    name="one_sided_exit",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="In outsourcing the customer's right to end for chronic failure stands beside a right of either side.",
    why="A provider that is not paid or not fed with inputs has to run the operation on.",
    bad="termination: {chronic_failure: {…}}   and no cure",
    good="termination: {chronic_failure: {…}, cure: 30 days}",
    source="Outsourcing contracts give both sides an end for a breach that is not put right.",
    kinds=only("outsourcing"),
)


def find(context: Context) -> Iterator[Finding]:
    ending = context.agreement.termination
    settled = "termination_general" in context.settled
    if ending and ending.chronic_failure and not settled and ending.cure is None and ending.convenience_notice is None:
        yield RULE.finding(
            "Only the customer may end for a failure of the other side.",
            "termination.cure",
            also=("termination.chronic_failure.misses",),
            also_notes=("its own right",),
            mend="cure: 30 days   (either side may end when a breach is not put right)",
        )
