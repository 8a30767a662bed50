"""The record of a metric makes a miss too likely."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.attainment.feasibility import chance_all_met, chance_next_met
from sla_drafter.attainment.promise_words import chance_words
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="FEA-02",
    name="miss_too_likely",
    severity=Severity.WARNING,
    checks=(
        "By the record under private: history the chance of a miss in the next window is at most 10%. A record that "
        "misses in half of its windows or more is judged by FEA-03."
    ),
    why="A target that is met on most occasions is still missed about once a year.",
    bad="private: {history: {availability: {periods: 24, met: 20}}}   (a chance of 19.2% in each window)",
    good="private: {history: {availability: {periods: 36, met: 35}}}   (5.3%)",
    source="Uniform prior over the chance of a miss: (1 + missed) / (2 + known).",
)
APPETITE = Fraction(1, 10)
A_YEAR = 12


def find(context: Context) -> Iterator[Finding]:
    private = context.agreement.private
    for past in private.history if private else ():
        if not past.periods or past.met is None or not past.periods < 2 * past.met <= 2 * past.periods:
            continue
        chance = 1 - chance_next_met(past.met, past.periods)
        if chance <= APPETITE:
            continue
        in_year = chance_words(1 - chance_all_met(past.met, past.periods, A_YEAR), spelled.LANGUAGE)
        yield RULE.finding(
            f"The record makes a miss of {past.id} too likely: the chance is above 10% in one window.",
            f"private.history.{past.id}",
            private=f"{chance_words(chance, spelled.LANGUAGE)} in the next window, {in_year} in the next {A_YEAR}.",
            mend="a lower target: sla-drafter feasibility shows the strictest one that is safe",
        )
