"""An audit is agreed, and half of it is left open."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import TWO_SIDED
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="GOV-01",
    name="audit_incomplete",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="An audit says who runs it, by when its minutes are sent, and whom to tell of a problem.",
    why="An audit without an auditor does not take place, and one without minutes changes nothing.",
    bad="audits: {every: 3 months}",
    good=(
        "audits: {every: 3 months, auditor: customer_representative, minutes_within: 5 business days, problem_contact: "
        "service_level_manager}"
    ),
    source="Practice of service level management: cadence, auditor, minutes, contact.",
    kinds=TWO_SIDED,
)

NEEDED = (
    Needed("auditor", "Nothing says who runs the audits.", "customer_representative   (a role)"),
    Needed("minutes_within", "Nothing says by when the minutes of an audit are sent.", "5 business days"),
    Needed("problem_contact", "Nothing says whom to tell of a problem found in an audit.", "service_level_manager"),
)


def find(context: Context) -> Iterator[Finding]:
    if context.agreement.audits:
        yield from missing(RULE, context.agreement.audits, "audits", NEEDED)
