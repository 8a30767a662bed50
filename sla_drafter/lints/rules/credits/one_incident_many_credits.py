"""One outage can miss two targets, and nobody says whether it is paid for twice."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment.earning import credited
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.paths import referent

RULE = Rule(
    code="CRE-10",
    name="one_incident_many_credits",
    severity=Severity.ERROR,
    checks=(
        "Where several metrics have credits, the agreement says what one incident that misses several of them earns."
    ),
    why="A long outage misses availability and response at once; the bill doubles or not, and both sides are sure.",
    bad="credits: {ladders: {availability: […], query_time: […]}}",
    good="terms: {same_incident: highest only}",
    source="Azure pays for one service level per incident; others add up; silence is a dispute.",
)


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    metrics = [referent(context.agreement, "metrics", name) for name in credited(context.agreement)]
    if promised is None or len(metrics) < 2:
        return
    if promised.terms is None or promised.terms.same_incident is None:
        names = spelled.listed([context.called(metric) for metric in metrics if metric])
        yield RULE.finding(
            f"One incident can miss {names}, and nothing says whether each earns a credit.",
            "credits.terms.same_incident",
            mend="same_incident: highest only   (or: cumulative, customer choice)",
        )
