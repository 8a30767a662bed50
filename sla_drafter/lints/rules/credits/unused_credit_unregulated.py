"""A credit is left over when the agreement ends."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CRE-19",
    name="unused_credit_unregulated",
    severity=Severity.ERROR,
    checks="Where there are credits, the agreement says whether unused ones are paid or lapse at the end.",
    why=(
        "The last bad months are often the reason for the end, and there is no next invoice to set their credits "
        "against."
    ),
    bad="terms: {mode: automatic}",
    good="terms: {mode: automatic, at_end: pay}",
    source="The credits of the last months are lost or paid; the general law gives no quick answer.",
)


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    if promised and (promised.terms is None or promised.terms.at_end is None):
        message = "Nothing says what happens to unused credits at the end."
        yield RULE.finding(message, "credits.terms.at_end", mend="at_end: pay   (or: lapse)")
