"""A right to end that can never arise."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment.triggers import MONTHS, units_of
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.chronic_failure import Trigger, TriggerKind
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.scalars import Unit

RULE = Rule(
    code="REM-23",
    name="trigger_never_met",
    severity=Severity.ERROR,
    checks="Each event that lets the customer end can happen: so many windows fit into the time, and there is a cap.",
    why="A right that can never arise is worse than none: everybody believes that it is there.",
    bad="misses: 8, of: availability, within: 6 months   for a metric that is judged once a month",
    good="misses: 3, of: availability, within: 6 months",
    source="Counting: a window is judged once, and a cap that nobody agreed is never reached.",
)

_MONTHS_OF = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_WINDOW_MONTHS = {"calendar_quarter": 3, "calendar_year": 12}


def find(context: Context) -> Iterator[Finding]:
    ending = context.agreement.termination
    for trigger in ending.chronic_failure.all_triggers if ending and ending.chronic_failure else ():
        for check in (_count, _time, _cap):
            yield from check(context.agreement, trigger)


def _count(agreement: Agreement, trigger: Trigger) -> Iterator[Finding]:
    """More misses than windows that end in the time, or none at all."""
    if trigger.kind not in (TriggerKind.MISSES, TriggerKind.CREDITS_AT_CAP, TriggerKind.OUTAGES):
        return
    key = trigger.kind.value
    count = getattr(trigger, key)
    if count < 1:
        yield RULE.finding(f"{key} is {count}: nothing is counted.", f"{trigger.path}.{key}", mend=f"{key}: 3")
        return
    most = _windows(agreement, trigger)
    if most is not None and count > most and not trigger.in_a_row and trigger.within:
        within = spelled.fact(trigger.within, agreement)
        windows = spelled.counted(most, "window") if trigger.kind is TriggerKind.MISSES else f"{most} months"
        longer = f"within: {count * _months(agreement, trigger)} months"
        yield RULE.finding(
            f"{count} {'is' if count == 1 else 'are'} needed, and {within} hold {windows}.",
            f"{trigger.path}.{key}",
            also=(f"{trigger.path}.within",),
            mend=f"{key}: {most}   (or {longer})" if most else longer,
        )


def _windows(agreement: Agreement, trigger: Trigger) -> int | None:
    """How many windows or months end in the time of a trigger; None where it is not said in months."""
    within = trigger.within
    if within is None or within.unit not in MONTHS or trigger.kind is TriggerKind.OUTAGES:
        return None
    return int(within.amount) * _MONTHS_OF[within.unit] // _months(agreement, trigger)


def _months(agreement: Agreement, trigger: Trigger) -> int:
    """How many months a window of the trigger's metric lasts."""
    metric = _metric(agreement, trigger)
    return _WINDOW_MONTHS.get(metric.window.kind.id if metric and metric.window else "", 1)


def _time(agreement: Agreement, trigger: Trigger) -> Iterator[Finding]:
    """A time in which nothing can be counted: hours for months, a part of a month."""
    within = trigger.within
    if within is None or trigger.kind is None:
        return
    if within.unit not in units_of(trigger) or within.amount != int(within.amount) or within.amount <= 0:
        said = spelled.fact(within, agreement)
        yield RULE.finding(
            f"Measurement windows are not counted within {said}.",
            f"{trigger.path}.within",
            mend="within: 6 months   (a whole number of months)",
        )


def _cap(agreement: Agreement, trigger: Trigger) -> Iterator[Finding]:
    """Credits at a cap that the agreement does not have for a month."""
    promised = agreement.credits
    cap = promised.terms.cap if promised and promised.terms else None
    at_risk = promised.at_risk.share if promised and promised.at_risk else None
    if trigger.kind is TriggerKind.CREDITS_AT_CAP and at_risk is None and (cap is None or cap.per is not Unit.MONTH):
        said = (
            "has no cap on the credits of a month" if cap is None else "caps credits for a longer period than a month"
        )
        yield RULE.finding(
            f"The agreement {said}, so no month reaches it.",
            f"{trigger.path}.credits_at_cap",
            also=("credits.terms.cap",) if cap else (),
            mend="credits: {terms: {cap: 50% per month}}   (or an amount at risk, or another event)",
        )


def _metric(agreement: Agreement, trigger: Trigger) -> Metric | None:
    found: Metric | None = referent(agreement, "metrics", trigger.of) if trigger.of else None
    return found
