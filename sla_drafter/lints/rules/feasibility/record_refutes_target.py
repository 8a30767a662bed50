"""A target was missed as often as it was met."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="FEA-03",
    name="record_refutes_target",
    severity=Severity.ERROR,
    checks=(
        "By the record under private: history the target was met in more than half of the known windows, and in no "
        "more windows than are known."
    ),
    why="Whoever promises what is usually missed has agreed to pay, and the customer has bought a discount.",
    bad="private: {history: {availability: {periods: 12, met: 5}}}",
    good="a lower target, or the service is mended first",
    source="Nobody promises the less likely half; the record stands before any model of it.",
)


def find(context: Context) -> Iterator[Finding]:
    private = context.agreement.private
    for past in private.history if private else ():
        if past.periods is None or past.met is None:
            continue
        where, figures = f"private.history.{past.id}", f"{past.met} of {past.periods} windows."
        if not 0 <= past.met <= past.periods:
            message = f"The record of {past.id} has more windows that were met than windows that are known."
            yield RULE.finding(message, where, private=figures, mend="met: …   (at most as many as periods)")
        elif past.periods and 2 * past.met <= past.periods:
            message = f"The record misses the target of {past.id} in half of the known windows or more."
            yield RULE.finding(message, where, private=figures, mend="a lower target, or mend the service first")
