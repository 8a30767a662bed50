"""What the customer may choose: of several misses of one incident, the one whose credit counts.

Nobody has chosen when a statement is made, so it counts the highest credit of each incident, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from sla_drafter.attainment.statement import Statement

CUSTOMER_CHOICE = "customer_choice"


def choices(statement: Statement) -> tuple[tuple[str, ...], ...]:
    """The metrics among which the customer may choose, incident by incident; none where no choice is agreed or left."""
    promised = statement.agreement.credits
    rule = promised.terms.same_incident if promised and promised.terms else None
    if rule is None or rule.id != CUSTOMER_CHOICE or statement.credit is None:
        return ()
    found: dict[str, list[str]] = {}
    for one in statement.credit.lines:
        if one.line.incident and one.amount:
            found.setdefault(one.line.incident, []).append(one.line.metric)
    return tuple(_several(found.values()))


def _several(groups: Iterable[list[str]]) -> Iterable[tuple[str, ...]]:
    return (tuple(metrics) for metrics in groups if len(metrics) > 1)
