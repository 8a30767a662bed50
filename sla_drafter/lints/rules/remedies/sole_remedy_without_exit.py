"""Credits are all that the customer gets, and it can never leave for them."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import EXTERNAL
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="REM-01",
    name="sole_remedy_without_exit",
    severity=Severity.WARNING,
    checks="Where credits are the only money remedy, repeated misses let the customer end the agreement.",
    why="Otherwise a bad service is a cheap one for as long as the term runs.",
    bad="credits: {exclusive: yes}   and no chronic_failure",
    good="termination: {chronic_failure: {misses: 3, of: availability, within: 6 months}}",
    source="Exit for chronic failure is the usual counterweight of an exclusive credit.",
    kinds=EXTERNAL,
)


def find(context: Context) -> Iterator[Finding]:
    promised, ending = context.agreement.credits, context.agreement.termination
    if promised and promised.exclusive and (ending is None or ending.chronic_failure is None):
        yield RULE.finding(
            "Credits are the only remedy, and repeated misses do not let the customer end.",
            "termination.chronic_failure",
            also=("credits.exclusive",),
            also_notes=("the only remedy",),
            mend="chronic_failure: {misses: 3, of: …, within: 6 months}   (as agreed)",
        )
