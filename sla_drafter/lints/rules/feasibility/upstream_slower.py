"""What a service rests on is restored later, or in fewer hours, than is promised."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.allowance import most_urgent
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import certainly_longer
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import Severity as Grade
from sla_drafter.model.paths import referent
from sla_drafter.model.private import Upstream

RULE = Rule(
    code="FEA-07",
    name="upstream_slower",
    severity=Severity.WARNING,
    graded=dict.fromkeys(("multi_level", "internal", "outsourcing"), Severity.ERROR),
    checks=(
        "An upstream agreement under private: upstream answers and restores no later than the most urgent severity, "
        "and in no fewer hours. A part with copies to spare is not judged."
    ),
    why="The time of the supplier runs inside the time of the provider, and is longer than it.",
    bad="severity 1: {restore: 4 hours, cover: always}   on   hosting: {restore: 8 hours, hours: desk}",
    good="hosting: {restore: 2 hours, hours: always}",
    source="Operational level agreements: back-to-back times.",
)


def find(context: Context) -> Iterator[Finding]:
    private, urgent = context.agreement.private, most_urgent(context)
    for part in private.upstream if private and urgent else ():
        if urgent is None or (part.copies or 1) > (part.needed or 1):
            continue
        for name in ("response", "restore"):
            theirs, ours = getattr(part, name), getattr(urgent, name)
            if theirs and ours and certainly_longer(theirs, ours):
                yield _found(part, urgent, name, name, f"The {name} time of an upstream agreement is longer than ours.")
        if _closes(context, part.hours) and urgent.cover and not _closes(context, urgent.cover):
            yield _found(part, urgent, "hours", "cover", "An upstream agreement has closed hours in which we promise.")


def _found(part: Upstream, urgent: Grade, theirs: str, ours: str, message: str) -> Finding:
    return RULE.finding(
        message,
        f"private.upstream.{part.id}.{theirs}",
        note="upstream",
        also=(f"severities.{urgent.id}.{ours}",),
        also_notes=("what is promised",),
        mend="a faster upstream agreement, or a longer promise",
    )


def _closes(context: Context, hours: str | None) -> bool:
    """Whether a schedule has a closed minute."""
    found = referent(context.agreement, "hours", hours) if hours else None
    return found is not None and found.week is not None and not found.week.is_always
