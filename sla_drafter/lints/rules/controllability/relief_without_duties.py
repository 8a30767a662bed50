"""The provider is relieved, and it need not say so in time."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import TWO_SIDED
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CTL-07",
    name="relief_without_duties",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks=(
        "Where a missed duty of the customer gives relief, the agreement says by when the provider notifies it and how "
        "dates move."
    ),
    why="Relief without notice is an excuse after the fact: the customer learns of it when it asks for its credit.",
    bad="customer: [{duty: answer a question, if_missed: relief}]   and no relief",
    good="relief: {notice: 2 business days, extension: day for day}",
    source="Relief events: notice, mitigation, proof of the cause.",
    kinds=TWO_SIDED,
)

NEEDED = (
    Needed("notice", "Nothing says by when the provider notifies that it was held up.", "2 business days"),
    Needed("extension", "Nothing says how dates move when the provider was held up.", "day for day"),
)


def find(context: Context) -> Iterator[Finding]:
    duties = context.agreement.responsibilities
    if duties and (duties.relief or any(one.if_missed and one.if_missed.id == "relief" for one in duties.customer)):
        yield from missing(RULE, duties.relief, "responsibilities.relief", NEEDED)
