"""Nobody knows who may change the agreement."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-23",
    name="change_control_missing",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="The agreement names who approves a change. A blank on the paper is an error.",
    why="Changes agreed in a call or a mail are the usual cause of two versions of one figure.",
    bad="(no change)",
    good="change: {approvers: [service_level_manager, customer_representative], answer_within: 10 business days}",
    source="Change control of service agreements (ISO/IEC 20000-1:2018, 8.5.1).",
)


def find(context: Context) -> Iterator[Finding]:
    change = context.agreement.change
    if context.agreement.unilateral_change and not context.covers("change_control"):
        return  # one side changes it by notice
    if (change is None or not change.approvers) and not context.settled & {"change_control"}:
        yield RULE.finding("Nobody approves a change.", "change.approvers", mend="approvers: [a role of each side]")
