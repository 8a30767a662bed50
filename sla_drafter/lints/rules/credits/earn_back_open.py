"""Credits come back too easily."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CRE-16",
    name="earn_back_open",
    severity=Severity.WARNING,
    checks=(
        "Earn-back says for how long, at a level above the one that earns "
        "credits, and until when; chronic failure keeps its credits."
    ),
    why="A credit that returns after a few ordinary months was never a consequence.",
    bad="earn_back: {run: 1 month}",
    good="earn_back: {run: 3 months, level: target, expiry: 6 months, excluded: [chronic failure]}   with a minimum",
    source="Earn-back in outsourcing contracts asks for a run at the higher of two levels and expires.",
    others=(Severity.ERROR,),
)


NEEDED = {
    "run": ("Nothing says for how long the level has to be kept.", "run: 3 months"),
    "expiry": ("Nothing says until when a credit can return.", "expiry: 6 months"),
}


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    rule = promised.earn_back if promised else None
    if rule is None:
        return
    for name, (says, mend) in NEEDED.items():
        if getattr(rule, name) is None:
            yield RULE.finding(says, f"credits.earn_back.{name}", mend=mend)
    level = rule.level.id if rule.level else ""
    if level != "target" or not any(metric.minimum for metric in context.agreement.metrics):
        yield RULE.finding(
            "The level that returns a credit is no higher than the one that earns it.",
            "credits.earn_back.level",
            mend="level: target   (and a minimum for each metric with credits)",
        )
    ending = context.agreement.termination and context.agreement.termination.chronic_failure
    if ending and "chronic_failure" not in {one.id for one in rule.excluded}:
        yield RULE.finding(
            "The credits of a chronic failure can return.",
            "credits.earn_back.excluded",
            mend="excluded: [chronic failure]",
        )
