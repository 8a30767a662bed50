"""A volume or a speed that can be reached by doing the work badly."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import only
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="MEA-19",
    name="volume_without_quality",
    severity=Severity.WARNING,
    checks=(
        "Deadlines of inquiries and volumes of leads have a partner "
        "in quality: an error rate, a share, a survey or a gate."
    ),
    why="What is counted grows; what is not counted pays for it.",
    bad="inquiries with deadlines, and no other metric",
    good="reopened inquiries: error rate, at most 5%",
    source="Seen in every desk that is paid by closed tickets, and in marketing that is paid by leads.",
    kinds=only("support", "sales_marketing"),
)


QUALITY = frozenset({"error_rate", "share_of_all"})


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    kinds = {metric.formula.kind.id for metric in agreement.metrics if metric.formula}
    partner = bool(kinds & QUALITY or agreement.surveys)
    if agreement.inquiries and not partner:
        yield RULE.finding(
            "Inquiries have deadlines, and nothing says how well they are settled.",
            "inquiries",
            mend="a metric with formula: error rate   (such as inquiries opened again), or a survey",
        )
    volumes = [metric for metric in agreement.metrics if metric.formula and metric.formula.kind.id == "count"]
    if volumes and not partner and not (agreement.leads and agreement.leads.gate):
        yield RULE.finding(
            f"{context.called(volumes[0])} is a number, and nothing says how good each one is.",
            f"metrics.{volumes[0].id}.formula",
            mend="leads.gate   (when a lead is ready), or a metric with formula: share of all",
        )
