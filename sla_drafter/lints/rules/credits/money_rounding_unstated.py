"""A credit comes to fractions of a penny, and nobody says how they are rounded."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CRE-17",
    name="money_rounding_unstated",
    severity=Severity.ERROR,
    checks="Where there are credits, the agreement says how money is rounded.",
    why="Two programs that round at different steps come to two amounts, and an invoice has one.",
    bad="time: {zone: Europe/London}   with credits",
    good="time: {zone: Europe/London, money_rounding: half up}",
    source="A credit is rounded once, at the end, to the minor unit of its currency.",
)

ROUNDING = Needed("money_rounding", "Nothing says how the amount of a credit is rounded.", "half up")


def find(context: Context) -> Iterator[Finding]:
    if context.agreement.credits:
        yield from missing(RULE, context.agreement.time, "time", (ROUNDING,))
