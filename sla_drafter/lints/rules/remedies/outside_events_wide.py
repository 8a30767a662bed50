"""Events outside a party's control that it could have held off."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import EXTERNAL
from sla_drafter.lints.one_sided import one_sided
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="REM-09",
    name="outside_events_wide",
    severity=Severity.WARNING,
    others=(Severity.INFO,),
    kinds=EXTERNAL,
    checks=(
        "The clause on events outside control asks for diligence and leaves a party's own suppliers and power in its "
        "hands; the provider's words do not. Where the whole agreement is in that position, it is an info."
    ),
    why="Who may count a cut of power or a supplier's failure as an outside event promises nothing on that day.",
    bad="clauses: {force_majeure: {include: yes, position: provider}}",
    good="clauses: {force_majeure: {include: yes}}",
    source="Comparison of published agreements; BGB section 278 (Germany): a debtor answers for those it employs.",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    message = "Events outside control include failures of power, and no diligence is asked against them."
    return one_sided(context, RULE, "force_majeure", "provider", message)
