"""What the credits of a year are expected to cost."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.attainment.feasibility import chance_next_met
from sla_drafter.attainment.fees import share_of_margin
from sla_drafter.attainment.promise_words import chance_words
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.private import Private

RULE = Rule(
    code="FEA-13",
    name="credits_expected",
    severity=Severity.INFO,
    checks=(
        "For each credited metric with a record under private: history, what its credits are expected to cost as a "
        "share of the fees and of the margin: the chance of a miss times the credit of the first band."
    ),
    why="A credit is a price for risk; whoever promises it wants to know the price.",
    bad="private: {history: {availability: {periods: 20, met: 12}}, margin: 20%}   (4.1% of the fees)",
    good="private: {history: {availability: {periods: 9, met: 9}}, margin: 20%}   (9.1%, so 0.91% of the fees)",
    source="Expected value. With the files of the record `sla-drafter feasibility` weighs every band.",
)
_WHOLE = Fraction(100)


def find(context: Context) -> Iterator[Finding]:
    private = context.agreement.private
    known = {past.id: past for past in private.history} if private else {}
    for ladder, metric in context.ladders:
        past = known.get(metric.id)
        first = next((Fraction(band.credit.value) for band in ladder.bands if band.credit and band.credit.value), None)
        if past is None or first is None or not past.periods or past.met is None or not 0 <= past.met <= past.periods:
            continue
        expected = (1 - chance_next_met(past.met, past.periods)) * first
        words = chance_words(expected / _WHOLE, spelled.LANGUAGE)
        yield RULE.finding(
            f"The record of {metric.id} says what its credits are expected to cost.",
            f"private.history.{metric.id}",
            also=(f"credits.ladders.{ladder.id}",),
            also_notes=("the credits",),
            private=f"At least {words} of the fees in each window{_of_margin(expected, private)}.",
            mend="sla-drafter feasibility with the files of the record weighs every band",
        )


def _of_margin(expected: Fraction, private: Private | None) -> str:
    """What an expected credit takes of the margin, where that is known."""
    margin = private.margin if private else None
    if margin is None or not 0 < margin.value <= _WHOLE:
        return ""
    taken = share_of_margin(expected, Fraction(margin.value)) / _WHOLE
    return f", which is {chance_words(taken, spelled.LANGUAGE)} of the margin"
