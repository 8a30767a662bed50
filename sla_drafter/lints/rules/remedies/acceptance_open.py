"""Whether a customer that takes a credit has waived anything."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.one_sided import one_sided
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="REM-12",
    name="acceptance_open",
    severity=Severity.WARNING,
    others=(Severity.INFO,),
    checks=(
        "The clause on the nature of credits says that taking one waives no other right; the provider's words do not "
        "say so. Where the whole agreement is in that position, it is an info."
    ),
    why="A customer that takes the credit may be told later that it settled the matter with it.",
    bad="clauses: {credit_nature: {position: provider}}",
    good="Accepting a Service Credit waives no other right.",
    source="Comparison of published agreements: some state the waiver, some exclude it, most are silent.",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    message = "The paper does not say whether taking a credit waives other rights."
    return one_sided(context, RULE, "credit_nature", "provider", message)
