"""Nobody answers for a task, or two do."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import TWO_SIDED
from sla_drafter.lints.rule import Rule
from sla_drafter.model.governance import Responsibilities

RULE = Rule(
    code="GOV-11",
    name="task_without_owner",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="Each duty has an owner; each task of the matrix has one accountable role and stands there once.",
    why="What two people answer for, each leaves to the other.",
    bad="matrix: [{task: restore the service, responsible: [duty_manager]}]",
    good="matrix: [{task: restore the service, accountable: service_level_manager, responsible: [duty_manager]}]",
    source="Responsibility matrices: exactly one accountable role in each row.",
    kinds=TWO_SIDED,
)


def find(context: Context) -> Iterator[Finding]:
    duties = context.agreement.responsibilities
    if duties is None:
        return
    for side in ("provider", "customer"):
        for place, duty in enumerate(getattr(duties, side), 1):
            if duty.owner is None:
                yield RULE.finding(
                    f"Nobody answers for the duty to {context.words(duty.duty) or 'do its part'}.",
                    f"responsibilities.{side}[{place}].owner",
                    mend="owner: …   (a role)",
                )
    yield from _rows(context, duties)


def _rows(context: Context, duties: Responsibilities) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for place, row in enumerate(duties.matrix, 1):
        task = context.words(row.task)
        path = f"responsibilities.matrix[{place}].accountable"
        if row.accountable is None:
            yield RULE.finding(f"Nobody is accountable for “{task}”.", path, mend="accountable: …   (one role)")
        known = first.setdefault(task.casefold(), place)
        if task and known != place:
            yield RULE.finding(
                f"The task “{task}” stands in the matrix twice.",
                path,
                also=(f"responsibilities.matrix[{known}].accountable",),
                also_notes=("the first row of this task",),
                mend="one row, with one accountable role",
            )
