"""A worse text holds before the customer can leave."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import certainly_longer
from sla_drafter.lints.rule import Rule
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.scalars import Duration

RULE = Rule(
    code="CON-13",
    name="change_before_exit",
    severity=Severity.ERROR,
    checks=(
        "The notice of a change that the provider makes alone is no shorter than the notice with which the customer "
        "ends the agreement, unless the customer may leave because of the change."
    ),
    why="The customer learns of the change in time to read it, and not in time to go.",
    bad="unilateral_change: {notice: 30 days}, termination: {convenience_notice: 90 days}",
    good="unilateral_change: {notice: 90 days, exit_within: 30 days}",
    source="Notice periods of standard terms; lengths are compared so that the answer holds in every calendar.",
)


def find(context: Context) -> Iterator[Finding]:
    change = context.agreement.unilateral_change
    if change is None or change.notice is None or change.exit_within is not None:
        return
    for path, own in _own_notices(context.agreement):
        if certainly_longer(own, change.notice):
            notice, leave = (spelled.fact(length, context.agreement) for length in (change.notice, own))
            yield RULE.finding(
                f"A change is announced {notice} before it holds; the customer needs {leave} to leave.",
                "unilateral_change.notice",
                figures=(("notice of a change", notice), ("notice to leave", leave)),
                also=(path,),
                also_notes=("the customer's own notice",),
                mend=f"notice: {leave}   (or exit_within: 30 days)",
            )


def _own_notices(agreement: Agreement) -> Iterator[tuple[str, Duration]]:
    """The notices by which the customer can end, with their paths."""
    if agreement.termination and agreement.termination.convenience_notice:
        yield "termination.convenience_notice", agreement.termination.convenience_notice
    if agreement.term and agreement.term.non_renewal_notice:
        yield "term.non_renewal_notice", agreement.term.non_renewal_notice
