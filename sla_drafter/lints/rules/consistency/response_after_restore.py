"""A case has to be answered only after it is solved, or restored only after it is fixed for good."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import certainly_longer
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CON-01",
    name="response_after_restore",
    severity=Severity.ERROR,
    checks="A severity is answered no later than it is restored, and restored no later than it is fixed for good.",
    why="One of the two figures is a slip of the pen, and nobody knows which.",
    bad="severities: {2: {response: 8 hours, restore: 4 hours, …}}",
    good="severities: {2: {response: 1 hour, restore: 8 hours, …}}",
    source="Lengths are compared so that the answer holds in every calendar.",
)


_IN_ORDER = (("response", "restore"), ("restore", "fix"))
_DONE = {"response": "answered", "restore": "restored", "fix": "fixed for good"}


def find(context: Context) -> Iterator[Finding]:
    for grade in context.agreement.severities:
        for first, then in _IN_ORDER:
            earlier, later = getattr(grade, first), getattr(grade, then)
            if earlier and later and certainly_longer(earlier, later):
                said = [spelled.fact(time, context.agreement) for time in (earlier, later)]
                yield RULE.finding(
                    f"Severity {grade.id} is {_DONE[first]} within {said[0]} and {_DONE[then]} within {said[1]}.",
                    f"severities.{grade.id}.{first}",
                    figures=((first, said[0]), (then, said[1])),
                    note=f"the {first}",
                    also=(f"severities.{grade.id}.{then}",),
                    also_notes=(f"the {then}",),
                    mend=f"{first}: shorter than {said[1]}",
                )
