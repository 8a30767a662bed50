"""Leads are promised, and nobody says what a lead is or what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import only
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-35",
    name="lead_terms_missing",
    severity=Severity.WARNING,
    checks=(
        "An agreement of sales and marketing says how many leads of which segment, when a lead is ready, "
        "and how it is followed up."
    ),
    why="Two teams that count leads differently argue every month, and each is right.",
    bad="kind: sales_marketing   leads: {segments: {…}}   (no gate, no follow_up)",
    good="leads: {segments: {…}, gate: {…}, follow_up: {…}}",
    source="Agreements of sales and marketing.",
    kinds=only("sales_marketing"),
)

TERMS = {
    "segments": "how many leads of which segment are promised",
    "gate": "when a lead is ready",
    "follow_up": "what sales does with a lead",
}
"""What an agreement about leads says, by the key that says it."""


def find(context: Context) -> Iterator[Finding]:
    leads = context.agreement.leads
    for name, words in TERMS.items():
        if leads is None or not getattr(leads, name):
            yield RULE.finding(f"Nothing says {words}.", f"leads.{name}", mend=f"leads: {{{name}: …}}")
