"""What can safely be promised for each metric: from its record, and from what its service rests on.

The chance of a miss comes from periods met and not met (uniform prior), which every record gives; beside it stand the
chances by the lengths of outages (Poisson) and by the number of cases (binomial at the exact lower bound), where the
record has them. Nothing is simulated and nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from math import ceil

from sla_drafter.attainment.attain import missing_of
from sla_drafter.attainment.downtime_chance import miss_of_outages
from sla_drafter.attainment.expected import ExpectedCredits, expected_credits
from sla_drafter.attainment.feasibility import (
    Miss,
    Offer,
    SafePromise,
    cases_needed,
    chance_all_met,
    safe_promise,
    three_over,
)
from sla_drafter.attainment.honest import Statement, statements
from sla_drafter.attainment.past import Past, past_of
from sla_drafter.attainment.probability import binomial_at_most, clopper_pearson_lower
from sla_drafter.attainment.refusal import WHOLE
from sla_drafter.attainment.upstream import Ceiling, ceiling
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.paths import referent
from sla_drafter.model.record import ALL_USED, LeftOut, Measurements
from sla_drafter.model.scalars import Unit, Window
from sla_drafter.values import frozen

# Targets as agreements use them. 100 % is one of cases alone, where a miss can be forgiven; no service is always up.
USUAL = tuple(map(Fraction, ("80", "85", "90", "95", "97", "98", "99", "99.5", "99.9", "99.95", "99.99", "99.999")))
USUAL_OF_CASES = tuple(map(Fraction, (70, 80, 85, 90, 95, 98, 99, 100)))
_OF_THE_CALENDAR = {"calendar_quarter": 4, "calendar_year": 1}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}


@frozen
class Asked:
    """What somebody wants to know.

    `appetite` is the chance of a miss in a window that is accepted, `confidence` that of the bounds, both from 0 to 1.
    `offers` are the targets to choose from, in per cent; without any, the usual ones around the record. `on` is the
    last day that is known.
    """

    on: date
    appetite: Fraction = Fraction(1, 10)
    confidence: Fraction = Fraction(95, 100)
    offers: tuple[Fraction, ...] = ()


@frozen
class ByCases:
    """The chance of a miss by the cases of a window: how many there are, and the least share that is in time."""

    cases: int
    least: Fraction
    miss: Miss


@frozen
class Promise:
    """What the record and the upstream agreements allow for one metric; chances are None without a record.

    Targets are numbers of per cent in `past.quality`: where a lower value is better they are turned round.
    """

    past: Past
    per_year: int
    statements: tuple[Statement, ...] = ()
    chance_in_window: Fraction | None = None
    chance_in_year: Fraction | None = None
    three: Fraction | None = None
    by_outages: Miss | None = None
    by_cases: ByCases | None = None
    safe: SafePromise | None = None
    ceiling: Ceiling | None = None
    expected: ExpectedCredits | None = None
    left_out: LeftOut = ALL_USED

    @property
    def open(self) -> bool:
        """Whether rows of its record could not be used: nothing is called safe until then."""
        return any(self.left_out)

    @property
    def metric(self) -> str:
        """The id of the metric, or the path of the severity."""
        return self.past.metric

    def accepts(self, offer: Offer, appetite: Fraction) -> bool:
        """Whether a target on offer is missed rarely enough, and is within what upstream agreements allow."""
        allowed = self.ceiling is None or self.ceiling.allows(self.past.quality(offer.target))
        return allowed and offer.chance_to_miss <= appetite

    def strictest(self, appetite: Fraction) -> Fraction | None:
        """The strictest target on offer that is accepted, as a quality; None without one, and while it is open."""
        offers = self.safe.offers if self.safe and not self.open else ()
        return max((one.target for one in offers if self.accepts(one, appetite)), default=None)


@frozen
class Feasibility:
    """What can be promised under an agreement. It is private: nothing of it belongs into a file that is sent out."""

    agreement: Agreement
    asked: Asked
    promises: tuple[Promise, ...]


def feasibility(agreement: Agreement, history: Measurements, asked: Asked) -> Feasibility:
    """What can be promised for each metric with a target in per cent, and for each severity with a promised share.

    Raises `Impossible` for an agreement without a time zone and for upstream figures that cannot be.
    """
    pasts = past_of(agreement, history, asked.on)
    return Feasibility(
        agreement,
        asked,
        tuple(_promise(agreement, past, asked, missing_of(agreement, history, past.metric)) for past in pasts),
    )


def _promise(agreement: Agreement, past: Past, asked: Asked, left_out: LeftOut) -> Promise:
    metric = referent(agreement, "metrics", past.metric)
    limit = ceiling(agreement, metric) if metric else None
    per_year = windows_per_year(past.window)
    if not past.windows:
        return Promise(past, per_year, ceiling=limit, left_out=left_out)
    met, known = past.met, len(past.windows)
    miss = 1 - chance_all_met(met, known, 1)
    return Promise(
        past,
        per_year,
        statements(past.qualities, past.quality(past.border), per_year, asked.confidence),
        miss,
        1 - chance_all_met(met, known, per_year),
        min(Fraction(1), three_over(known)) if met == known else None,
        miss_of_outages(past),
        _by_cases(past, asked.confidence),
        safe_promise(past.qualities, offers(past, asked.offers), asked.appetite),
        limit,
        expected_credits(agreement, past, miss) if metric else None,
        left_out,
    )


def windows_per_year(window: Window) -> int:
    """How many windows a year has: 12 months, 4 quarters; of a rolling period those that fit one after the other."""
    length = window.length
    if length is None or window.kind.id != "rolling":
        return _OF_THE_CALENDAR.get(window.kind.id, 12)
    if length.unit in _MONTHS:
        return max(1, 12 // (int(length.amount) * _MONTHS[length.unit]))
    return max(1, 365 // (int(length.amount) * _DAYS.get(length.unit, 1)))


def offers(past: Past, named: Sequence[Fraction] = ()) -> tuple[Fraction, ...]:
    """The targets to choose from, as qualities: those that are named, else the usual ones around the record.

    The target of the agreement is among them, so that it can be compared.
    """
    own = past.quality(past.border)
    if named:
        return _each_once([*map(past.quality, named), own])
    low, high = min(past.qualities), max(past.qualities)
    usual = USUAL_OF_CASES if past.counts_cases else USUAL
    first = max((one for one in usual if one <= low), default=usual[0])
    last = min((one for one in usual if one >= high), default=usual[-1])
    return _each_once([*(one for one in usual if first <= one <= last), own])


def _each_once(targets: Iterable[Fraction]) -> tuple[Fraction, ...]:
    return tuple(sorted(set(targets)))


def _by_cases(past: Past, confidence: Fraction) -> ByCases | None:
    """The chance of a miss from the number of cases, at the least share in time that the record does not refute."""
    all_ = sum(one.cases for one in past.windows)
    if not all_:
        return None
    late = sum(one.late for one in past.windows)
    cases = ceil(Fraction(all_, len(past.windows)))
    least = Fraction(clopper_pearson_lower(all_ - late, all_, confidence, places=6))
    needed = min(cases_needed(cases, past.border / WHOLE), cases - past.forgiven)
    return ByCases(cases, least, Miss(needed, binomial_at_most(needed - 1, cases, least)))
