"""Cases are few, and a single late one misses the share."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment.compliance import fewest_cases
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="MEA-09",
    name="one_late_case_misses",
    severity=Severity.WARNING,
    checks=(
        "Where severities have a share of cases in time below 100%, the severity or the clock of all says how many "
        "late cases a window forgives when cases are few."
    ),
    why="Of eight cases one late one leaves 87.5%: a promise of 90% is then a promise of all.",
    bad="severities: {2: {compliance: 95%, …}}   and no allowed_misses",
    good="severity_clock: {allowed_misses: 1, …}",
    source="The fewest cases of which one may be late are one divided by the share that may be late.",
)


def find(context: Context) -> Iterator[Finding]:
    clock = context.agreement.severity_clock
    if clock is None or clock.allowed_misses is not None:
        return
    open_ = (one for one in context.agreement.severities if one.allowed_misses is None)
    judged = [one for one in open_ if one.compliance and one.compliance.value < 100]
    strictest = max(judged, key=lambda one: one.compliance.value if one.compliance else 0, default=None)
    fewest = fewest_cases(strictest.compliance) if strictest and strictest.compliance else None
    if strictest is None or fewest is None:
        return
    share = spelled.fact(strictest.compliance, context.agreement)
    yield RULE.finding(
        f"With fewer than {spelled.counted(fewest, 'case')} of severity {strictest.id}, one late case misses {share}.",
        "severity_clock.allowed_misses",
        figures=(("share in time", share), ("fewest cases", str(fewest))),
        also=(f"severities.{strictest.id}.compliance",),
        also_notes=("the share is here",),
        mend="allowed_misses: 1   (or 0, if every late case is meant to miss)",
    )
