"""A time is promised, and nobody says from when to when it runs."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import Metric, SeverityClock
from sla_drafter.model.scalars import Duration

RULE = Rule(
    code="MEA-03",
    name="clock_event_missing",
    severity=Severity.ERROR,
    others=(Severity.INFO,),
    checks=(
        "Where severities have times, the clock has an event that starts it and, where a restore is promised, one that "
        "stops it. That a metric with a time does not say what is timed is reported: its name may say it."
    ),
    why="Eight hours from the fault, from the call or from the answer are three promises, and each side has its own.",
    bad="severities: {1: {restore: 4 hours, …}}   and no severity_clock",
    good="severity_clock: {start: reported or detected, stop: service restored}",
    source="Definition of a duration: two events and a clock.",
)

START = Needed("start", "Nothing says what starts the clock of a case.", "reported or detected")
STOP = Needed("stop", "Nothing says what stops the clock of a restore.", "service restored")


def find(context: Context) -> Iterator[Finding]:
    grades, clock = context.agreement.severities, context.agreement.severity_clock or SeverityClock()
    if any(one.response or one.restore for one in grades):
        yield from missing(RULE, clock, "severity_clock", (START,))
    if any(one.restore for one in grades):
        yield from missing(RULE, clock, "severity_clock", (STOP,))
    for metric in context.agreement.metrics:
        if metric.measures is None and _is_timed(metric):
            yield RULE.finding(
                f"{context.called(metric)} has a time, and nothing says what is timed.",
                f"metrics.{metric.id}.measures",
                severity=Severity.INFO,
                mend="measures: reference queries from request to last row   (from which event to which)",
            )


def _is_timed(metric: Metric) -> bool:
    """Whether a share within a time, or a mean of times, is promised."""
    formula = metric.formula.kind.id if metric.formula else ""
    has_time = metric.target is not None and isinstance(metric.target.value, Duration)
    return formula == "share_within" or (formula == "mean" and has_time)
