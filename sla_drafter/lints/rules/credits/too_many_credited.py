"""So many metrics earn credits that none of them matters."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment.earning import credited
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import only
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CRE-22",
    name="too_many_credited",
    severity=Severity.WARNING,
    checks="In outsourcing at most ten metrics earn credits.",
    why="The amount at risk is shared out among them; with twenty, a miss costs less than the meeting about it.",
    bad="credits: {ladders: {…}}   for fourteen metrics",
    good="credits for six critical service levels; the others are reported",
    source="Practice of outsourcing: few critical service levels, and key measurements without credits.",
    kinds=only("outsourcing"),
)

MOST = 10


def find(context: Context) -> Iterator[Finding]:
    count = len(credited(context.agreement))
    if count > MOST:
        yield RULE.finding(
            f"{count} metrics earn credits.",
            "credits",
            figures=(("metrics with credits", str(count)), ("most", str(MOST))),
            mend="credits for the critical ones alone; report the others",
        )
