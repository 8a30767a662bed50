"""A clause that stands in the words of one side, and how far somebody chose that."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule


def one_sided(context: Context, rule: Rule, clause: str, side: str, message: str) -> Iterator[Finding]:
    """What a rule says of a chosen clause of the library in the words of a side; nothing of a clause with other words.

    Who drafts for one side throughout knows it, so that is an info; a single clause of its words may be there by
    chance, which is worth the severity of the rule.
    """
    if any(one.id == clause and one.text.position == side and not one.is_replaced for one in context.draft.clauses):
        position = context.agreement.position
        is_whole = position is not None and position.id == side
        yield rule.finding(
            message,
            "position" if is_whole else f"clauses.{clause}.position",
            clause=clause,
            severity=Severity.INFO if is_whole else rule.severity,
            mend=Mend(f"clauses: {{{clause}: {{position: balanced}}}}"),
        )
