"""One agreement with a supplier is noted with two figures."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.private import Upstream

RULE = Rule(
    code="CON-26",
    name="supplier_figures_differ",
    severity=Severity.WARNING,
    checks="What is noted under private: upstream for one agreement of a supplier has one availability.",
    why="A sum over suppliers that takes the better of two figures promises what only one of them keeps.",
    bad="{db: {document: A-7, availability: 99.9%}, cache: {document: A-7, availability: 99.99%}}",
    good="{db: {document: A-7 part 1, availability: 99.9%}, cache: {document: A-7 part 2, availability: 99.99%}}",
    source="Public pages that carry two figures for one component.",
)


def find(context: Context) -> Iterator[Finding]:
    first: dict[str, Upstream] = {}
    for part in context.agreement.private.upstream if context.agreement.private else ():
        if part.document is None or part.availability is None:
            continue
        known = first.setdefault(part.document, part)
        if known.availability != part.availability:
            yield RULE.finding(
                "One agreement with a supplier is noted with two availabilities.",
                f"private.upstream.{part.id}.availability",
                also=(f"private.upstream.{known.id}.availability",),
                also_notes=("the other figure",),
                mend="the figure of the agreement itself, or the part of it that each figure is from",
            )
