"""The credit of one service level as whole numbers, for a page that works it out without fractions or decimals.

Borders, credits and the step of reported values are turned into one unit, small enough that each of them is a whole
number; so are the fee and the limits. A sum of whole numbers comes to the same on every machine, also on a border.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from math import lcm

from sla_drafter.attainment.attain import AT_LEAST, MONTH, quantum_of
from sla_drafter.attainment.attained import Attained
from sla_drafter.attainment.bands import HIGHEST, LOWEST, overlaps, zone_of
from sla_drafter.attainment.fees import MonthlyFee
from sla_drafter.attainment.instants import MINUTE, SECOND
from sla_drafter.attainment.limits import Limits
from sla_drafter.attainment.monthly_fees import fee_base, is_by_days
from sla_drafter.attainment.promised import limits_alone
from sla_drafter.attainment.schedules import schedule
from sla_drafter.attainment.spoken import Spoken
from sla_drafter.attainment.statement import Statement
from sla_drafter.attainment.trace import exact
from sla_drafter.document.site import Calculator, Limit, Rung, Start
from sla_drafter.language import formats
from sla_drafter.language.patterns import compiled
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.remedies import Band, Ladder
from sla_drafter.model.scalars import Money, Percent, Target

# The ways of rounding that the page knows.
ROUNDINGS = frozenset({"half_up", "half_even", "down"})
TIME = "time_availability"
MONTH_LENGTHS = (31, 30, 29, 28)
_DAY_MINUTES = 24 * 60
_PLACES = 6
_PRICE = compiled(r"\d[\d.,\s]*(?<=\d)")


def calculator(statements: Iterable[Statement], ladder: Ladder, spoken: Spoken) -> Calculator | None:
    """The sum of one ladder; None where the page could not work it out and shows the table only.

    `statements` are the months whose figures the form may start from.
    """
    agreement = spoken.agreement
    metric: Metric | None = referent(agreement, "metrics", ladder.id)
    fee = fee_base(agreement, ladder.id)
    if metric is None or fee is None or metric.minimum or not _has_one_answer(ladder):
        return None
    # The page has one fee; where each month has its own, it shows the table only.
    if is_by_days(agreement, metric.id) or any(band.days or band.points for band in ladder.bands):
        return None
    target, formula = metric.target, metric.formula
    limits = limits_alone(agreement, metric.id, fee)
    if target is None or formula is None or not isinstance(target.value, Percent) or limits.rounding not in ROUNDINGS:
        return None
    quantum = quantum_of(agreement, metric.id)
    border = Fraction(target.value.value)
    units = _units([border, quantum or border, *_figures(ladder.bands)])
    parts = _units([fee.amount, *(most for _, most in _limits(limits))])
    is_time = formula.kind.id == TIME
    return Calculator(
        is_time=is_time,
        units=units,
        at_least=target.comparator == AT_LEAST,
        target=int(border * units),
        quantum=int(quantum * units) if quantum else None,
        rungs=tuple(_rung(band, units, spoken) for band in ladder.bands if band.credit),
        parts=parts,
        fee=int(fee.amount * parts),
        limits=tuple(
            Limit(spoken.words.noun("credit_step", name), int(most * parts)) for name, most in _limits(limits)
        ),
        digits=formats.minor_digits(fee.currency),
        rounding=limits.rounding,
        starts=tuple(_starts(statements, metric, spoken, is_time=is_time)),
        words=_words(fee, limits, _target(target, spoken), is_time=is_time, spoken=spoken),
    )


def band_words(band: Band, spoken: Spoken) -> str:
    """The values that a band holds: from 99.5% to below 99.9%."""
    message, sides = spoken.words.message, []
    if band.from_ and Fraction(band.from_.value) > LOWEST:
        border = formats.percent(band.from_.value, spoken.language)
        sides.append(message("band_from" if band.from_included else "band_above", border=border))
    if band.to:
        border = formats.percent(band.to.value, spoken.language)
        sides.append(message("band_up_to" if band.to_included else "band_below", border=border))
    return message("range", first=sides[0], last=sides[1]) if len(sides) > 1 else "".join(sides)


def _has_one_answer(ladder: Ladder) -> bool:
    """Whether no value lies in two bands with different credits."""
    bands_twice = (fault.bands for fault in overlaps(ladder))
    return all(len({band.credit.value for band in bands if band.credit}) < 2 for bands in bands_twice)


def _figures(bands: Iterable[Band]) -> Iterator[Fraction]:
    for band in bands:
        yield from (Fraction(each.value) for each in (band.from_, band.to, band.credit) if each)


def _units(figures: Iterable[Fraction]) -> int:
    """The smallest number by which all figures become whole numbers."""
    return lcm(*(figure.denominator for figure in figures))


def _rung(band: Band, units: int, spoken: Spoken) -> Rung:
    zone = zone_of(band)
    low = None if zone.low == LOWEST and zone.low_included else int(zone.low * units)
    high = None if zone.high == HIGHEST and zone.high_included else int(zone.high * units)
    credit = int(Fraction(band.credit.value) * units) if band.credit else 0
    return Rung(band_words(band, spoken), low, zone.low_included, high, zone.high_included, credit)


def _limit(name: str, parts: Fraction, spoken: Spoken) -> Limit:
    return Limit(spoken.words.noun("credit_step", name), int(parts))


def _limits(limits: Limits) -> Iterator[tuple[str, Fraction]]:
    """The limits of a credit in their order, by the names of the steps that apply them."""
    if limits.period_cap is not None:
        yield "period_cap", limits.period_cap
    if limits.annual_left is not None:
        yield "annual_remainder", limits.annual_left


def _target(target: Target, spoken: Spoken) -> str:
    border = target.value.value if isinstance(target.value, Percent) else target.value.amount
    return f"{spoken.words.noun('comparator', target.comparator.id)} {formats.percent(border, spoken.language)}"


def _words(fee: MonthlyFee, limits: Limits, target: str, *, is_time: bool, spoken: Spoken) -> dict[str, str]:
    names = ("measured_time", "downtime") if is_time else ("all_events", "events_failed")
    whole, part = map(spoken.words.message, names)
    return {
        "whole": whole,
        "part": part,
        "fee": spoken.money(fee.amount, fee.currency),
        "money": _PRICE.sub("{n}", spoken.due(Money(Decimal(0), fee.currency))),
        "rounding": spoken.words.noun("money_rounding", limits.rounding),
        "target": target,
    }


# --- figures to start from


def _starts(statements: Iterable[Statement], metric: Metric, spoken: Spoken, *, is_time: bool) -> Iterator[Start]:
    message = spoken.words.message
    for statement in statements:
        one = next(found for found in statement.attained if found.metric == metric.id)
        figures = _typed(one)
        if figures:
            yield Start(message("as_measured", period=spoken.month(statement.period.first)), *figures)
    if is_time and _counts_whole_months(spoken.agreement, metric):
        for days in MONTH_LENGTHS:
            yield Start(message("days_long", days=days), str(days * _DAY_MINUTES), "0")


def _counts_whole_months(agreement: Agreement, metric: Metric) -> bool:
    service = referent(agreement, "services", metric.service) if metric.service else None
    hours = schedule(agreement, service.hours if service else None, f"services.{metric.service}.hours")
    return hours.never_closes and (metric.window or MONTH) == MONTH


def _typed(one: Attained) -> tuple[str, str] | None:
    """What was measured and what failed as somebody would type it; None where it cannot be, or is not known yet."""
    found = one.found
    if not found.measured or not one.complete or one.open:
        return None
    spell = minutes_typed if found.is_time else exact
    whole, part = spell(found.measured), spell(found.down)
    return (whole, part) if whole and part else None


def minutes_typed(microseconds: Fraction) -> str | None:
    """A length of time in minutes as it is typed: 43.5, or 43:20 where a decimal would not end."""
    minutes = exact(microseconds / MINUTE) or ""
    if "/" not in minutes and len(minutes.partition(".")[2]) <= _PLACES:
        return minutes
    whole, rest = divmod(microseconds, MINUTE)
    seconds = exact(rest / SECOND) or ""
    before, point, after = seconds.partition(".")
    return None if "/" in seconds or len(after) > _PLACES else f"{whole}:{before:0>2}{point}{after}"
