"""The measured figures cannot be contested."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import TWO_SIDED
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="GOV-06",
    name="figures_not_contestable",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="The agreement says by when a reported figure may be contested, and what holds until that is settled.",
    why="A figure that stands for ever after a week, or never stands, cannot be invoiced.",
    bad="reports: {every: 1 month}   and no measurement",
    good="measurement: {dispute_within: 10 business days, meanwhile: the report stands}",
    source="Measurement disputes: a time to object, and a provisional figure.",
    kinds=TWO_SIDED,
)

NEEDED = (
    Needed("dispute_within", "Nothing says by when a reported figure may be contested.", "10 business days"),
    Needed("meanwhile", "Nothing says which figure holds while it is contested.", "the report stands"),
)


def find(context: Context) -> Iterator[Finding]:
    if context.agreement.metrics:
        yield from missing(RULE, context.agreement.measurement, "measurement", NEEDED)
