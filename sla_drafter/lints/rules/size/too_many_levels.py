"""More service levels or severities than anybody can watch, or too few severities."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="SIZ-02",
    name="too_many_levels",
    severity=Severity.WARNING,
    checks="There are at most 15 metrics, and 3 to 5 severities where severities are used.",
    why=(
        "Attention is the scarce thing: with twenty figures none is watched, with two severities everything is "
        "critical."
    ),
    bad="18 metrics, 7 severities",
    good="the metrics that serve a goal, and severities 1 to 4",
    source="Own counts; three to five severities are usual in support agreements.",
)

MOST_METRICS, MOST_SEVERITIES, FEWEST_SEVERITIES = 15, 5, 3


def find(context: Context) -> Iterator[Finding]:
    metrics, severities = len(context.agreement.metrics), len(context.agreement.severities)
    if metrics > MOST_METRICS:
        yield RULE.finding(
            f"There are {metrics} metrics; {MOST_METRICS} is the most.", "metrics", mend="keep those that serve a goal"
        )
    if severities > MOST_SEVERITIES:
        message = f"There are {severities} severities; {MOST_SEVERITIES} is the most."
        yield RULE.finding(message, "severities", mend="join neighbouring severities")
    if 0 < severities < FEWEST_SEVERITIES:
        message = f"There are {severities} severities; {FEWEST_SEVERITIES} is the fewest."
        yield RULE.finding(message, "severities", mend="split the lowest severity")
