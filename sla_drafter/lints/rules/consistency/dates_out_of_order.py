"""Dates and periods that cannot follow one another."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import lengths, spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CON-09",
    name="dates_out_of_order",
    severity=Severity.ERROR,
    others=(Severity.WARNING,),
    checks=(
        "The notice that stops a renewal fits into the term, a review comes before the end, and the master "
        "agreement is dated before the first day (a warning)."
    ),
    why="A notice that could never be given in time, or a review after the end, is a right that does not exist.",
    bad="initial: 1 month non_renewal_notice: 60 days",
    good="initial: 24 months non_renewal_notice: 60 days",
    source="Lengths are compared so that the answer holds in every calendar.",
)


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    term, review, master = agreement.term, agreement.review, agreement.master_agreement
    if term and term.initial:
        first = spelled.fact(term.initial, agreement)
        notice = term.non_renewal_notice
        if notice and lengths.certainly_longer(notice, term.initial):
            yield RULE.finding(
                f"Notice of {spelled.fact(notice, agreement)} does not fit into a term of {first}.",
                "term.non_renewal_notice",
                note="the notice",
                also=("term.initial",),
                also_notes=("the term",),
                mend=f"non_renewal_notice: shorter than {first}",
            )
        ends = term.renewal is not None and term.renewal.id == "none"
        if ends and review and review.every and lengths.certainly_longer(review.every, term.initial):
            yield RULE.finding(
                f"The first review, after {spelled.fact(review.every, agreement)}, comes after the end.",
                "review.every",
                also=("term.initial",),
                also_notes=("the agreement ends then",),
                mend=f"every: shorter than {first}",
            )
    dated = master.document.dated if master and master.document else None
    if dated and term and term.effective and dated > term.effective:
        yield RULE.finding(
            f"The master agreement is dated {spelled.fact(dated, agreement)}, after the first day of this one.",
            "master_agreement.document.dated",
            severity=Severity.WARNING,
            also=("term.effective",),
            also_notes=("the first day",),
            mend=f"effective: {dated.isoformat()}   (or later)",
        )
