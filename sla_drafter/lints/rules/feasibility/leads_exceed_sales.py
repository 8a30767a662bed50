"""Leads with their agreed attempts are more than sales can make."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.language import formats
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="FEA-14",
    name="leads_exceed_sales",
    severity=Severity.WARNING,
    checks=(
        "The leads of a month times the attempts that each one gets on average, or at least, are no more than "
        "private: sales_attempts, the attempts that sales can make in a month."
    ),
    why="Marketing then brings leads in vain, and sales misses its own promise in every month.",
    bad="leads: 2,500 a month with 6 attempts on average   and   private: {sales_attempts: 6000}",
    good="leads: 900 a month with 6 attempts on average   and   private: {sales_attempts: 6000}",
    source="Agreements between marketing and sales: follow-up is promised for every lead.",
)


def find(context: Context) -> Iterator[Finding]:
    leads, private = context.agreement.leads, context.agreement.private
    follow_up = leads.follow_up if leads else None
    able = private.sales_attempts if private else None
    if leads is None or follow_up is None or able is None:
        return
    count = sum(segment.per_month or 0 for segment in leads.segments)
    each = max(follow_up.attempts_average or 0, follow_up.attempts_floor or 0)
    if count * each > able:
        needed = formats.number(count * each, spelled.LANGUAGE)
        field = "attempts_average" if each == follow_up.attempts_average else "attempts_floor"
        yield RULE.finding(
            f"The leads of a month take {needed} attempts, which is more than sales can make.",
            "private.sales_attempts",
            note="what sales can make",
            also=(f"leads.follow_up.{field}",),
            also_notes=("what is promised",),
            private=f"Sales can make {formats.number(able, spelled.LANGUAGE)}.",
            mend="fewer leads, fewer attempts, or more people in sales",
        )
