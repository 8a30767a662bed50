"""Nobody can say how long the agreement runs."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-03",
    name="term_missing",
    severity=Severity.ERROR,
    checks="The agreement says how long it runs at first.",
    why="Without a term the notice that ends it, the renewal and the dates of the reviews cannot be computed.",
    bad="term: {effective: 2027-01-01}",
    good="term: {effective: 2027-01-01, initial: 24 months, renewal: automatic, renewal_term: 12 months}",
    source="Dates of renewal and notice are computed from the term.",
)


UNTIL_ENDED = "one_sided_commitment"
"""A commitment that says no length holds until it is ended, and its overview says so."""


def find(context: Context) -> Iterator[Finding]:
    term = context.agreement.term
    if context.covers(UNTIL_ENDED) and (term is None or term.renewal is None):
        return
    if term is None or term.initial is None:
        yield RULE.finding("The agreement has no term.", "term.initial", mend="initial: 24 months   (the agreed time)")
