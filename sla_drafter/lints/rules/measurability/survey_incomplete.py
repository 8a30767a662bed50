"""Satisfaction is promised, and nobody knows how it is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="MEA-12",
    name="survey_incomplete",
    severity=Severity.WARNING,
    checks="A survey says what is asked, on which scale, of whom, and how many answers it takes.",
    why="Three answers are chance, and another question gives another value.",
    bad="surveys: {yearly: {metric: satisfaction}}",
    good="instrument, scale, sample and minimum_answers: 30",
    source="Practice of satisfaction surveys: same question, same scale, a least number of answers.",
    others=(Severity.ERROR,),
)


NEEDED = {
    "instrument": ("what is asked", "instrument: How well did we help you?"),
    "scale": ("on which scale", "scale: from one (badly) to five (well)"),
    "sample": ("who is asked", "sample: everybody whose case was closed"),
    "minimum_answers": ("how many answers it takes", "minimum_answers: 30"),
}


def find(context: Context) -> Iterator[Finding]:
    for survey in context.agreement.surveys:
        for name, (what, mend) in NEEDED.items():
            if getattr(survey, name) is None:
                yield RULE.finding(
                    f"The survey {survey.id} does not say {what}.", f"surveys.{survey.id}.{name}", mend=mend
                )
