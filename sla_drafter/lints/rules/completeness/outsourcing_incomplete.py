"""An outsourcing agreement lacks one of its six safeguards."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import only
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="CMP-27",
    name="outsourcing_incomplete",
    severity=Severity.ERROR,
    checks=(
        "Outsourcing has an amount at risk, help at the end, a right of audit, precedence, a rule on "
        "subcontractors and an end for chronic failure."
    ),
    why=(
        "Whoever hands over a function keeps the responsibility for it; without these terms it cannot "
        "steer, check or leave."
    ),
    bad="kind: outsourcing without termination.exit",
    good="termination: {exit: {period: 12 months, data_format: agreed copies, levels_continue: yes}}",
    source="Practice of outsourcing contracts; completeness matrix of the clause library.",
    kinds=only("outsourcing"),
    reads=Reads.DRAFT,
)

SAFEGUARDS = {
    "at_risk_pool": "amount at risk",
    "exit_assistance": "help at the end",
    "audits": "right of audit",
    "precedence": "order of precedence",
    "dependencies": "rule on subcontractors",
    "chronic_failure_termination": "end for chronic failure",
}
"""The clause that gives each safeguard."""


def find(context: Context) -> Iterator[Finding]:
    for clause, words in SAFEGUARDS.items():
        if not context.covers(clause):
            yield RULE.finding(
                f"The agreement has no {words}.",
                f"clauses.{clause}.include",
                mend=f"state its facts, or clauses: {{{clause}: yes}}",
            )
