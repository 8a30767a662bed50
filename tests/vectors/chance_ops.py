"""How an operation of the worked examples on triggers, systems, chances and bands is answered by the public functions.

Each function takes the inputs of a case by their names and returns the fields that the case expects, as in `money_ops`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sla_drafter.attainment import bands, chronic, composition, feasibility
from sla_drafter.attainment.instants import DAY, SECOND, instant, moment
from sla_drafter.attainment.probability import clopper_pearson_lower
from sla_drafter.model.remedies import Band, Ladder
from sla_drafter.model.scalars import Percent, Zone
from tests.vectors.spelled import Case, shown

UTC = Zone("UTC")
MONTHS = 12


def share(percent: str) -> Fraction:
    """A percentage as a share of one."""
    return Fraction(percent) / 100


def trigger_rolling_count(*, missed: Sequence[int], window: int, count: int) -> Case:
    period = chronic.rolling_count(map(bool, missed), window, count)
    return {"triggered": period is not None, "period": period}


def trigger_outages(
    *, outages: Sequence[Sequence[str]], longer_than_seconds: int, count: int, window_days: int
) -> Case:
    spans = [(instant(datetime.fromisoformat(start)), instant(datetime.fromisoformat(end))) for start, end in outages]
    limit = longer_than_seconds * SECOND
    found = chronic.outages(spans, longer_than=limit, count=count, within=window_days * DAY)
    at = None if found.at is None else moment(found.at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"qualifying": len(found.qualifying), "triggered": at is not None, "at": at}


def trigger_rolling_average(*, months: Sequence[Mapping[str, Any]], window: int, below_pct: str) -> Case:
    periods = [chronic.Weighted(Fraction(each["value_pct"]), Fraction(each["minutes"])) for each in months]
    last = tuple(chronic.rolling_averages(periods, window))[-1]
    floor = Fraction(below_pct)
    return {
        "simple_mean_pct": shown(last.simple, 6),
        "minute_weighted_pct": shown(last.weighted, 6),
        "triggered_simple": chronic.average_below(periods, window, floor, weighted=False) is not None,
        "triggered_weighted": chronic.average_below(periods, window, floor, weighted=True) is not None,
    }


def system_of(node: Any) -> composition.System:
    """A system as a case writes it: a percentage, or one of three ways to put parts together."""
    match node:
        case {"serial": parts}:
            return composition.Serial(tuple(map(system_of, parts)))
        case {"parallel": parts}:
            return composition.Parallel(tuple(map(system_of, parts)))
        case {"k_of_n": {"k": k, "of": parts}}:
            return composition.AtLeast(k, tuple(map(system_of, parts)))
        case str():
            return composition.Component(share(node))
    raise ValueError(f"{node!r} is not a system: a percentage, 'serial', 'parallel' or 'k_of_n'")


def composite(*, system: Any, round_places: int | None = None, promise_pct: str | None = None) -> Case:
    parts = system_of(system)
    availability = composition.independent(parts) * 100
    found: Case = {"composite_pct": shown(availability, 6)}
    if round_places is not None:
        found["composite_pct_rounded"] = shown(availability, round_places)
    if promise_pct is not None:
        found["promise_supported"] = composition.supports(parts, share(promise_pct))
    return found


def frechet(*, availabilities_pct: Sequence[str]) -> Case:
    parts = tuple(composition.Component(share(each)) for each in availabilities_pct)
    found = {}
    for name, system in (("serial", composition.Serial(parts)), ("parallel", composition.Parallel(parts))):
        limits = composition.bounds(system)
        found[f"{name}_worst_pct"] = shown(limits.worst * 100, 6)
        found[f"{name}_best_pct"] = shown(limits.best * 100, 6)
        found[f"{name}_independent_pct"] = shown(composition.independent(system) * 100, 6)
    return found


def chances(miss: feasibility.Miss) -> Case:
    return {
        "chance_to_miss": shown(Fraction(miss.chance), 9),
        "chance_to_miss_at_least_once_in_12": shown(Fraction(miss.at_least_once_in(MONTHS)), 9),
    }


def binomial_miss(*, n: int, p: str, target_pct: str) -> Case:
    miss = feasibility.miss_of_cases(n, Fraction(p), share(target_pct))
    return {"needed_within": miss.tolerated, **chances(miss)}


def poisson_miss(
    *, rate: str, outage_minutes: str, period_minutes: str, target_pct: str, credit_pct: str | None = None
) -> Case:
    length, period = Fraction(outage_minutes), Fraction(period_minutes)
    miss = feasibility.miss_of_outages(Fraction(rate), length, period, share(target_pct))
    found = {"outages_tolerated": miss.tolerated, **chances(miss)}
    if credit_pct is not None:
        expected = feasibility.expected_credit([(miss.chance, Fraction(credit_pct))])
        found["expected_credit_pct_of_fee"] = shown(expected, 6)
    return found


def beta_next(*, met: int, periods: int, next: int) -> Case:  # noqa: A002  # the case calls it so
    every = feasibility.chance_all_met(met, periods, next)
    return {
        "posterior_mean": str(feasibility.chance_next_met(met, periods)),
        "chance_all_met": str(every),
        "chance_at_least_one_miss_pct": shown((1 - every) * 100, 6),
    }


def rule_of_three(*, periods: int, confidence: str) -> Case:
    bound = feasibility.unseen_miss_bound(periods, Fraction(confidence))
    return {"upper_bound": shown(Fraction(bound), 9), "three_over_n": shown(feasibility.three_over(periods), 9)}


def clopper_lower(*, k: int, n: int, confidence: str) -> Case:
    bound = Fraction(clopper_pearson_lower(k, n, Fraction(confidence)))
    return {"observed_pct": shown(Fraction(k, n) * 100, 6), "lower_bound_pct": shown(bound * 100, 6)}


def safe_promise(*, history_pct: Sequence[str], offers_pct: Sequence[str], appetite: str) -> Case:
    history, offers = map(Fraction, history_pct), map(Fraction, offers_pct)
    found = feasibility.safe_promise(tuple(history), offers, Fraction(appetite))
    rows = [
        {
            "target_pct": shown(row.target, 3),
            "met": row.met,
            "chance_to_miss_pct": shown(row.chance_to_miss * 100, 6),
        }
        for row in found.offers
    ]
    return {"rows": rows, "largest_safe_pct": None if found.largest is None else shown(found.largest, 3)}


def support_chain(*, tiers: Sequence[Mapping[str, Any]], commitment_seconds: int) -> Case:
    chain = [feasibility.Tier(each["seconds"], share(each["within_pct"])) for each in tiers]
    found = feasibility.support_chain(chain, commitment_seconds)
    return {
        "sum_seconds": found.total,
        "fits": found.fits,
        "all_tiers_in_time_worst_pct": shown(found.worst * 100, 6),
        "all_tiers_in_time_independent_pct": shown(found.independent * 100, 6),
    }


def zone_shown(zone: bands.Zone) -> str:
    """A zone of values as a case writes it: a single value, or its borders, a round bracket for one not included."""
    if zone.low == zone.high:
        return shown(zone.low, 3)
    opens, closes = "[" if zone.low_included else "(", "]" if zone.high_included else ")"
    return f"{opens}{shown(zone.low, 3)},{shown(zone.high, 3)}{closes}"


def band_check(*, bands: Sequence[Mapping[str, Any]], target: str, quantum: str | None = None) -> Case:
    ladder = Ladder("ladder", tuple(map(band_of, bands)), Percent(Decimal(quantum)) if quantum else None)
    return faults(ladder, Percent(Decimal(target)))


def band_of(row: Mapping[str, Any]) -> Band:
    low, high, credit = (Percent(Decimal(row[name])) for name in ("lo", "hi", "value"))
    return Band(row["hi"] + "%", low, row["lo_closed"], high, row["hi_closed"], credit)


def faults(ladder: Ladder, target: Percent) -> Case:
    """Every fault of a ladder, the lowest first."""
    holes = [*bands.gaps(ladder), bands.free_zone(ladder, target), bands.unreached(ladder)]
    gaps = sorted((hole.zone for hole in holes if hole), key=lambda zone: zone.low)
    overlaps = sorted((fault.zone for fault in bands.overlaps(ladder)), key=lambda zone: zone.low)
    return {
        "gaps": [zone_shown(zone) for zone in gaps],
        "overlaps": [zone_shown(zone) for zone in overlaps],
        "monotone": not bands.falls(ladder),
        "credit_at_target_exactly": bool(bands.bands_at(ladder, Fraction(target.value))),
    }


CHANCE_OPS: Mapping[str, Callable[..., Case]] = {
    "trigger_rolling_count": trigger_rolling_count,
    "trigger_outages": trigger_outages,
    "trigger_rolling_average": trigger_rolling_average,
    "composite": composite,
    "frechet": frechet,
    "binomial_miss": binomial_miss,
    "poisson_miss": poisson_miss,
    "beta_next": beta_next,
    "rule_of_three": rule_of_three,
    "clopper_lower": clopper_lower,
    "safe_promise": safe_promise,
    "support_chain": support_chain,
    "band_check": band_check,
}
