"""The notice that stops a renewal is longer than the renewal."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import certainly_longer
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CON-12",
    name="notice_longer_than_renewal",
    severity=Severity.WARNING,
    checks="The notice that stops a renewal is no longer than the time for which the agreement is renewed.",
    why="Whoever is renewed for a month could stop the next month only before the last one began.",
    bad="renewal_term: 1 month, non_renewal_notice: 60 days",
    good="renewal_term: 12 months, non_renewal_notice: 60 days",
    source="Lengths are compared so that the answer holds in every calendar.",
)


def find(context: Context) -> Iterator[Finding]:
    term = context.agreement.term
    if term is None or term.non_renewal_notice is None or term.renewal_term is None:
        return
    if certainly_longer(term.non_renewal_notice, term.renewal_term):
        notice, renewed = (
            spelled.fact(length, context.agreement) for length in (term.non_renewal_notice, term.renewal_term)
        )
        yield RULE.finding(
            f"A renewal of {renewed} is stopped by a notice of {notice}.",
            "term.non_renewal_notice",
            figures=(("notice", notice), ("renewal term", renewed)),
            note="the notice",
            also=("term.renewal_term",),
            also_notes=("the renewal",),
            mend=f"non_renewal_notice: shorter than {renewed}",
        )
