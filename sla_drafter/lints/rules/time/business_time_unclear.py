"""Business days are counted, and several schedules could be meant."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.opening import closes
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Duration

RULE = Rule(
    code="TIM-01",
    name="business_time_unclear",
    severity=Severity.ERROR,
    checks=(
        "Where business days or hours are counted and several schedules close, the agreement says which of them is "
        "meant."
    ),
    why="A business day of a desk that works on Saturdays is over when the other desk has not yet opened.",
    bad="hours: {desk: {week: Mon-Fri 08:00-18:00}, shops: {week: Mon-Sat 07:00-20:00}}",
    good="time: {business: desk, …}",
    source="Definition of a business day: a day, a place, and hours.",
)


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    closing = [hours.id for hours in agreement.hours if closes(hours)]
    if len(closing) < 2 or (agreement.time and agreement.time.business):
        return
    counted = next((fact.path for fact in context.facts if _is_business(fact.value)), None)
    if counted is not None:
        yield RULE.finding(
            f"Business days and hours could be those of {' or '.join(closing)}.",
            "time.business",
            figures=(("schedules that close", str(len(closing))),),
            also=(counted,),
            also_notes=("business time is counted here",),
            mend=f"business: {closing[0]}",
        )


def _is_business(value: object) -> bool:
    return isinstance(value, Duration) and value.unit.is_business
