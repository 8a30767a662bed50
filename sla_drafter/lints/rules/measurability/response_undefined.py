"""An automatic reply may count as a response."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import SeverityClock

RULE = Rule(
    code="MEA-04",
    name="response_undefined",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="Where a response time is promised, the clock says what counts as a response.",
    why="A machine answers every case within a second, and nobody has read it.",
    bad="severities: {1: {response: 15 minutes, …}}   severity_clock: {start: reported}",
    good="severity_clock: {start: reported, response: answer by a person}",
    source="Support agreements: a response addresses the issue and comes from a person.",
)

RESPONSE = Needed("response", "Nothing says that an automatic reply is no response.", "answer by a person")


def find(context: Context) -> Iterator[Finding]:
    if any(one.response for one in context.agreement.severities):
        yield from missing(RULE, context.agreement.severity_clock or SeverityClock(), "severity_clock", (RESPONSE,))
