"""All cases are promised in time, and a late one is forgiven."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment.attain_cases import forgiven_of
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="MEA-23",
    name="full_share_forgives_late_case",
    severity=Severity.WARNING,
    checks="A severity that promises 100% of its cases in time forgives no late case.",
    why="Of one case that is late none is in time: the month counts as met at 0%, and the paper promises 100%.",
    bad="severities: {1: {compliance: 100%, …}}   and   severity_clock: {allowed_misses: 1, …}",
    good="severities: {1: {compliance: 100%, allowed_misses: 0, …}}   and   severity_clock: {allowed_misses: 1, …}",
    source="What is forgiven whatever the share is forgiven where it is the only case.",
)

_ALL = 100


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    for severity in agreement.severities:
        forgiven = forgiven_of(agreement, severity)
        if severity.compliance is None or severity.compliance.value != _ALL or not forgiven:
            continue
        share, late = spelled.fact(severity.compliance, agreement), spelled.counted(forgiven, "late case")
        yield RULE.finding(
            f"Severity {severity.id} promises {share} in time and forgives {late}, so that a share of 0% may meet it.",
            f"severities.{severity.id}.compliance",
            figures=(("share in time", share), ("forgiven", str(forgiven))),
            also=(_place(severity.allowed_misses is not None, severity.id),),
            also_notes=("what is forgiven is here",),
            mend=f"severities.{severity.id}.allowed_misses: 0   (or a share below {share})",
        )


def _place(own: bool, severity: str) -> str:
    """Where the number of late cases stands: at the severity, or at the clock of all."""
    return f"severities.{severity}.allowed_misses" if own else "severity_clock.allowed_misses"
