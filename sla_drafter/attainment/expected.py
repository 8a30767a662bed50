"""The credits to be expected from a record: each band with its chance, the fees that they are a share of, the margin.

Where the record has outages, the chance of a band is that of their lengths together (Poisson). Else it is the chance of
a miss, divided among the bands as the misses of the record were; a record without a miss puts all of it on the first.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction

from sla_drafter.attainment.bands import Zone, zone_of
from sla_drafter.attainment.downtime_chance import Downtime, downtime_of
from sla_drafter.attainment.feasibility import expected_credit
from sla_drafter.attainment.fees import share_of_margin
from sla_drafter.attainment.honest import OF_OUTAGES, OF_PERIODS, CreditStatement
from sla_drafter.attainment.money import round_once
from sla_drafter.attainment.monthly_fees import fee_base, fees_of_longer
from sla_drafter.attainment.past import Past
from sla_drafter.attainment.promised import HALF_UP, earned
from sla_drafter.attainment.refusal import WHOLE
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.remedies import Ladder
from sla_drafter.model.scalars import Money, Unit
from sla_drafter.values import frozen

_MONTHLY = ("calendar_month", "billing_month")
_Bands = tuple[tuple[Fraction | Decimal, Fraction], ...]


@frozen
class ExpectedCredits:
    """The credits of a window that are to be expected, as percentages of the fee base.

    `on_record` is what the windows of the record would have earned on average, `largest` the credit of the worst band.
    `in_year` is the amount for twelve windows of a month where the fee of a month is known. The last two are
    percentages of the margin, where it is known.
    """

    statement: CreditStatement
    on_record: Fraction
    largest: Fraction
    in_year: Money | None = None
    of_margin: Fraction | None = None
    largest_of_margin: Fraction | None = None


def expected_credits(agreement: Agreement, past: Past, miss: Fraction) -> ExpectedCredits | None:
    """What the ladder of a metric is expected to cost; None for one without a ladder, a record or a credit."""
    ladders = agreement.credits.ladders if agreement.credits else ()
    ladder = next((one for one in ladders if one.id == past.metric), None)
    if ladder is None or not past.windows or not any(band.credit for band in ladder.bands):
        return None
    by_outages = _by_outages(past, ladder)
    bands = _by_misses(agreement, past, ladder, miss) if by_outages is None else by_outages
    expected = expected_credit(bands)
    largest = max(Fraction(band.credit.value) for band in ladder.bands if band.credit)
    statement = CreditStatement(expected, bands, OF_PERIODS if by_outages is None else OF_OUTAGES)
    given = sum((_earned(agreement, past.metric, one.value) for one in past.windows if not one.met), Fraction(0))
    margin = agreement.private.margin if agreement.private else None
    share = Fraction(margin.value) if margin and margin.value > 0 else None
    return ExpectedCredits(
        statement,
        given / len(past.windows),
        largest,
        _in_year(agreement, past, expected),
        share_of_margin(expected, share) if share else None,
        share_of_margin(largest, share) if share else None,
    )


def _earned(agreement: Agreement, metric: str, value: Fraction) -> Fraction:
    return earned(agreement, metric, value).percent


def _in_year(agreement: Agreement, past: Past, expected: Fraction) -> Money | None:
    fee = fee_base(agreement, past.metric)
    if fee is None or past.window.kind.id not in _MONTHLY:
        return None
    rule = agreement.time.money_rounding if agreement.time else None
    amount = fees_of_longer(agreement, past.metric)[Unit.YEAR] * expected / WHOLE
    return round_once(amount, fee.currency, rule.id if rule else HALF_UP)


def _by_misses(agreement: Agreement, past: Past, ladder: Ladder, miss: Fraction) -> _Bands:
    """The chance of a miss, divided among the credits that the misses of the record would have earned."""
    seen = Counter(_earned(agreement, past.metric, one.value) for one in past.windows if not one.met)
    if not seen:
        first = next(Fraction(band.credit.value) for band in ladder.bands if band.credit)
        return ((miss, first),)
    missed = sum(seen.values())
    return tuple((miss * Fraction(times, missed), credit) for credit, times in sorted(seen.items()))


def _by_outages(past: Past, ladder: Ladder) -> _Bands | None:
    """The chance of each band by the lengths of past outages; None for a record that has none."""
    downtime = downtime_of(past)
    if downtime is None:
        return None
    zones = [(zone_of(band), Fraction(band.credit.value)) for band in ladder.bands if band.credit]
    return tuple((_chance(downtime, zone), credit) for zone, credit in zones)


def _chance(downtime: Downtime, zone: Zone) -> Decimal:
    """The chance that an availability lies in a zone: no more downtime than its lower border, more than its upper."""
    reached = Decimal(1) if zone.low <= 0 else downtime.at_most(downtime.room(zone.low), belongs=zone.low_included)
    better = downtime.at_most(downtime.room(zone.high), belongs=not zone.high_included)
    return max(Decimal(0), reached - better)
