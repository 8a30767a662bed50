"""A clock may stand still for ever."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import SeverityClock

RULE = Rule(
    code="TIM-05",
    name="pause_without_end",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="Where a restore time is promised, the clock says how long it may pause while the customer is asked.",
    why="A case that waits for an answer is never late, and never closed.",
    bad="severity_clock: {start: reported, stop: service restored}",
    good="severity_clock: {start: reported, stop: service restored, pause_max: 5 business days}",
    source="Support agreements: at most so long, then the case is closed or goes on.",
)

PAUSE = Needed("pause_max", "Nothing says how long a clock may pause.", "5 business days")


def find(context: Context) -> Iterator[Finding]:
    if any(one.restore for one in context.agreement.severities):
        yield from missing(RULE, context.agreement.severity_clock or SeverityClock(), "severity_clock", (PAUSE,))
