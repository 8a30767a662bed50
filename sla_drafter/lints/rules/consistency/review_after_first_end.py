"""The first review comes after the first possible end."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import lengths, spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CON-10",
    name="review_after_first_end",
    severity=Severity.WARNING,
    checks="The agreement is reviewed at least once before it first may end.",
    why="Whether it goes on is decided at the end of the term; the review is there to prepare that decision.",
    bad="initial: 12 months review: {every: 24 months}",
    good="initial: 24 months review: {every: 18 months}",
    source="Lengths are compared so that the answer holds in every calendar.",
)


def find(context: Context) -> Iterator[Finding]:
    term, review = context.agreement.term, context.agreement.review
    if term is None or term.initial is None or review is None or review.every is None:
        return
    goes_on = term.renewal is None or term.renewal.id != "none"
    if goes_on and lengths.certainly_longer(review.every, term.initial):
        every, first = (spelled.fact(length, context.agreement) for length in (review.every, term.initial))
        yield RULE.finding(
            f"The first review comes after {every}, the agreement may end after {first}.",
            "review.every",
            note="the review",
            also=("term.initial",),
            also_notes=("the first possible end",),
            mend=f"every: shorter than {first}",
        )
