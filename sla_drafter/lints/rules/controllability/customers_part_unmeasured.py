"""Both sides have a part in a task, and only one part is measured."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import only
from sla_drafter.lints.rule import Rule
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.governance import MatrixRow
from sla_drafter.model.paths import referent

RULE = Rule(
    code="CTL-04",
    name="customers_part_unmeasured",
    severity=Severity.WARNING,
    checks=(
        "Where a task of the matrix needs both sides, some duty of the customer has a time, or a metric measures the "
        "customer."
    ),
    why="A change that waits three weeks for an approval is late, and the figures blame the side that is measured.",
    bad="matrix: [{task: approve a change, accountable: customer_representative, responsible: [duty_manager]}]",
    good="customer: [{duty: answer a proposed change, within: 2 business days, compliance: 95%}]",
    source="Mutual service levels: the customer's part has a measure of its own.",
    kinds=only("customer_based", "outsourcing", "multi_level", "sales_marketing"),
)


def find(context: Context) -> Iterator[Finding]:
    duties = context.agreement.responsibilities
    if duties is None or _is_measured(context.agreement):
        return
    shared = [(place, row) for place, row in enumerate(duties.matrix, 1) if _is_shared(context.agreement, row)]
    if shared:
        place, row = shared[0]
        yield RULE.finding(
            f"Both sides have a part in the task “{context.words(row.task)}”, and no duty of the customer has a time.",
            f"responsibilities.matrix[{place}]",
            figures=(("shared tasks", str(len(shared))),),
            mend="responsibilities.customer: [{duty: …, within: 2 business days, compliance: 95%}]",
        )


def _is_measured(agreement: Agreement) -> bool:
    duties = agreement.responsibilities
    timed = any(duty.within for duty in duties.customer) if duties else False
    return timed or any(one.obligor is not None and one.obligor.id == "customer" for one in agreement.metrics)


def _is_shared(agreement: Agreement, row: MatrixRow) -> bool:
    """Whether roles of more than one party decide or do the task."""
    names = [name for name in (row.accountable, *row.responsible, *row.consulted) if name]
    roles = [referent(agreement, "roles", name) for name in names]
    return len({role.party for role in roles if role and role.party}) > 1
