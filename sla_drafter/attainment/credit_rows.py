"""The credits of one service level as rows of a table: which values or events, and what they earn, in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sla_drafter.attainment.calculator import band_words
from sla_drafter.attainment.spoken import Spoken
from sla_drafter.language import formats
from sla_drafter.model.credit_rules import StepCredit
from sla_drafter.model.remedies import Band, Credits
from sla_drafter.model.scalars import Duration, Percent

Row = tuple[str, str]


def credit_rows(promised: Credits, metric: str, spoken: Spoken) -> Iterator[Row]:
    """The rows of whichever parts of the agreement state a credit for a metric."""
    for ladder in promised.ladders:
        if ladder.about == metric:
            yield from ((band_words(band, spoken), _gives(band, spoken)) for band in ladder.bands if band.gives)
    for step in promised.steps:
        if step.id == metric:
            yield _for_each(step, spoken), _earned(step, spoken)
    for table in promised.excess:
        if table.id == metric:
            yield from (_excess(row.over, row.credit, spoken) for row in table.rows if row.over and row.credit)
    if any(one.id == metric for one in promised.proportional):
        yield spoken.words.message("downtime"), spoken.words.message("in_proportion")
    pool = promised.at_risk
    for each in pool.allocations if pool else ():
        if each.id == metric and each.percent and pool and pool.share:
            percent, share = (_percent(one.value, spoken) for one in (each.percent, pool.share))
            drawn = spoken.words.message("of_amount_at_risk", percent=percent, share=share)
            yield spoken.words.message("each_miss"), drawn


def _excess(over: Percent, credit: Percent, spoken: Spoken) -> Row:
    return spoken.words.message("over_target_by", border=_percent(over.value, spoken)), _percent(credit.value, spoken)


def _gives(band: Band, spoken: Spoken) -> str:
    """What a band gives: 10%, days of service: 3, service points: 2."""
    if band.credit:
        return _percent(band.credit.value, spoken)
    if band.days:
        return spoken.words.message("days_of_service", days=formats.number(band.days, spoken.language))
    return spoken.words.message("points_given", points=formats.number(band.points or 0, spoken.language))


def _for_each(rule: StepCredit, spoken: Spoken) -> str:
    """What earns: for each 30 minutes of downtime (counts only when it is complete)."""
    if rule.block:
        what = spoken.words.message("of_downtime", time=_length(rule.block, spoken))
    else:
        step = formats.points(rule.step.value, spoken.language) if rule.step else ""
        what = spoken.words.message("under_target", step=step)
    part = spoken.words.noun("step_count", rule.count.id) if rule.count else ""
    return spoken.words.message("for_each", what=what, part=part)


def _earned(rule: StepCredit, spoken: Spoken) -> str:
    if rule.credit:
        return _percent(rule.credit.value, spoken)
    return spoken.words.message("days_of_service", days=formats.number(rule.days or 0, spoken.language))


def _length(length: Duration, spoken: Spoken) -> str:
    return formats.duration(length.amount, length.unit.value.replace(" ", "_"), spoken.language)


def _percent(value: Decimal, spoken: Spoken) -> str:
    return formats.percent(value, spoken.language)
