"""An audit or a meeting comes only after the first term."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import certainly_longer
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CON-27",
    name="interval_beyond_term",
    severity=Severity.WARNING,
    checks="Audits, meetings and reports come at least once in the first term.",
    why="What happens every two years never happens in an agreement of one.",
    bad="term: {initial: 12 months}, audits: {every: 24 months}",
    good="term: {initial: 12 months}, audits: {every: 3 months}",
    source="Lengths are compared so that the answer holds in every calendar.",
)


def find(context: Context) -> Iterator[Finding]:
    term = context.agreement.term
    for key in ("audits", "meetings", "reports"):
        planned = getattr(context.agreement, key)
        every = planned.every if planned else None
        if term and term.initial and every and certainly_longer(every, term.initial):
            said, first = (spelled.fact(length, context.agreement) for length in (every, term.initial))
            yield RULE.finding(
                f"{key.capitalize()} come every {said}; the first term is {first}.",
                f"{key}.every",
                figures=(("interval", said), ("first term", first)),
                also=("term.initial",),
                also_notes=("the first term",),
                mend=f"every: shorter than {first}",
            )
