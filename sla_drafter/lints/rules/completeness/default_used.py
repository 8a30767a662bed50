"""The agreement does not state a fact, and the clause library supplied it."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Edit, Finding, Mend, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="CMP-50",
    name="default_used",
    severity=Severity.INFO,
    checks="Each fact that the agreement leaves unsaid and that a clause has a default for: which, and whose.",
    why="The paper says the default, the sums use it, and both sides sign it; so somebody reads it before.",
    bad="reports: {every: 1 month} (and nothing says by when)",
    good="reports: {every: 1 month, due: 5 business days}",
    source="Defaults are data of the clause, per position; none is supplied where risk shifts from side to side.",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    for unsaid in context.draft.defaults:
        key = unsaid.path.rpartition(".")[2]
        yield RULE.finding(
            f"{unsaid.path} is not stated: {unsaid.words} is used, the default of {unsaid.clause} ({unsaid.position}).",
            unsaid.path,
            mend=Mend(
                f"{key}: {unsaid.words}   (or what was agreed)", (Edit(unsaid.path, unsaid.words),), is_safe=True
            ),
        )
