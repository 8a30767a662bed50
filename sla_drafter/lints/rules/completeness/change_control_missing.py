"""Nobody knows who may change the agreement, or one side may change it alone."""

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
    checks=(
        "The agreement names who approves a change, and a role of each party is among them. A blank on the paper is an "
        "error."
    ),
    why=(
        "Changes agreed in a call or a mail are the usual cause of two versions of one figure, and a role of one party "
        "cannot bind the other."
    ),
    bad="(no change)",
    good="change: {approvers: [service_level_manager, customer_representative], answer_within: 10 business days}",
    source="Change control of service agreements (ISO/IEC 20000-1:2018, 8.5.1).",
)


def find(context: Context) -> Iterator[Finding]:
    change = context.agreement.change
    if context.agreement.unilateral_change and not context.covers("change_control"):
        return  # one side changes it by notice
    if context.settled & {"change_control"}:
        return
    if change is None or not change.approvers:
        yield RULE.finding("Nobody approves a change.", "change.approvers", mend="approvers: [a role of each side]")
    elif not context.covers("one_sided_commitment"):
        yield from _bound_unasked(context, change.approvers)


def _bound_unasked(context: Context, approvers: tuple[str, ...]) -> Iterator[Finding]:
    """The parties that a change would bind although none of their roles approves it."""
    party_of = {role.id: role.party for role in context.agreement.roles}
    approving = {party_of.get(one) for one in approvers}
    if None in approving:
        return  # another rule finds a role without a party
    for party in context.agreement.parties:
        own = [role for role, side in party_of.items() if side == party.id]
        if own and party.id not in approving and party.plays != "supplier":
            message = f"No role of {context.called(party)} approves a change, so the other side would change it alone."
            yield RULE.finding(message, "change.approvers", mend=f"approvers: [{', '.join((*approvers, own[0]))}]")
