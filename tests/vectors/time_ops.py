"""How an operation of the worked examples on time, availability and clocks is answered by the public functions.

Each function takes the inputs of a case by their names and returns the fields that the case expects. A fraction is text
("991/992"); what a case shows rounded for display is rounded here, half to even, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sla_drafter.attainment import availability_families as families
from sla_drafter.attainment import claims, compliance, exclusions
from sla_drafter.attainment.allowed import allowed_downtime, whole_minutes_allowed
from sla_drafter.attainment.availability import CountingRules, availability, reported, time_availability
from sla_drafter.attainment.clock import clock
from sla_drafter.attainment.funnel import lead_goal
from sla_drafter.attainment.instants import HOUR, MINUTE, SECOND, instant, moment
from sla_drafter.attainment.rounding import rounded
from sla_drafter.attainment.service_time import Schedule
from sla_drafter.attainment.spans import length
from sla_drafter.attainment.windows import Period
from sla_drafter.model.measured import Evidence, MaintenanceWork, Span
from sla_drafter.model.scalars import Allowance, Duration, OpeningSpan, Percent, Unit, Week, Zone
from sla_drafter.model.services import PlannedMaintenance
from tests.vectors.spelled import Case, shown

Pairs = Sequence[Sequence[str]]
Calendar = Mapping[str, Any]

UTC_ZONE = Zone("UTC")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
BORDERS = {"split": "split_at_the_border", "start": "counts_where_it_starts", "end": "counts_where_it_ends"}
DENOMINATORS = {"total": "counts_as_available", "net_of_exclusions": "off_both_sides"}
MONITOR, TICKET = "provider_monitor", "customer_ticket"


def share(value: Fraction | None, name: str = "availability") -> Case:
    """A share of one, exact and as a percentage for display."""
    if value is None:
        return {name: None, f"{name}_pct": None}
    return {name: f"{value.numerator}/{value.denominator}", f"{name}_pct": shown(value * 100, 6)}


def at(words: str) -> int:
    return instant(datetime.fromisoformat(words))


def span(start: str, end: str) -> Span:
    return Span(at(start), at(end))


def spans(pairs: Pairs) -> list[Span]:
    return [span(start, end) for start, end in pairs]


def percent(words: str) -> Percent:
    return Percent(Decimal(words))


def window(first_day: str, end_day: str, zone: str) -> Span:
    return Period(date.fromisoformat(first_day), date.fromisoformat(end_day)).span(Zone(zone))


def days(words: Sequence[str]) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, words))


def minute_of_day(words: str) -> int:
    hour, _, minute = words.partition(":")
    return int(hour) * 60 + int(minute)


def schedule(calendar: Calendar) -> Schedule:
    """A calendar of opening hours: zone, times by weekday, closed days."""
    opened = tuple(
        OpeningSpan(WEEKDAYS.index(weekday), WEEKDAYS.index(weekday), minute_of_day(opens), minute_of_day(closes))
        for weekday, times in calendar["weekly"].items()
        for opens, closes in times
    )
    return Schedule(Week(opened), Zone(calendar["zone"]), closed=days(calendar.get("holidays", ())))


def period_minutes(*, first_day: str, end_day: str, zone: str) -> Case:
    long = window(first_day, end_day, zone).length
    return {"seconds": long // SECOND, "minutes": format(Decimal(long) / MINUTE, "f")}


def allowed(*, period_minutes: str, target_pct: str) -> Case:
    measured = int(Fraction(period_minutes) * MINUTE)
    target = percent(target_pct)
    return {
        "allowed_seconds": shown(allowed_downtime(target, measured), 3),
        "whole_minutes_allowed": whole_minutes_allowed(target, measured),
    }


def accepted_maintenance(
    works: Sequence[Mapping[str, str]], zone: Zone, notice_hours: str | None, cap_minutes: str | None
) -> tuple[Span, ...]:
    """The announced work that is excused, by the rules that a case gives."""
    planned = [
        MaintenanceWork(
            span(work["start"], work["end"]),
            "service",
            Evidence("case", number),
            at(work["noticed_at"]) if work.get("noticed_at") else None,
        )
        for number, work in enumerate(works, 1)
    ]
    cap = Allowance(Duration(Decimal(cap_minutes), Unit.MINUTE), Unit.MONTH) if cap_minutes else None
    needed = int(Fraction(notice_hours) * HOUR) if notice_hours else 0
    latest = (lambda start: start - needed) if notice_hours else None
    return exclusions.accepted_time(exclusions.planned_rulings(planned, PlannedMaintenance(cap=cap), zone, latest))


def availability_time(
    *,
    first_day: str,
    end_day: str,
    zone: str,
    outages: Pairs,
    service_hours: Calendar | None = None,
    maintenance: Sequence[Mapping[str, str]] = (),
    maintenance_notice_hours: str | None = None,
    maintenance_cap_minutes: str | None = None,
    excused: Pairs = (),
    denominator: str = "total",
    partial_minutes: str = "exact",
    attribution: str = "split",
    minimum_run_seconds: int = 0,
    reported_at: Sequence[str | None] = (),
    measure_from: str = MONITOR,
) -> Case:
    whole = window(first_day, end_day, zone)
    hours = schedule(service_hours) if service_hours else None
    down: list[Span] = spans(outages)
    if measure_from == TICKET:
        tickets = [at(words) if words else None for words in reported_at]
        down = [since for one, when in zip(down, tickets, strict=True) if (since := reported(one, when))]
    accepted = accepted_maintenance(maintenance, Zone(zone), maintenance_notice_hours, maintenance_cap_minutes)
    rules = CountingRules(
        DENOMINATORS[denominator], partial_minutes, BORDERS[attribution], minimum_run_seconds * SECOND
    )
    found = time_availability(
        whole,
        down,
        service=hours.spans(whole) if hours else None,
        excused=(*accepted, *spans(excused)),
        rules=rules,
        service_beyond=hours.spans if hours else None,
    )
    return {
        "base_seconds": found.measured // SECOND,
        "counted_downtime_seconds": found.downtime // SECOND,
        **share(found.share),
    }


def availability_sum(*, downtime: str, base: str) -> Case:
    return share(availability(Fraction(downtime), Fraction(base)))


def availability_user_weighted(
    *,
    outages: Sequence[Mapping[str, str]],
    total_users: str,
    period_minutes: str,
    round_places: int | None = None,
    round_mode: str = "half_up",
) -> Case:
    lost = [(Fraction(one["minutes"]), Fraction(one["users"])) for one in outages]
    found = families.by_users(lost, Fraction(total_users), Fraction(period_minutes))
    if round_places is None:
        return share(found)
    return {**share(found), "availability_pct_contract": format(rounded(found * 100, round_places, round_mode), "f")}


def mtbf(*, mtbf_hours: str, mttr_hours: str) -> Case:
    return share(families.steady_state(Fraction(mtbf_hours), Fraction(mttr_hours)))


def availability_degraded(*, first_day: str, end_day: str, zone: str, outages: Pairs) -> Case:
    whole = window(first_day, end_day, zone)
    lost = families.weighted_downtime((span(start, end), Fraction(weight)) for start, end, weight in outages)
    return {"weighted_seconds": shown(lost / SECOND, 3), **share(availability(lost, Fraction(whole.length)))}


def outage_quorum(*, components: Sequence[Pairs], k: int) -> Case:
    return {"downtime_seconds": length(families.down_together(map(spans, components), k)) // SECOND}


def availability_requests(*, valid_requests: str, errors: str) -> Case:
    found = families.by_requests(Fraction(valid_requests), Fraction(errors))
    return {**share(found), "status": "no_data" if found is None else "measured"}


def traffic(runs: Sequence[Mapping[str, int]]) -> list[families.Traffic]:
    return [families.Traffic(run["count"], run["requests"], run["errors"]) for run in runs]


def availability_intervals(*, runs: Sequence[Mapping[str, int]]) -> Case:
    found = families.by_intervals(traffic(runs))
    return {
        "intervals": found.intervals,
        "zero_traffic_intervals": found.idle,
        **share(found.idle_as_no_error, "zero_as_no_error"),
        **share(found.idle_left_out, "zero_left_out"),
        **share(found.pooled, "pooled"),
    }


def availability_minute_threshold(
    *,
    minutes: Sequence[Mapping[str, int]],
    min_requests: int,
    error_rate_over_pct: str,
    min_run: int,
    period_minutes: int,
) -> Case:
    rule = families.MinuteThreshold(Fraction(error_rate_over_pct) / 100, min_requests, min_run)
    found = families.by_bad_minutes(traffic(minutes), rule)
    return {
        "downtime_minutes": found.minutes,
        "downtime_periods": found.periods,
        **share(availability(Fraction(found.minutes), Fraction(period_minutes))),
    }


def ratio(*, numerator: str, denominator: str) -> Case:
    return share(families.ratio(Fraction(numerator), Fraction(denominator)), "ratio")


def clock_deadline(*, calendar: Calendar, start: str, seconds: int, pauses: Pairs = ()) -> Case:
    hours = schedule(calendar)
    due = clock(hours, at(start)).runs_out(at(start), seconds * SECOND, spans(pauses))
    return {
        "deadline_utc": moment(due, UTC_ZONE).isoformat().replace("+00:00", "Z"),
        "deadline_local": moment(due, hours.zone).isoformat(),
    }


def clock_elapsed(*, calendar: Calendar, start: str, end: str, pauses: Pairs = ()) -> Case:
    running = clock(schedule(calendar), at(start), at(end))
    return {"seconds": running.elapsed(at(start), at(end), spans(pauses)) // SECOND}


def compliance_of(*, severities: Sequence[Mapping[str, Any]]) -> Case:
    rows = []
    for row in severities:
        found = compliance.compliance(
            row["cases"], row["within"], percent(row["target_pct"]), row.get("allowed_misses", 0)
        )
        rows.append(
            {
                "severity": row["severity"],
                "compliance_pct": None if found.share is None else shown(found.share * 100, 6),
                "met": found.met,
                "misses_allowed": found.misses_allowed,
            }
        )
    return {"severities": rows, "all_met": all(row["met"] for row in rows)}


def percentile(*, values: Sequence[str], percentile: str, target: str) -> Case:
    known, limit, wanted = list(map(Fraction, values)), Fraction(target), percent(percentile)
    nearest, linear = compliance.nearest_rank(known, wanted), compliance.interpolated(known, wanted)
    within = compliance.share_within(known, limit)
    return {
        "nearest_rank": shown(nearest, 4),
        "linear": shown(linear, 4),
        "share_within_target_pct": shown(within * 100, 6),
        "met_by_nearest_rank": nearest <= limit,
        "met_by_linear": linear <= limit,
        "met_by_share_within": within * 100 >= Fraction(wanted.value),
    }


def mean_vs_share(*, values: Sequence[str], target: str) -> Case:
    known = list(map(Fraction, values))
    return {
        "mean": shown(compliance.mean(known), 4),
        "share_within_pct": shown(compliance.share_within(known, Fraction(target)) * 100, 6),
        "minimum": shown(min(known), 4),
        "maximum": shown(max(known), 4),
    }


def funnel(*, revenue_goal: str, average_deal: str, lead_to_customer_pct: str) -> Case:
    goal = lead_goal(Fraction(revenue_goal), Fraction(average_deal), Fraction(lead_to_customer_pct))
    return {
        "customers": goal.customers,
        "leads": goal.leads,
        "leads_for_whole_customers": goal.leads_for_whole_customers,
    }


CLAIM_RULES: Mapping[str, Callable[[date, int], date]] = {
    "end_of_nth_billing_cycle_after": claims.end_of_billing_cycle,
    "months_after_end_of_billing_month": claims.months_after_billing_month,
    "days_after_end_of_quarter": claims.days_after_quarter,
    "days_after": lambda day, count: day + count * timedelta(days=1),
}


def claim_deadline(*, incident_day: str, rule: str, n: int) -> Case:
    return {"last_day": CLAIM_RULES[rule](date.fromisoformat(incident_day), n).isoformat()}


def notice_business_days(*, given: str, event: str, holidays: Sequence[str] = ()) -> Case:
    closed = days(holidays)

    def open_on(day: date) -> bool:
        return claims.is_weekday(day) and day not in closed

    first, last = date.fromisoformat(given), date.fromisoformat(event)
    return {
        "clear_business_days": claims.business_days_of_notice(first, last, claims.CLEAR, open_on),
        "excluding_day_of_notice_only": claims.business_days_of_notice(first, last, claims.EXCLUDING_FIRST, open_on),
    }


TIME_OPS: Mapping[str, Callable[..., Case]] = {
    "period_minutes": period_minutes,
    "allowed_downtime": allowed,
    "availability_time": availability_time,
    "availability_sum": availability_sum,
    "availability_user_weighted": availability_user_weighted,
    "mtbf": mtbf,
    "availability_degraded": availability_degraded,
    "outage_quorum": outage_quorum,
    "availability_requests": availability_requests,
    "availability_intervals": availability_intervals,
    "availability_minute_threshold": availability_minute_threshold,
    "ratio": ratio,
    "clock_deadline": clock_deadline,
    "clock_elapsed": clock_elapsed,
    "compliance": compliance_of,
    "percentile": percentile,
    "mean_vs_share": mean_vs_share,
    "funnel": funnel,
    "claim_deadline": claim_deadline,
    "notice_business_days": notice_business_days,
}
