"""The times allotted to the tiers of support come to more than the promise."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.attainment.clock import length_of
from sla_drafter.attainment.instants import LENGTHS, SECOND
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.allowance import most_urgent
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="FEA-05",
    name="tiers_exceed_promise",
    severity=Severity.ERROR,
    checks=(
        "The times under private: support_tiers come to no more together than the restore time of the severity that "
        "they are for: the most urgent one, if none is named. Business time is added to business time only."
    ),
    why="A case that each tier hands on in its own time is late all the same.",
    bad="severity 1: {restore: 8 hours}   on   {desk: {time: 2 hours}, team: {time: 4 hours}, vendor: {time: 4 hours}}",
    good="severity 1: {restore: 8 hours}   on   {desk: {time: 1 hour}, team: {time: 2 hours}, vendor: {time: 4 hours}}",
    source="A chain of support: the tiers run one after the other inside one promise.",
)


def find(context: Context) -> Iterator[Finding]:
    private, urgent = context.agreement.private, most_urgent(context)
    for grade in context.agreement.severities if private and urgent else ():
        promised = grade.restore
        if private is None or urgent is None or promised is None or promised.unit not in LENGTHS:
            continue
        times = [one.time for one in private.support_tiers if (one.severity or urgent.id) == grade.id and one.time]
        alike = [time for time in times if time.unit in LENGTHS and time.unit.is_business == promised.unit.is_business]
        total = sum(map(length_of, alike))
        if total > length_of(promised):
            yield RULE.finding(
                f"The tiers of support may keep a case longer than severity {grade.id} promises.",
                "private.support_tiers",
                note="the tiers",
                also=(f"severities.{grade.id}.restore",),
                also_notes=("what is promised",),
                private=f"Together they may keep it {spelled.seconds(Fraction(total, SECOND))}.",
                mend="shorter times of the tiers, or a longer restore time",
            )
