"""A customer of a data processing service switches more slowly than the rules on switching let it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import certainly_longer
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Duration, Unit

RULE = Rule(
    code="REM-18",
    name="switching_too_slow",
    severity=Severity.WARNING,
    checks=(
        "Where the EU Data Act is to be answered, a switch needs a notice of at most two months and takes at most "
        "thirty days."
    ),
    why="A longer notice or transition is a term that the regulation does not let a provider ask for.",
    bad="sectors: [eu_data_act]   exit: {switch_notice: 3 months, switch_within: 60 days}",
    good="sectors: [eu_data_act]   exit: {switch_notice: 2 months, switch_within: 30 days}",
    source="Regulation (EU) 2023/2854, article 25(2)(a) and (d); a longer transition needs a reason of its own.",
)

MOST = {
    "switch_notice": ("notice of a switch", Duration(Decimal(2), Unit.MONTH)),
    "switch_within": ("time of a switch", Duration(Decimal(30), Unit.DAY)),
}


def find(context: Context) -> Iterator[Finding]:
    ending = context.agreement.termination
    asked = any(sector.id == "eu_data_act" for sector in context.agreement.sectors)
    for key, (what, most) in MOST.items() if asked else ():
        length = getattr(ending.exit, key) if ending and ending.exit else None
        if length and certainly_longer(length, most):
            said, limit = spelled.fact(length, context.agreement), spelled.fact(most, context.agreement)
            yield RULE.finding(
                f"The {what} is {said}; the regulation has at most {limit}.",
                f"termination.exit.{key}",
                figures=((what, said), ("most", limit)),
                mend=f"{key}: {limit}",
            )
