"""A credit is a share of fees, and nobody says of which parts of the invoice."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CRE-07",
    name="gross_fees",
    severity=Severity.ERROR,
    checks="The fee base says what is taken off an invoice before a credit is a share of it: tax, one-off charges.",
    why="Ten per cent with tax and the fee of a migration is another sum than ten per cent of the monthly fee.",
    bad="fee_base: {fees: affected service, month: of failure}",
    good="fee_base: {fees: affected service, month: of failure, net_of: [tax, one-off charges]}",
    source="Fee definitions of public agreements: recurring fees, net of tax.",
)

NET = Needed("net_of", "Nothing says whether tax and one-off charges are part of the fees.", "[tax, one-off charges]")


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    if promised and promised.fee_base:
        yield from missing(RULE, promised.fee_base, "credits.fee_base", (NET,))
