"""Backups are made too rarely for what may be lost."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.attainment.instants import LENGTHS
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Duration

RULE = Rule(
    code="CON-23",
    name="backup_misses_recovery_point",
    severity=Severity.WARNING,
    checks="A backup is made at least as often as the recovery point, and a restore is tested at all.",
    why="What lies between two backups is lost; a backup that was never restored may be none.",
    bad="rpo: 1 hour, backup_every: 1 day",
    good="rpo: 1 hour, backup_every: 15 minutes, test_every: 6 months",
    source="The recovery point is the age of the last good copy.",
    others=(Severity.ERROR,),
)


def find(context: Context) -> Iterator[Finding]:
    for one in context.agreement.continuity:
        point, backup = (_seconds(length) for length in (one.rpo, one.backup_every))
        if point is not None and backup is not None and backup > point:
            said = spelled.fact(one.backup_every, context.agreement)
            yield RULE.finding(
                f"Up to {said} of data can be lost, and the recovery point is "
                f"{spelled.fact(one.rpo, context.agreement)}.",
                f"continuity.{one.id}.backup_every",
                also=(f"continuity.{one.id}.rpo",),
                also_notes=("the recovery point is here",),
                mend=f"backup_every: {spelled.fact(one.rpo, context.agreement)}   (or a later recovery point)",
            )
        if one.rto and one.test_every is None:
            yield RULE.finding(
                "No restore is ever tested.", f"continuity.{one.id}.test_every", mend="test_every: 6 months"
            )


def _seconds(length: Duration | None) -> Fraction | None:
    if length is None or length.unit not in LENGTHS or length.unit.is_business:
        return None
    return Fraction(length.amount) * LENGTHS[length.unit]
