"""Targets that rise: after a full year of reports a target in per cent becomes the average of the year, if better.

The first year begins with the month in which the agreement takes effect. A year counts if each of its windows has a
value; the average is taken of the windows alike and cut to the decimals that a report shows, never to a harder target.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from attrs import evolve

from sla_drafter.attainment.attained import Attained, border_of, meets
from sla_drafter.attainment.months import add_months
from sla_drafter.attainment.refusal import WHOLE
from sla_drafter.attainment.windows import Period
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.metrics import Metric
from sla_drafter.model.remedies import Ladder
from sla_drafter.model.scalars import Percent, Target
from sla_drafter.values import frozen

PLACES = 5
"""The decimals of a percentage that a report shows."""
_YEAR = 12
Months = Sequence[tuple[Period, Sequence[Attained]]]


@frozen
class Raised:
    """A target that rose: what it is now, and the first day on which it held."""

    metric: str
    target: Target
    since: date


def rises(agreement: Agreement) -> bool:
    """Whether the targets of an agreement rise by themselves."""
    rule = agreement.improvement.ratchet if agreement.improvement else None
    return rule is not None and rule.id == "yearly_average" and _start(agreement) is not None


def months_since_start(agreement: Agreement, period: Period) -> int:
    """How many months lie between the first month of an agreement and a period, with both."""
    start = _start(agreement)
    return 0 if start is None else (period.first.year - start.year) * _YEAR + period.first.month - start.month + 1


def in_force(agreement: Agreement, months: Months, period: Period) -> Agreement:
    """The agreement with the targets that hold in a period, by what the months before it attained."""
    current = agreement
    for one in raised(agreement, months, period):
        current = _with_target(current, one)
    return current


def raised(agreement: Agreement, months: Months, period: Period) -> tuple[Raised, ...]:
    """Every rise up to a period, in order; a target may have risen more than once."""
    found: list[Raised] = []
    targets = {metric.id: metric.target for metric in agreement.metrics}
    for since, year in _years(agreement, months, period):
        for metric in agreement.metrics:
            target = targets[metric.id]
            better = _average(metric, target, year) if len(year) == _YEAR else None
            if target is not None and better is not None:
                targets[metric.id] = evolve(target, value=better)
                found.append(Raised(metric.id, evolve(target, value=better), since))
    return tuple(found)


def unmeasured(agreement: Agreement, months: Months, period: Period) -> bool:
    """Whether a full year before a period has no value for some window, so that nobody knows whether a target rose."""
    for _, year in _years(agreement, months, period):
        values = (one for found in year for one in found if one.complete and _may_rise(agreement, one.metric))
        if len(year) < _YEAR or any(one.judged is None for one in values):
            return True
    return False


def _start(agreement: Agreement) -> date | None:
    effective = agreement.term.effective if agreement.term else None
    return effective.replace(day=1) if effective else None


def _years(agreement: Agreement, months: Months, period: Period) -> Iterator[tuple[date, list[Sequence[Attained]]]]:
    """Each full year of reports before a period: the day after it, and what its months attained as far as is known."""
    start = _start(agreement)
    if start is None or not rises(agreement):
        return
    known = {month.first: found for month, found in months}
    for year in range((months_since_start(agreement, period) - 1) // _YEAR):
        firsts = [add_months(start, year * _YEAR + month) for month in range(_YEAR)]
        yield add_months(start, (year + 1) * _YEAR), [known[first] for first in firsts if first in known]


def _may_rise(agreement: Agreement, metric: str) -> bool:
    return any(one.id == metric and _in_percent(one) for one in agreement.metrics)


def _in_percent(metric: Metric) -> bool:
    return metric.target is not None and isinstance(metric.target.value, Percent)


def _average(metric: Metric, target: Target | None, year: Sequence[Sequence[Attained]]) -> Percent | None:
    """The average of a year as a percentage, if it is better than the target; None if it is not, or not known."""
    values = [one.judged for found in year for one in found if one.metric == metric.id and one.complete]
    if target is None or not _in_percent(metric) or not values or None in values:
        return None
    mean = sum((value for value in values if value is not None), Fraction(0)) / len(values)
    scale = WHOLE * 10**PLACES
    cut = (floor if target.comparator.id == "at_least" else ceil)(mean * scale)
    percent = Percent(Decimal(cut).scaleb(-PLACES).normalize() + 0)
    better = Fraction(cut) / scale
    return percent if meets(better, target) and better != border_of(target) else None


def _with_target(agreement: Agreement, one: Raised) -> Agreement:
    """The agreement with a risen target; credits that began at the old one begin at the new one."""
    old = next(metric for metric in agreement.metrics if metric.id == one.metric)
    metrics = tuple(evolve(each, target=one.target) if each.id == one.metric else each for each in agreement.metrics)
    credits_ = agreement.credits
    if credits_ and old.minimum is None:
        ladders = tuple(_begun_at(each, old, one.target) for each in credits_.ladders)
        credits_ = evolve(credits_, ladders=ladders)
    return evolve(agreement, metrics=metrics, credits=credits_)


def _begun_at(ladder: Ladder, old: Metric, target: Target) -> Ladder:
    if ladder.about != old.id or not ladder.bands or old.target is None or not isinstance(target.value, Percent):
        return ladder
    first, *others = ladder.bands
    if first.to is None or old.target.value != first.to:
        return ladder
    return evolve(ladder, bands=(evolve(first, to=target.value), *others))
