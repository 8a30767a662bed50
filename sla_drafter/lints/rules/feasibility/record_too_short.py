"""A record is too short to trust its average."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.attainment.feasibility import unseen_miss_bound
from sla_drafter.attainment.promise_words import chance_words
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="FEA-04",
    name="record_too_short",
    severity=Severity.WARNING,
    checks="A record under private: history holds at least 12 windows.",
    why="A few good months say little: none missed in 12 still allows a miss chance of 22% a month.",
    bad="private: {history: {availability: {periods: 5, met: 5}}}",
    good="private: {history: {availability: {periods: 12, met: 12}}}",
    source="1 - (1 - c) to the power 1/n, the exact form of the rule of three.",
)
FEWEST = 12
CONFIDENCE = Fraction(95, 100)


def find(context: Context) -> Iterator[Finding]:
    private = context.agreement.private
    for past in private.history if private else ():
        if past.periods is None or not 0 < past.periods < FEWEST:
            continue
        bound = chance_words(Fraction(unseen_miss_bound(past.periods, CONFIDENCE)), spelled.LANGUAGE)
        yield RULE.finding(
            f"The record of {past.id} holds fewer than {FEWEST} windows: its bound counts, not its average.",
            f"private.history.{past.id}",
            private=f"Even without a miss a chance of {bound} in each window is not refuted (95% confidence).",
            mend="a target with room to spare, or a shorter term with a review",
        )
