"""A mean that hides the worst."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="MEA-07",
    name="mean_without_floor",
    severity=Severity.WARNING,
    checks="A metric that is a mean of times or numbers says what every single value keeps.",
    why="A few very good values pay for a very bad one, and nobody sees it.",
    bad="formula: mean, target: at most 4 hours",
    good="formula: share within 4 hours, or a floor for each value",
    source="A mean of 3.4 hours can leave three of ten cases late.",
)


def find(context: Context) -> Iterator[Finding]:
    for metric in context.agreement.metrics:
        asked = any(survey.metric == metric.id for survey in context.agreement.surveys)
        if metric.formula and metric.formula.kind.id == "mean" and metric.floor is None and not asked:
            yield RULE.finding(
                f"{context.called(metric)} is a mean, and nothing holds for a single value.",
                f"metrics.{metric.id}.formula",
                mend="floor: at least 4 attempts   (as agreed; for a time, share within 4 hours)",
            )
